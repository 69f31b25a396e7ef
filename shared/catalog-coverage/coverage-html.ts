import { escapeHtml, htmlCode, htmlDocument, htmlTable } from "../catalog-export/html-document.ts";
import type { CoverageReport, EventCoverage } from "../contract/coverage-calls.ts";
import { COVERAGE_HEADS, coverageRows, type CoverageLine, type CoveragePiece } from "./coverage-sides.ts";

/** The report as a page on its own: declared, sent and answered side by side, a row for each event and for each parameter that differs. `now` is ISO-8601. */
export function coverageHtml(report: CoverageReport, now: string): string {
  const declared = report.events.filter(({ isDeclared }) => isDeclared);
  const others = report.events.filter(({ isDeclared }) => !isDeclared);
  const sent = declared.filter((event) => event.sent > 0).length;
  const tenants = report.tenants.map(({ name }) => escapeHtml(name)).join(", ") || "no tenant";
  return htmlDocument(`Coverage: ${report.catalogName}`, [
    `<h1>Coverage: ${htmlCode(report.catalogName)}</h1>`,
    `<p>Version ${report.version} of the catalog, ${tenants}, as of ${escapeHtml(now)}.</p>`,
    `<p>${sent} of ${declared.length} declared events were sent; ${others.length} were seen that the catalog lacks.</p>`,
    ...section("Not in the catalog", others),
    ...section(
      "Never sent",
      declared.filter((event) => event.sent === 0),
    ),
    ...section(
      "Sent",
      declared.filter((event) => event.sent > 0),
    ),
  ]);
}

const HEADS = ["Event", "Parameter", ...COVERAGE_HEADS];

function section(title: string, events: readonly EventCoverage[]): string[] {
  return events.length === 0 ? [] : [`<h2>${title}</h2>`, ...htmlTable(HEADS, events.flatMap(rowsOf))];
}

function rowsOf(event: EventCoverage): string[][] {
  return coverageRows(event).map(({ parameter, declared, sent, answered }) => [
    parameter === null ? htmlCode(event.event) : "",
    parameter === null ? "" : htmlCode(parameter),
    cellOf(declared),
    cellOf(sent),
    cellOf(answered),
  ]);
}

function cellOf(lines: readonly CoverageLine[]): string {
  return lines.map((line) => line.map(pieceOf).join("")).join("<br>");
}

function pieceOf({ kind, text }: CoveragePiece): string {
  return kind === "code" ? htmlCode(text) : escapeHtml(text);
}
