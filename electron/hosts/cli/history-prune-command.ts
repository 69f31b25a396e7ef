import { z } from "zod";
import type { Retention } from "../../../shared/domain/history.ts";
import { failure, success, type Result } from "../../../shared/result/result.ts";
import type { History } from "../../core/history/history.ts";
import {
  planRemoval,
  planRetention,
  removePlanned,
  type PlannedRemoval,
} from "../../core/history/selection.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { formatTime } from "./exchange-output.ts";
import { queryOf, queryOptions } from "./history-query-options.ts";
import { commonOptions, wholeNumber } from "./options.ts";
import { printJson, say, type Terminal } from "./terminal.ts";
import { accessWorkspace } from "./workspace-access.ts";

export const historyPruneOptionsSchema = z.object({
  ...commonOptions,
  ...queryOptions,
  query: z.array(z.string()).default([]),
  olderThan: wholeNumber("--older-than", 1, 36_500).optional(),
  keep: wholeNumber("--keep", 1, 100_000_000).optional(),
  maxSize: wholeNumber("--max-size", 1, 1_000_000).optional(),
  withPinned: z.boolean().default(false),
  reason: z.string().max(500).default("Command line"),
  confirm: wholeNumber("--confirm", 1, 100_000_000).optional(),
});
export type HistoryPruneOptions = z.infer<typeof historyPruneOptionsSchema>;

/**
 * Removes what a query finds or a retention leaves no room for; without `--confirm N` it only says how many that would be.
 * Codes: `usage.invalid-option`, `history.query-invalid`, `history.count-differs`, `history.not-written`.
 */
export async function historyPruneCommand(
  terminal: Terminal,
  options: HistoryPruneOptions,
): Promise<Result<ExitCode>> {
  const retention = retentionOf(options);
  if (options.query.length > 0 === (retention !== null)) {
    return failure(
      "usage.invalid-option",
      "Say what to remove: either a query, such as before:2026-01-01, or what to keep with --older-than, --keep or --max-size.",
    );
  }
  const opened = accessWorkspace(terminal, options).openHistory();
  if (!opened.ok) return opened;
  const history = opened.value;
  try {
    const planned = await plan(terminal, history, options, retention);
    return planned.ok ? await removeOrSay(terminal, history, planned.value, options) : planned;
  } finally {
    await history.finding.close();
    history.close();
  }
}

function retentionOf({ olderThan, keep, maxSize }: HistoryPruneOptions): Retention | null {
  if (olderThan === undefined && keep === undefined && maxSize === undefined) return null;
  return {
    maximumAgeDays: olderThan ?? null,
    maximumCount: keep ?? null,
    maximumBytes: maxSize === undefined ? null : maxSize * 1_000_000,
  };
}

function plan(
  terminal: Terminal,
  history: History,
  options: HistoryPruneOptions,
  retention: Retention | null,
): Promise<Result<PlannedRemoval>> {
  if (retention !== null) return planRetention(history, retention, terminal.now());
  const selection = { kind: "query", query: queryOf(options.query, options), upTo: null } as const;
  return planRemoval(history, selection, options.withPinned);
}

async function removeOrSay(
  terminal: Terminal,
  history: History,
  planned: PlannedRemoval,
  { confirm, reason, json }: HistoryPruneOptions,
): Promise<Result<ExitCode>> {
  const { preview } = planned;
  if (confirm === undefined) {
    if (json === true) printJson(terminal, { removed: 0, wouldRemove: preview.count, ...preview });
    say(terminal, describe(preview));
    return success(EXIT.done);
  }
  const removed = await removePlanned(history, planned, confirm, reason, terminal.now());
  if (!removed.ok) return removed;
  if (json === true) printJson(terminal, { ...removed.value, ...preview });
  say(terminal, `Removed ${removed.value.removed}. The chain of the history records that.`);
  return success(EXIT.done);
}

function describe({ count, pinnedKept, oldest, newest }: PlannedRemoval["preview"]): string {
  const pinned = pinnedKept === 0 ? "" : ` ${pinnedKept} pinned ones would stay.`;
  if (count === 0) return `There is nothing to remove.${pinned}`;
  const span = `sent from ${formatTime(oldest ?? "")} to ${formatTime(newest ?? "")} UTC`;
  return `${count} would be removed for ever, ${span}.${pinned} To remove them, add --confirm ${count}.`;
}
