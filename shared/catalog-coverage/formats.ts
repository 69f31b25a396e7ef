import type { CoverageReport } from "../contract/coverage-calls.ts";
import { coverageCsv } from "./coverage-csv.ts";
import { coverageHtml } from "./coverage-html.ts";
import { coverageMarkdown } from "./coverage-markdown.ts";

export type CoverageFormat = "csv" | "markdown" | "html";

/** How a report is written in each format; `now` is a time as `toISOString` writes it. */
export const COVERAGE_WRITERS = {
  csv: { ending: "csv", type: "text/csv", text: coverageCsv },
  markdown: { ending: "md", type: "text/markdown", text: coverageMarkdown },
  html: { ending: "html", type: "text/html", text: coverageHtml },
} as const satisfies Record<
  CoverageFormat,
  { ending: string; type: string; text: (report: CoverageReport, now: string) => string }
>;
