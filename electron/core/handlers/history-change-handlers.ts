import type { Handlers } from "../../../shared/contract/dispatch.ts";
import { failure, success, type Result } from "../../../shared/result/result.ts";
import { NO_CHANGE } from "../history/announce-appends.ts";
import { planRemoval, planRetention, removePlanned, type PlannedRemoval } from "../history/selection.ts";
import { startVerification, type RunningVerification } from "../history/finding/verification.ts";
import type { Services } from "./services.ts";

type HistoryChangeHandlers = Pick<
  Handlers,
  | "history.annotate"
  | "history.previewRemoval"
  | "history.remove"
  | "history.retention"
  | "history.setRetention"
  | "history.previewRetention"
  | "history.applyRetention"
  | "history.verify"
  | "history.stop"
  | "history.views"
  | "history.saveView"
  | "history.removeView"
>;

/** What changes beside the evidence, what takes from it, and what proves it. */
export function createHistoryChangeHandlers(services: Services): HistoryChangeHandlers {
  return {
    ...createRemovalHandlers(services),
    ...createViewHandlers(services),
    ...createVerificationHandlers(services),
    "history.annotate": ({ ids, ...change }) => {
      const { history, clock, events } = services;
      const changed = history.annotations.change(ids, change, clock.now());
      if (changed.ok) events.emit("history.changed", { ...NO_CHANGE, annotated: namedFew(ids) });
      return changed;
    },
  };
}

const MOST_NAMED = 100;

function namedFew(ids: readonly string[]): string[] | null {
  return ids.length > MOST_NAMED ? null : [...ids];
}

type RemovalHandlers = Pick<
  Handlers,
  "history.previewRemoval" | "history.remove" | "history.previewRetention" | "history.applyRetention"
>;

function createRemovalHandlers({ history, clock, events, workspace }: Services): RemovalHandlers {
  const remove = async (planned: Result<PlannedRemoval>, count: number, reason: string) => {
    if (!planned.ok) return planned;
    const removed = await removePlanned(history, planned.value, count, reason, clock.now());
    events.emit("history.changed", { ...NO_CHANGE, removed: removed.ok ? removed.value.removed : count });
    return removed;
  };
  const preview = (planned: Result<PlannedRemoval>) =>
    planned.ok ? success(planned.value.preview) : planned;
  return {
    "history.previewRemoval": async ({ selection, withPinned }) =>
      preview(await planRemoval(history, selection, withPinned)),
    "history.remove": async ({ selection, withPinned, count, reason }) =>
      remove(await planRemoval(history, selection, withPinned), count, reason),
    "history.previewRetention": async (retention) =>
      preview(await planRetention(history, retention, clock.now())),
    "history.applyRetention": async ({ count }) => {
      const retention = workspace.historySettings.retention();
      return remove(await planRetention(history, retention, clock.now()), count, "Retention");
    },
  };
}

type ViewHandlers = Pick<
  Handlers,
  "history.retention" | "history.setRetention" | "history.views" | "history.saveView" | "history.removeView"
>;

function createViewHandlers({ workspace, events }: Services): ViewHandlers {
  const settings = workspace.historySettings;
  const announce = () => events.emit("history.changed", { ...NO_CHANGE, views: true });
  return {
    "history.retention": () => success(settings.retention()),
    "history.setRetention": (retention) => settings.setRetention(retention),
    "history.views": () => success([...settings.views()]),
    "history.saveView": (view) => {
      const saved = settings.saveView(view);
      if (saved.ok) announce();
      return saved;
    },
    "history.removeView": ({ id }) => {
      const removed = settings.removeView(id);
      if (!removed.ok) return removed;
      announce();
      return success({});
    },
  };
}

function createVerificationHandlers({
  history,
  events,
}: Services): Pick<Handlers, "history.verify" | "history.stop"> {
  const running = new Map<string, RunningVerification>();
  return {
    "history.verify": async ({ taskId }) => {
      if (running.has(taskId)) {
        return failure("history.already-running", "This verification runs already. Wait for it, or stop it.");
      }
      const verification = startVerification(history.path, (done, total) =>
        events.emit("history.progress", { taskId, done, total }),
      );
      running.set(taskId, verification);
      try {
        return await verification.result;
      } finally {
        running.delete(taskId);
      }
    },
    "history.stop": ({ taskId }) => {
      const found = running.get(taskId);
      found?.stop();
      return success({ wasRunning: found !== undefined });
    },
  };
}
