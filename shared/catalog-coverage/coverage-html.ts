import { plural } from "../text/counts.ts";
import { escapeHtml, htmlCode, htmlDocument, htmlTable } from "../catalog-export/html-document.ts";
import type { CoverageReport, EventCoverage } from "../contract/coverage-calls.ts";
import { OUTCOME_WORDS } from "../export/words.ts";
import { outcomeSchema } from "../domain/exchange.ts";

/** The report as a page on its own: declared, sent and answered side by side, an event a row. `now` is ISO-8601. */
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

const HEADS = ["Event", "Declared", "Sent", "Answered", "Gaps"];

function section(title: string, events: readonly EventCoverage[]): string[] {
  return events.length === 0 ? [] : [`<h2>${title}</h2>`, ...htmlTable(HEADS, events.map(cellsOf))];
}

function cellsOf(event: EventCoverage): string[] {
  return [
    htmlCode(event.event),
    event.isDeclared ? plural(event.declaredParameters, "parameter") : "no",
    lines([
      ...event.tenants.map(({ tenantName, sent }) => `${escapeHtml(tenantName)}: ${sent}`),
      ...gatewayLine(event),
    ]),
    lines(event.tenants.map(answerLine)),
    lines(gapsOf(event)),
  ];
}

function gatewayLine({ gateway }: EventCoverage): string[] {
  if (gateway === null) return [];
  return [`Local gateway: received ${gateway.received}, refused ${gateway.refused}`];
}

function answerLine({ tenantName, outcomes, last }: EventCoverage["tenants"][number]): string {
  const counts = outcomeSchema.options
    .filter((outcome) => outcomes[outcome] > 0)
    .map((outcome) => `${outcomes[outcome]} ${OUTCOME_WORDS[outcome].toLowerCase()}`);
  const latest = `last ${OUTCOME_WORDS[last.outcome].toLowerCase()} ${last.sentAt}: ${htmlCode(last.message)}`;
  return `${escapeHtml(tenantName)}: ${counts.join(", ")}; ${latest}`;
}

function gapsOf(event: EventCoverage): string[] {
  return [
    ...event.neverSentParameters.map((name) => `${htmlCode(name)} never sent`),
    ...event.neverSentValues.map(({ parameter, values }) => `${htmlCode(parameter)} never ${listed(values)}`),
    ...event.undeclaredParameters.map(
      ({ name, count }) => `${htmlCode(name)} not declared, sent ${plural(count, "time")}`,
    ),
    ...event.undeclaredValues.map(
      ({ parameter, values }) => `${htmlCode(parameter)} was ${listed(values)}, not allowed`,
    ),
  ];
}

function listed(values: readonly string[]): string {
  return values.map(htmlCode).join(", ");
}

function lines(parts: readonly string[]): string {
  return parts.join("<br>");
}
