import type { CoverageReport, EventCoverage, TenantCoverage } from "../contract/coverage-calls.ts";
import { codeSpan, plainText } from "../export/markdown-text.ts";
import { OUTCOME_WORDS } from "../export/words.ts";
import { plural } from "../text/counts.ts";
import { tableLines } from "../text/markdown-table.ts";

/** The report as a document to hand on: what was never sent and what is not declared first, then every event. `now` is ISO-8601. */
export function coverageMarkdown(report: CoverageReport, now: string): string {
  const { events } = report;
  const declared = events.filter(({ isDeclared }) => isDeclared);
  const neverSent = declared.filter(({ sent }) => sent === 0);
  const undeclared = events.filter(({ isDeclared }) => !isDeclared);
  const sent = events.filter((event) => event.sent > 0);
  const sections = [
    [`# Coverage: ${plainText(report.catalogName)}`],
    [
      `Version ${report.version} of the catalog, ${report.tenants.map(({ name }) => plainText(name)).join(", ") || "no tenant"}, as of ${now}.`,
    ],
    [
      `${plural(declared.length, "event is", "events are")} declared, ${declared.length - neverSent.length} of them were sent; ${plural(undeclared.length, "event was", "events were")} seen that the catalog lacks.`,
    ],
    ...section("Never sent", neverSent.map(nameLine)),
    ...section("Not in the catalog", undeclared.map(nameLine)),
    ...section("Parameters and values", sent.flatMap(gapLines)),
    ...(sent.length === 0 ? [] : [["## Sent and answered"], tableLines([HEAD, ...sent.flatMap(rowsOf)])]),
  ];
  return `${sections.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

const HEAD = ["Event", "Tenant", "Sent", "Accepted", "Last sent", "Last outcome", "Answer"];

function section(title: string, lines: readonly string[]): string[][] {
  return lines.length === 0 ? [] : [[`## ${title}`], [...lines]];
}

function nameLine({ event, sent, gateway }: EventCoverage): string {
  const counts = [
    sent === 0 ? null : `sent ${plural(sent, "time")}`,
    gateway === null ? null : `${gateway.received} at the local gateway`,
  ].filter((part) => part !== null);
  return `- ${codeSpan(event)}${counts.length === 0 ? "" : `: ${counts.join(", ")}`}`;
}

function gapLines(event: EventCoverage): string[] {
  const lines = [
    ...event.neverSentParameters.map((name) => `${codeSpan(name)} was never sent`),
    ...event.neverSentValues.map(
      ({ parameter, values }) => `${codeSpan(parameter)} was never ${values.map(codeSpan).join(", ")}`,
    ),
    ...event.undeclaredParameters.map(
      ({ name, count }) => `${codeSpan(name)} is not declared (sent ${plural(count, "time")})`,
    ),
    ...event.undeclaredValues.map(
      ({ parameter, values }) =>
        `${codeSpan(parameter)} was ${values.map(codeSpan).join(", ")}, which is not allowed`,
    ),
  ];
  return lines.length === 0 ? [] : [`- ${codeSpan(event.event)}`, ...lines.map((line) => `  - ${line}`)];
}

function rowsOf(event: EventCoverage): string[][] {
  return event.tenants.map((tenant: TenantCoverage) => [
    codeSpan(event.event),
    plainText(tenant.tenantName),
    String(tenant.sent),
    String(tenant.outcomes.accepted),
    tenant.last.sentAt,
    OUTCOME_WORDS[tenant.last.outcome],
    codeSpan(tenant.last.message),
  ]);
}
