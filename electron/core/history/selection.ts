import type { HistorySelection, RemovalPreview, Retention } from "../../../shared/domain/history.ts";
import { failure, success, type Result } from "../../../shared/result/result.ts";
import { describeSystemError } from "../workspace/system-error.ts";
import type { History } from "./history.ts";
import type { StepControl } from "./step-control.ts";

/**
 * The sequences of chosen exchanges, oldest first; chosen ids that are not there are passed over. Codes: those of the
 * engine.
 */
export async function selectSequences(
  history: History,
  selection: HistorySelection,
): Promise<Result<number[]>> {
  if (selection.kind === "query") {
    return history.finding.ask("select", { query: selection.query, newerThan: null, upTo: selection.upTo });
  }
  const found = selection.ids.map((id) => history.sequenceOf(id)).filter((sequence) => sequence !== null);
  return success([...new Set(found)].sort((a, b) => a - b));
}

/** What would be removed, ready to be. */
export type PlannedRemoval = { readonly sequences: readonly number[]; readonly preview: RemovalPreview };

/** Codes: those of the engine. */
export async function planRemoval(
  history: History,
  selection: HistorySelection,
  withPinned: boolean,
): Promise<Result<PlannedRemoval>> {
  const selected = await selectSequences(history, selection);
  if (!selected.ok) return selected;
  const pinned = withPinned ? new Set<number>() : history.annotations.pinned();
  const sequences = selected.value.filter((sequence) => !pinned.has(sequence));
  return success(plannedOf(history, sequences, selected.value.length - sequences.length));
}

/** Pinned exchanges are kept and not counted. Code: `history.cannot-find`. */
export async function planRetention(
  history: History,
  retention: Retention,
  now: Date,
): Promise<Result<PlannedRemoval>> {
  const expired = await history.finding.expired(retention, now.getTime());
  return expired.ok ? success(plannedOf(history, expired.value, 0)) : expired;
}

function plannedOf(history: History, sequences: readonly number[], pinnedKept: number): PlannedRemoval {
  const timeOf = (sequence: number | undefined) =>
    sequence === undefined ? null : history.sentAtOf(sequence);
  return {
    sequences,
    preview: {
      count: sequences.length,
      pinnedKept,
      oldest: timeOf(sequences[0]),
      newest: timeOf(sequences.at(-1)),
    },
  };
}

/**
 * Removes what was planned, if it is still as many as the user was shown. Codes: `history.count-differs`,
 * `history.not-written`.
 */
export async function removePlanned(
  history: History,
  { sequences }: PlannedRemoval,
  count: number,
  reason: string,
  now: Date,
  control?: StepControl,
): Promise<Result<{ readonly removed: number }>> {
  if (sequences.length !== count) {
    return failure(
      "history.count-differs",
      `There are ${sequences.length} exchanges to remove now, not ${count}. Nothing was removed. Look at them again, then confirm.`,
      { count: sequences.length },
    );
  }
  try {
    return success({ removed: await history.removals.remove(sequences, reason, now, control) });
  } catch (error) {
    return failure(
      "history.not-written",
      `Not all of them could be removed, because ${describeSystemError(error)}. Those that are still there are unchanged.`,
    );
  }
}
