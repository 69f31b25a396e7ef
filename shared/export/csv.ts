import Papa from "papaparse";
import type { Exchange } from "../domain/exchange.ts";
import type { ExportContext, ExportItem } from "./types.ts";

type Cell = string | number | boolean | null;

/** The columns, in their order. Headers and timings are in the other formats; a table is for counting and sorting. */
const COLUMNS: Readonly<Record<string, (exchange: Exchange) => Cell>> = {
  id: ({ id }) => id,
  sent_at: ({ sentAt }) => sentAt,
  outcome: ({ outcome }) => outcome,
  api: ({ api }) => api,
  tenant: ({ tenant }) => tenant?.name ?? null,
  tenant_kind: ({ tenant }) => tenant?.kind ?? null,
  event: ({ event }) => event,
  identity_kind: ({ identity }) => identity?.kind ?? null,
  identity: ({ identity }) => identity?.value ?? null,
  status: ({ response }) => response?.status ?? null,
  took_ms: ({ timings }) => timings.total,
  reference: ({ reference }) => reference,
  message: ({ message }) => message,
  negative: ({ negative }) => negative,
  findings: ({ findings }) =>
    findings.map(({ severity, rule, path }) => `${severity} ${rule} ${path}`.trim()).join("; "),
  url: ({ request }) => request.url,
  request: ({ request }) => request.text,
  answer: ({ response }) => response?.body ?? null,
  answer_encoding: ({ response }) => response?.bodyEncoding ?? null,
  run: ({ run }) => run?.id ?? null,
  run_row: ({ run }) => run?.row ?? null,
  catalog: ({ catalog }) => catalog && `${catalog.name} ${catalog.version}`,
  app_version: ({ appVersion }) => appVersion,
};

/**
 * A table for spreadsheets, RFC 4180 with CRLF. It begins with a byte order mark, without which Excel takes UTF-8 for another
 * encoding. A cell that a spreadsheet would take for a formula begins with an apostrophe.
 */
export async function* exportCsv(
  items: AsyncIterable<ExportItem>,
  _context: ExportContext,
): AsyncGenerator<string> {
  yield `\uFEFF${row([...Object.keys(COLUMNS), "tags", "note"])}`;
  for await (const { exchange, note, tags } of items) {
    yield row([...Object.values(COLUMNS).map((read) => read(exchange)), tags.join(" "), note]);
  }
}

function row(cells: readonly Cell[]): string {
  return `${Papa.unparse([cells.map(inert)])}\r\n`;
}

/** What begins a formula in a spreadsheet, after white space too, in ASCII or full width. */
const FORMULA = /^[\s\0]*[=+\-@|%\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/;

/** Numbers of ours are numbers and stay. */
function inert(cell: Cell): Cell {
  return typeof cell === "string" && FORMULA.test(cell) ? `'${cell}` : cell;
}
