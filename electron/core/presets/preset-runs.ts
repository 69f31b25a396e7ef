import type { Preset, PresetResults, PresetRun } from "../../../shared/domain/preset.ts";
import { failure, success, type Result } from "../../../shared/result/result.ts";
import { guardRun } from "../guard/guard-target.ts";
import type { Guard } from "../guard/guard.ts";
import type { RunPermit } from "../guard/run-permits.ts";
import type { Clock, EventBus, Logger } from "../ports.ts";
import type { SendService } from "../send/types.ts";
import type { PresetResultsStore } from "../workspace/preset-results-store.ts";
import type { PresetStore } from "../workspace/preset-store.ts";
import { endsRun, finished, newRun, rowOf, withResults, withRow } from "./preset-run.ts";

export type PresetRunsDependencies = {
  readonly presets: Pick<PresetStore, "get">;
  readonly presetResults: PresetResultsStore;
  readonly send: Pick<SendService, "resolve" | "sendText" | "cancel">;
  readonly guard: Guard;
  readonly events: Pick<EventBus, "emit">;
  readonly clock: Clock;
  readonly logger: Pick<Logger, "warn">;
  readonly newId: () => string;
};

/** Runs of presets. What is sent goes the way of every send, each recorded with its preset and what was expected of it. */
export type PresetRuns = {
  /** Codes: those of the call `presets.run`. Answers when the run has begun. */
  start(ids: readonly string[], perSecond: number | null, windowId: string): Result<PresetRun>;
  results(tenantId: string): PresetResults;
  /** Stops after cancelling what is being sent; false where no such run goes on. */
  cancel(runId: string): boolean;
  /** Takes no more, stops what goes on and waits until it has. */
  close(): Promise<void>;
};

type RunUnderWay = {
  run: PresetRun;
  readonly presets: readonly Preset[];
  readonly windowId: string;
  readonly permit: RunPermit;
  readonly stopped: AbortController;
};

export function createPresetRuns(dependencies: PresetRunsDependencies): PresetRuns {
  const { clock, guard, send } = dependencies;
  const last = new Map<string, RunUnderWay>();
  const going = new Set<Promise<void>>();
  let isClosed = false;

  function cancelRun(current: RunUnderWay): void {
    current.run = { ...current.run, isCancelled: true };
    current.stopped.abort();
    send.cancel(sendIdOf(current.run));
  }

  return {
    start(ids, perSecond, windowId) {
      if (isClosed) return failure("send.closed", "The console is closing, so nothing was sent.");
      const chosen = choosePresets(dependencies, ids);
      if (!chosen.ok) return chosen;
      const [first] = chosen.value;
      if (first === undefined) return failure("preset.not-found", "Choose at least one preset.");
      if (last.get(first.tenantId)?.run.finishedAt === null) return alreadyRunning();
      const target = send.resolve(first.tenantId, first.api);
      if (!target.ok) return target;
      const permit = guardRun(guard, windowId, target.value, { eventCount: ids.length, perSecond });
      if (!permit.ok) return permit;
      const run = newRun(dependencies.newId(), chosen.value, perSecond, clock.now().toISOString());
      const current = {
        run,
        presets: chosen.value,
        windowId,
        permit: permit.value,
        stopped: new AbortController(),
      };
      last.set(run.tenantId, current);
      const done = goThrough(dependencies, current).finally(() => going.delete(done));
      going.add(done);
      return success(run);
    },
    results(tenantId) {
      const stored = dependencies.presetResults.get(tenantId);
      const run = last.get(tenantId)?.run ?? stored.run;
      return { run, rows: withResults(stored.rows, run) };
    },
    cancel(runId) {
      const current = [...last.values()].find(({ run }) => run.id === runId);
      if (current === undefined || current.run.finishedAt !== null) return false;
      cancelRun(current);
      return true;
    },
    async close() {
      isClosed = true;
      for (const current of last.values()) if (current.run.finishedAt === null) cancelRun(current);
      await Promise.allSettled(going);
    },
  };
}

function choosePresets(
  { presets }: PresetRunsDependencies,
  ids: readonly string[],
): Result<readonly Preset[]> {
  const found = ids.flatMap((id) => presets.get(id) ?? []);
  const [first] = found;
  if (found.length < ids.length || first === undefined) {
    return failure("preset.not-found", "One of these presets no longer exists. Nothing was sent.");
  }
  if (found.some(({ tenantId, api }) => tenantId !== first.tenantId || api !== first.api)) {
    return failure("presets.mixed", "A run takes presets of one tenant and one API. Nothing was sent.");
  }
  return success(found);
}

function alreadyRunning(): Result<never> {
  return failure(
    "presets.running",
    "Presets of this tenant are being run already. Wait, or cancel that run.",
  );
}

/** One preset after the other. It never rejects: what goes wrong is in the rows. */
async function goThrough(dependencies: PresetRunsDependencies, current: RunUnderWay): Promise<void> {
  const { clock, events } = dependencies;
  const { presets, permit, stopped } = current;
  const change = (run: PresetRun) => {
    current.run = run;
    events.emit("presets.progress", { tenantId: run.tenantId });
  };
  const pause = createPace(current.run.perSecond, stopped.signal);
  for (const [index, preset] of presets.entries()) {
    await pause();
    if (stopped.signal.aborted) break;
    change(withRow(current.run, index, { state: "running" }));
    const sent = await sendPreset(dependencies, current, preset, index);
    change(withRow(current.run, index, rowOf(preset, sent)));
    if (!sent.ok && endsRun(sent.error)) break;
  }
  permit.end();
  const run = finished(current.run, clock.now().toISOString());
  keepResults(dependencies, run);
  change(run);
}

/** What of the results cannot be written down is there until the console ends, and the exchanges are in the history. */
function keepResults({ presets, presetResults, logger }: PresetRunsDependencies, run: PresetRun): void {
  const rows = withResults(presetResults.get(run.tenantId).rows, run);
  const present = rows.filter(({ preset }) => presets.get(preset.id) !== null);
  const saved = presetResults.save(run.tenantId, { run, rows: present });
  if (!saved.ok) logger.warn(saved.error.message);
}

async function sendPreset(
  { send }: PresetRunsDependencies,
  { run, windowId, permit }: RunUnderWay,
  preset: Preset,
  index: number,
): ReturnType<SendService["sendText"]> {
  const target = send.resolve(preset.tenantId, preset.api, preset.variables);
  if (!target.ok) return target;
  return send.sendText({
    target: target.value,
    windowId,
    text: preset.text,
    sendId: sendIdOf(run),
    run: permit,
    presetId: preset.id,
    expected: preset.expected,
    partOfRun: { id: run.id, row: index + 1 },
  });
}

function sendIdOf({ id }: PresetRun): string {
  return `preset-run ${id}`;
}

/** Waits so that no more than so many begin in a second; at once where there is no such limit. */
function createPace(perSecond: number | null, stopped: AbortSignal): () => Promise<void> {
  let next = performance.now();
  return async () => {
    const wait = next - performance.now();
    next = Math.max(next, performance.now()) + (perSecond === null ? 0 : 1000 / perSecond);
    if (wait > 0) await sleep(wait, stopped);
  };
}

function sleep(milliseconds: number, stopped: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (stopped.aborted) {
      resolve();
      return;
    }
    const end = () => {
      clearTimeout(timer);
      stopped.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    stopped.addEventListener("abort", end);
  });
}
