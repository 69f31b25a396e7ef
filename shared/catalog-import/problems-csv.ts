import Papa from "papaparse";
import { neutralCell } from "./tables/cells.ts";
import type { ImportProblem } from "./types.ts";

const HEADINGS = ["Severity", "Line", "Column", "Event", "Parameter", "Problem"];

/** The problems of an import as CSV, for whoever has to mend the source. No cell is a formula. */
export function problemsCsv(problems: readonly ImportProblem[]): string {
  const rows = problems.map(({ severity, line, column, event, parameter, message }) =>
    [severity, String(line), String(column), event ?? "", parameter ?? "", message].map(neutralCell),
  );
  return `${Papa.unparse([HEADINGS, ...rows], { newline: "\r\n" })}\r\n`;
}
