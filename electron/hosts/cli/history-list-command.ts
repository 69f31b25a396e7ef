import { z } from "zod";
import type { ExchangeSummary } from "../../../shared/domain/exchange.ts";
import type { HistoryPage, HistoryQueryText, HistorySort } from "../../../shared/domain/history.ts";
import { success, type Result } from "../../../shared/result/result.ts";
import type { History } from "../../core/history/history.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { commonOptions, wholeNumber } from "./options.ts";
import { formatOutcome, formatTime } from "./exchange-output.ts";
import { queryOf, queryOptions } from "./history-query-options.ts";
import { formatTable, shorten } from "./table.ts";
import { painterFor, printable, printJson, say, type Terminal } from "./terminal.ts";
import { accessWorkspace } from "./workspace-access.ts";

const LARGEST_PAGE = 500;
const DEFAULT_LIMIT = 20;

export const historyListOptionsSchema = z.object({
  ...commonOptions,
  ...queryOptions,
  query: z.array(z.string()).default([]),
  limit: wholeNumber("--limit", 1, 1_000_000).default(DEFAULT_LIMIT),
  sort: z.enum(["time", "took"], "--sort is time or took.").default("time"),
  reverse: z.boolean().default(false),
});
export type HistoryListOptions = z.infer<typeof historyListOptionsSchema>;

/** The same, for what is looked for. */
export const historySearchOptionsSchema = historyListOptionsSchema.extend({
  query: z.array(z.string()).min(1, "Say what to look for, such as outcome:rejected event:deposit."),
});

/** Exchanges that a query finds, newest or slowest first. Codes: `history.query-invalid`, `history.cannot-find`. */
export async function historyListCommand(
  terminal: Terminal,
  options: HistoryListOptions,
): Promise<Result<ExitCode>> {
  const opened = accessWorkspace(terminal, options).openHistory();
  if (!opened.ok) return opened;
  const history = opened.value;
  try {
    const query = queryOf(options.query, options);
    const rows = await findRows(history, query, options);
    if (!rows.ok) return rows;
    if (options.json === true) printJson(terminal, rows.value);
    else printRows(terminal, rows.value);
    if (options.json === true) return success(EXIT.done);
    const bounds = { newerThan: null, upTo: null, exact: false };
    const counted = await history.finding.ask("count", { ...bounds, query });
    if (!counted.ok) return counted;
    say(terminal, describeCount(rows.value.length, counted.value, history.count()));
    return success(EXIT.done);
  } finally {
    await history.finding.close();
    history.close();
  }
}

async function findRows(
  history: History,
  query: HistoryQueryText,
  { limit, sort: by, reverse }: HistoryListOptions,
): Promise<Result<ExchangeSummary[]>> {
  const sort: HistorySort = { by, direction: reverse ? "ascending" : "descending" };
  const rows: ExchangeSummary[] = [];
  let cursor: string | null = null;
  do {
    const bounds = { newerThan: null, upTo: null, limit: Math.min(LARGEST_PAGE, limit - rows.length) };
    const page: Result<Omit<HistoryPage, "total">> = await history.finding.ask("page", {
      ...bounds,
      query,
      sort,
      cursor,
    });
    if (!page.ok) return page;
    rows.push(...page.value.rows);
    cursor = page.value.next;
  } while (cursor !== null && rows.length < limit);
  return success(rows);
}

function describeCount(
  shown: number,
  { count, isExact }: { readonly count: number; readonly isExact: boolean },
  total: number,
): string {
  if (total === 0) return "The history is empty.";
  return `${shown} of ${isExact ? "" : "at least "}${Math.max(count, shown)}`;
}

const LONGEST_TEXT = 40;

function printRows(terminal: Terminal, rows: readonly ExchangeSummary[]): void {
  if (rows.length === 0) return;
  const paint = painterFor(terminal, terminal.stdout);
  const cells = rows.map((row) => [
    row.id,
    formatTime(row.sentAt),
    row.outcome,
    row.api,
    printable(row.tenantName ?? "-"),
    printable(shorten(row.event ?? "-", LONGEST_TEXT)),
    printable(shorten(row.identity?.value ?? "-", LONGEST_TEXT)),
    row.status === null ? "-" : String(row.status),
    `${row.totalMs.toFixed(1)} ms`,
  ]);
  const header = ["ID", "SENT", "OUTCOME", "API", "TENANT", "EVENT", "IDENTITY", "STATUS", "TIME"];
  const [first = "", ...lines] = formatTable([header, ...cells], new Set([7, 8]))
    .trimEnd()
    .split("\n");
  terminal.stdout.write(`${paint("bold", first)}\n`);
  for (const [index, line] of lines.entries()) {
    const outcome = rows[index]?.outcome;
    // Painted after the columns are aligned. The id and the time before it cannot contain the name of an outcome.
    const shown = outcome === undefined ? line : line.replace(outcome, formatOutcome(paint, outcome));
    terminal.stdout.write(`${shown}\n`);
  }
}
