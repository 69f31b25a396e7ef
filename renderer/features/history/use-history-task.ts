import { useState } from "react";
import { useHost } from "../../host/host-context.tsx";
import { useHostEvent } from "../../host/queries.ts";

export type HistoryTask = {
  /** null while nothing runs, or nothing was heard of it yet. */
  readonly progress: { readonly done: number; readonly total: number } | null;
  /** Gives the call an id by which its progress is heard and it can be stopped. */
  run<Answer>(call: (taskId: string) => Promise<Answer>): Promise<Answer>;
  readonly stop: () => void;
};

/** Something that goes through history and takes its time: one at a time, followed by `history.progress`. */
export function useHistoryTask(): HistoryTask {
  const host = useHost();
  const [task, setTask] = useState<{
    readonly id: string;
    readonly progress: HistoryTask["progress"];
  } | null>(null);
  useHostEvent("history.progress", ({ taskId, done, total }) =>
    setTask((last) => (last?.id === taskId ? { id: taskId, progress: { done, total } } : last)),
  );
  return {
    progress: task?.progress ?? null,
    async run(call) {
      const id = crypto.randomUUID();
      setTask({ id, progress: null });
      const answer = await call(id);
      setTask(null);
      return answer;
    },
    stop() {
      if (task !== null) void host.call("history.stop", { taskId: task.id });
    },
  };
}
