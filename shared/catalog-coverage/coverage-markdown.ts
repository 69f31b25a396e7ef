import type { CoverageReport, EventCoverage } from "../contract/coverage-calls.ts";
import { codeSpan, plainText } from "../export/markdown-text.ts";
import { plural } from "../text/counts.ts";
import { tableLines } from "../text/markdown-table.ts";
import { COVERAGE_HEADS, coverageRows, type CoverageLine, type CoveragePiece } from "./coverage-sides.ts";

/**
 * The report as a document to hand on: what was never sent and what is not declared by name, then all events with what is
 * declared, was sent and was answered side by side. `now` is ISO-8601.
 */
export function coverageMarkdown(report: CoverageReport, now: string): string {
  const { events } = report;
  const declared = events.filter(({ isDeclared }) => isDeclared);
  const neverSent = declared.filter(({ sent }) => sent === 0);
  const undeclared = events.filter(({ isDeclared }) => !isDeclared);
  const sections = [
    [`# Coverage: ${plainText(report.catalogName)}`],
    [
      `Version ${report.version} of the catalog, ${report.tenants.map(({ name }) => plainText(name)).join(", ") || "no tenant"}, as of ${now}.`,
    ],
    [
      `${plural(declared.length, "event is", "events are")} declared, ${plural(declared.length - neverSent.length, "of them was", "of them were")} sent; ${plural(undeclared.length, "event was", "events were")} seen that the catalog lacks.`,
    ],
    ...section("Never sent", neverSent.map(nameLine)),
    ...section("Not in the catalog", undeclared.map(nameLine)),
    ...(events.length === 0
      ? []
      : [["## Declared, sent and answered"], tableLines([HEAD, ...events.flatMap(rowsOf)])]),
  ];
  return `${sections.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

const HEAD = ["Event", "Parameter", ...COVERAGE_HEADS];

function section(title: string, lines: readonly string[]): string[][] {
  return lines.length === 0 ? [] : [[`## ${title}`], [...lines]];
}

function nameLine({ event }: EventCoverage): string {
  return `- ${codeSpan(event)}`;
}

function rowsOf(event: EventCoverage): string[][] {
  return coverageRows(event).map(({ parameter, declared, sent, answered }) => [
    codeSpan(event.event),
    parameter === null ? "" : codeSpan(parameter),
    cellOf(declared),
    cellOf(sent),
    cellOf(answered),
  ]);
}

function cellOf(lines: readonly CoverageLine[]): string {
  return lines.map((line) => line.map(pieceOf).join("")).join("; ");
}

function pieceOf({ kind, text }: CoveragePiece): string {
  if (kind === "code") return codeSpan(text);
  return kind === "name" ? plainText(text) : text;
}
