import type { Handlers } from "../../../shared/contract/dispatch.ts";
import { failure, success, type Result } from "../../../shared/result/result.ts";
import type { AnnotationChange } from "../history/annotations.ts";
import { NO_CHANGE } from "../history/announce-appends.ts";
import {
  planRemoval,
  planRetention,
  removePlanned,
  selectSequences,
  type PlannedRemoval,
} from "../history/selection.ts";
import type { StepControl } from "../history/step-control.ts";
import { startVerification } from "../history/finding/verification.ts";
import type { Services } from "./services.ts";

type HistoryChangeHandlers = Pick<
  Handlers,
  | "history.annotate"
  | "history.annotateAll"
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
  const tasks: Tasks = new Map();
  return {
    ...createRemovalHandlers(services, tasks),
    ...createViewHandlers(services),
    ...createVerificationHandlers(services, tasks),
    "history.stop": ({ taskId }) => {
      const stop = tasks.get(taskId);
      stop?.();
      return success({ wasRunning: stop !== undefined });
    },
    "history.annotateAll": createAnnotateAll(services, tasks),
    "history.annotate": ({ ids, ...change }) => {
      const { history, clock, events, secrets } = services;
      const changed = history.annotations.change(ids, withoutSecrets(change, secrets), clock.now());
      if (changed.ok) events.emit("history.changed", { ...NO_CHANGE, annotated: namedFew(ids) });
      return changed;
    },
  };
}

function createAnnotateAll(
  { history, clock, events, secrets }: Services,
  tasks: Tasks,
): Handlers["history.annotateAll"] {
  return async ({ selection, taskId, ...change }) => {
    const selected = await selectSequences(history, selection);
    if (!selected.ok) return selected;
    const sequences = selected.value;
    const changed = await inSteps({ events, tasks }, taskId, sequences.length, (control) =>
      history.annotations.changeMany(sequences, withoutSecrets(change, secrets), clock.now(), control),
    );
    events.emit("history.changed", { ...NO_CHANGE, annotated: null });
    return changed;
  };
}

/** What stands beside the evidence holds no secret either, though somebody typed it there. */
function withoutSecrets(
  change: AnnotationChange,
  secrets: Pick<Services["secrets"], "redact">,
): AnnotationChange {
  const { note, addTags } = change;
  return {
    ...change,
    ...(note === undefined ? {} : { note: secrets.redact(note) }),
    ...(addTags === undefined ? {} : { addTags: addTags.map((tag) => secrets.redact(tag)) }),
  };
}

const MOST_NAMED = 100;

function namedFew(ids: readonly string[]): string[] | null {
  return ids.length > MOST_NAMED ? null : [...ids];
}

/** What runs by its id, with the way to stop it. */
type Tasks = Map<string, () => void>;

/** Tells how far it is, and has it stop when that is asked. */
async function inSteps<Answer>(
  { events, tasks }: { readonly events: Services["events"]; readonly tasks: Tasks },
  taskId: string | undefined,
  total: number,
  run: (control: StepControl) => Promise<Answer>,
): Promise<Answer> {
  const stop = new AbortController();
  if (taskId === undefined) return run({ onStep: () => {}, signal: stop.signal });
  tasks.set(taskId, () => stop.abort());
  try {
    const onStep = (done: number) => events.emit("history.progress", { taskId, done, total });
    return await run({ onStep, signal: stop.signal });
  } finally {
    tasks.delete(taskId);
  }
}

type Removing = { readonly taskId?: string | undefined; readonly count: number; readonly reason: string };

type RemovalHandlers = Pick<
  Handlers,
  "history.previewRemoval" | "history.remove" | "history.previewRetention" | "history.applyRetention"
>;

function createRemovalHandlers(
  { history, clock, events, workspace, secrets }: Services,
  tasks: Tasks,
): RemovalHandlers {
  const remove = async (planned: Result<PlannedRemoval>, { taskId, count, ...given }: Removing) => {
    if (!planned.ok) return planned;
    // It stays in the chain for ever.
    const reason = secrets.redact(given.reason);
    const removed = await inSteps({ events, tasks }, taskId, count, (control) =>
      removePlanned(history, planned.value, count, reason, clock.now(), control),
    );
    events.emit("history.changed", { ...NO_CHANGE, removed: removed.ok ? removed.value.removed : count });
    return removed;
  };
  const preview = (planned: Result<PlannedRemoval>) =>
    planned.ok ? success(planned.value.preview) : planned;
  return {
    "history.previewRemoval": async ({ selection, withPinned }) =>
      preview(await planRemoval(history, selection, withPinned)),
    "history.remove": async ({ selection, withPinned, ...removing }) =>
      remove(await planRemoval(history, selection, withPinned), removing),
    "history.previewRetention": async (retention) =>
      preview(await planRetention(history, retention, clock.now())),
    "history.applyRetention": async (removing) => {
      const retention = workspace.historySettings.retention();
      const planned = await planRetention(history, retention, clock.now());
      return remove(planned, { ...removing, reason: "Retention" });
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

function createVerificationHandlers(
  { history, events }: Services,
  tasks: Tasks,
): Pick<Handlers, "history.verify"> {
  return {
    "history.verify": async ({ taskId }) => {
      if (tasks.has(taskId)) {
        return failure("history.already-running", "This verification runs already. Wait for it, or stop it.");
      }
      const verification = startVerification(history.path, (done, total) =>
        events.emit("history.progress", { taskId, done, total }),
      );
      tasks.set(taskId, () => verification.stop());
      try {
        return await verification.result;
      } finally {
        tasks.delete(taskId);
      }
    },
  };
}
