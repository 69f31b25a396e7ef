import { z } from "zod";
import type { ExchangeSummary } from "../../../shared/domain/exchange.ts";
import { success, type Result } from "../../../shared/result/result.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { commonOptions, wholeNumber } from "./options.ts";
import { formatOutcome, formatTime } from "./exchange-output.ts";
import { formatTable, shorten } from "./table.ts";
import { painterFor, printable, printJson, say, type Terminal } from "./terminal.ts";
import { accessWorkspace } from "./workspace-access.ts";

const LARGEST_PAGE = 500;
const DEFAULT_LIMIT = 20;

export const historyListOptionsSchema = z.object({
  ...commonOptions,
  limit: wholeNumber("--limit", 1, 1_000_000).default(DEFAULT_LIMIT),
});
export type HistoryListOptions = z.infer<typeof historyListOptionsSchema>;

/** The newest exchanges, newest first. */
export async function historyListCommand(
  terminal: Terminal,
  options: HistoryListOptions,
): Promise<Result<ExitCode>> {
  const opened = accessWorkspace(terminal, options).openHistory();
  if (!opened.ok) return opened;
  const history = opened.value;
  try {
    const rows: ExchangeSummary[] = [];
    let before: number | null = null;
    while (rows.length < options.limit) {
      const limit = Math.min(LARGEST_PAGE, options.limit - rows.length);
      const page: ExchangeSummary[] = history.page({ before, limit }).rows;
      rows.push(...page);
      before = page.at(-1)?.sequence ?? null;
      if (page.length < limit) break;
    }
    if (options.json === true) printJson(terminal, rows);
    else printRows(terminal, rows, history.count());
    return success(EXIT.done);
  } finally {
    history.close();
  }
}

const LONGEST_TEXT = 40;

function printRows(terminal: Terminal, rows: readonly ExchangeSummary[], total: number): void {
  const paint = painterFor(terminal, terminal.stdout);
  if (rows.length > 0) {
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
  say(terminal, total === 0 ? "The history is empty." : `${rows.length} of ${total}`);
}
