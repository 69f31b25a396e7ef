import { useState } from "react";
import type { ExportProgress } from "../../../shared/contract/export-calls.ts";
import type { SavedFile } from "../../../shared/contract/saved-file.ts";
import type { CallInput } from "../../../shared/contract/calls.ts";
import { useHost } from "../../host/host-context.tsx";
import { useHostEvent } from "../../host/queries.ts";
import { startDownload } from "../../ui/saved-file.ts";

export type ExportRequest = Omit<CallInput<"export.start">, "taskId">;

export type ExportTask = {
  /** null while nothing is being exported. */
  readonly progress: ExportProgress | null;
  /** Why the last attempt failed. */
  readonly problem: string | null;
  /** The last one was stopped by whoever had started it. */
  readonly wasStopped: boolean;
  readonly start: (request: ExportRequest) => void;
  readonly cancel: () => void;
};

/**
 * One export at a time. `onDone` hears where the file went once it is whole: a download is whole only after the browser has taken
 * the last of it, which the host tells.
 */
export function useExportTask(onDone: (file: SavedFile) => void): ExportTask {
  const host = useHost();
  const [task, setTask] = useState<{ readonly id: string; readonly file: SavedFile | null } | null>(null);
  const [progress, setProgress] = useState<ExportProgress | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [wasStopped, setWasStopped] = useState(false);
  const finish = (message: string | null) => {
    setTask(null);
    setProgress(null);
    setProblem(message);
  };
  useHostEvent("export.progress", (heard) => {
    if (heard.taskId !== task?.id) return;
    setProgress(heard);
    if (task.file?.kind !== "download" || heard.state === "running") return;
    finish(heard.message);
    if (heard.state === "done") onDone(task.file);
  });
  const start = async (request: ExportRequest): Promise<void> => {
    const id = crypto.randomUUID();
    setTask({ id, file: null });
    setProgress({ taskId: id, state: "running", done: 0, total: 0, bytes: 0, message: null });
    setProblem(null);
    setWasStopped(false);
    const answer = await host.call("export.start", { ...request, taskId: id });
    if (!answer.ok) return finish(answer.error.code === "export.cancelled" ? null : answer.error.message);
    if (answer.value.kind === "download") {
      setTask({ id, file: answer.value });
      return startDownload(answer.value.url);
    }
    finish(null);
    if (answer.value.kind === "saved") onDone(answer.value);
  };
  const cancel = () => {
    setWasStopped(task !== null);
    if (task !== null) void host.call("export.cancel", { taskId: task.id });
    if (task?.file?.kind === "download") finish(null);
  };
  return {
    progress: task === null ? null : progress,
    problem,
    wasStopped: wasStopped && task === null,
    start: (request) => void start(request),
    cancel,
  };
}
