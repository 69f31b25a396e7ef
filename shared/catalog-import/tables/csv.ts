import Papa from "papaparse";
import { quoted, type Place, type Report } from "../report.ts";
import { countRoles } from "./columns.ts";
import { looksLikeData, SAMPLE_ROWS } from "./headless.ts";
import { MAXIMUM_ROWS, TOO_MANY_ROWS, type SourceTable } from "./table.ts";

/** Headings stand within these first rows; titles and notes may stand above. */
const HEADING_ROWS = 20;
const DELIMITERS = [",", ";", "\t", "|"] as const;
/** Behind a quote that never ends, the rest is read again; all of that together up to so often, and then quotes mean nothing. */
const MAXIMUM_BROKEN_ROWS = 200;
const MAXIMUM_REREADINGS = 3;
const FREE_CHARACTERS = 1_000_000;

type CsvRow = { readonly cells: readonly string[]; readonly start: number; readonly end: number };

/** How a text would be read as a table: between what the cells stand, and how many columns its headings name. */
export type CsvLayout = { readonly delimiter: string; readonly headingRow: number; readonly roles: number };

/** The layout whose headings name the most columns; null where no row of headings is found. */
export function csvLayoutOf(text: string): CsvLayout | null {
  let best: CsvLayout | null = null;
  const first = startOfRows(text);
  const start = text.slice(first, first + 64 * 1024);
  for (const delimiter of DELIMITERS) {
    const { data } = Papa.parse<string[]>(start, { delimiter, preview: HEADING_ROWS });
    data.forEach((cells, headingRow) => {
      const roles = countRoles(cells);
      if (roles > (best?.roles ?? 0)) best = { delimiter, headingRow, roles };
    });
  }
  return best;
}

/** Whether the first row is data, and not the headings of the rows below. */
export function startsWithData(text: string, delimiter: string): boolean {
  const first = startOfRows(text);
  const start = text.slice(first, first + 64 * 1024);
  const { data } = Papa.parse<string[]>(start, { delimiter, preview: SAMPLE_ROWS + 1 });
  const [headers = [], ...rows] = data;
  return looksLikeData({ headers: headers.map((cell) => cell.trim()), rows });
}

/** Excel may say the separator in a first line of its own. */
function startOfRows(text: string): number {
  return /^\uFEFF?(?:sep=.\r?\n)?/i.exec(text)?.[0].length ?? 0;
}

/** Whether a text looks like a table at all: lines with the same number of cells. */
export function guessDelimiter(text: string): string | null {
  const lines = text
    .slice(0, 64 * 1024)
    .split(/\r\n|\n|\r/)
    .slice(0, 10)
    .filter((line) => line.trim() !== "");
  const found = DELIMITERS.map((delimiter) => {
    const counts = lines.map((line) => line.split(delimiter).length - 1);
    const least = Math.min(...counts);
    return { delimiter, least: lines.length > 1 ? least : 0 };
  }).toSorted((one, other) => other.least - one.least)[0];
  return found === undefined || found.least < 1 ? null : found.delimiter;
}

/**
 * Reads CSV with quoted line breaks. A row whose quote never ends is told and taken as it stands on its line, so that it
 * does not swallow the rows below.
 */
export function readCsv(
  text: string,
  layout: Pick<CsvLayout, "delimiter" | "headingRow">,
  report: Report,
): SourceTable {
  const rows = readRows(text, layout.delimiter, report);
  const heading = rows[layout.headingRow];
  const body = rows.slice(layout.headingRow + 1);
  return {
    title: "",
    headers: (heading?.cells ?? []).map((cell) => cell.trim()),
    rows: body.map(({ cells }) => cells),
    place: (row, column) => placeOf(text, row === -1 ? heading : body[row], column, layout.delimiter),
  };
}

function readRows(text: string, delimiter: string, report: Report): CsvRow[] {
  const rows: CsvRow[] = [];
  let from = startOfRows(text);
  let left = text.length * MAXIMUM_REREADINGS + FREE_CHARACTERS;
  for (let broken = 0; from < text.length; broken += 1) {
    const isPlain = broken >= MAXIMUM_BROKEN_ROWS || left <= 0;
    const next = readUntilBroken(text, from, delimiter, isPlain, rows);
    left -= text.length - from;
    if (rows.length > MAXIMUM_ROWS) report.say("error", rows.pop()?.start ?? 0, TOO_MANY_ROWS);
    if (next === null) break;
    report.say(
      "error",
      next.start,
      `A quote opens here and does not end where its cell does: ${quoted(next.line)}. The line was read as it stands.`,
    );
    rows.push({
      cells: next.line.split(delimiter).map((cell) => cell.replaceAll('"', "")),
      start: next.start,
      end: next.end,
    });
    from = next.end;
  }
  return rows;
}

type BrokenRow = { readonly start: number; readonly end: number; readonly line: string };

/** Adds the rows from an offset on; answers the row whose quote does not end, if there is one. */
function readUntilBroken(
  text: string,
  from: number,
  delimiter: string,
  isPlain: boolean,
  rows: CsvRow[],
): BrokenRow | null {
  let start = from;
  let broken: BrokenRow | null = null;
  Papa.parse<string[]>(from === 0 ? text : text.slice(from), {
    delimiter,
    // Files of several origins mix line ends. A carriage return left at a line's end is white space, which is trimmed.
    newline: text.includes("\n") ? "\n" : "\r",
    // A character that no text has turns quotes into plain characters.
    ...(isPlain ? { quoteChar: "\0" } : {}),
    step({ data, errors, meta }, parser) {
      const end = from + meta.cursor;
      const width = Math.max(3, rows[0]?.cells.length ?? 0);
      const isSwallowing = !isPlain && data.some((cell) => hasSwallowedRows(cell, delimiter, width));
      if (isSwallowing || errors.some(({ code }) => code === "MissingQuotes")) {
        const lineEnd = /\r\n|\n|\r/g;
        lineEnd.lastIndex = start;
        const found = lineEnd.exec(text);
        const stop = found?.index ?? text.length;
        broken = {
          start,
          end: found === null ? text.length : stop + found[0].length,
          line: text.slice(start, stop),
        };
        parser.abort();
        return;
      }
      // A file that ends with a line end has no row behind it.
      if (data.length > 1 || data[0] !== "") rows.push({ cells: data, start, end });
      start = end;
      if (rows.length > MAXIMUM_ROWS) parser.abort();
    },
  });
  return broken;
}

/** Two stray quotes make one cell of all rows between them; a line of a text has not as many separators as a row. */
function hasSwallowedRows(cell: string, delimiter: string, width: number): boolean {
  if (!cell.includes("\n")) return false;
  const [, ...lines] = cell.split("\n");
  return lines.some((line) => line.split(delimiter).length >= width);
}

/** The start of a cell, by going through its row again; done for problems only. */
function placeOf(text: string, row: CsvRow | undefined, column: number, delimiter: string): Place {
  if (row === undefined) return 0;
  let cell = 0;
  let isQuoted = false;
  for (let offset = row.start; offset < row.end; offset += 1) {
    if (cell === column) return offset;
    const character = text.charAt(offset);
    if (character === '"') isQuoted = !isQuoted;
    else if (!isQuoted && text.startsWith(delimiter, offset)) cell += 1;
  }
  return row.start;
}
