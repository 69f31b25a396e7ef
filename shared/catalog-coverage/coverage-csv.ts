import { csvText } from "../catalog-export/catalog-csv.ts";
import { neutralCell } from "../catalog-import/tables/cells.ts";
import type { CoverageReport, EventCoverage, TenantCoverage } from "../contract/coverage-calls.ts";
import { outcomeSchema } from "../domain/exchange.ts";

const HEAD = [
  "event",
  "id",
  "declared",
  "tenant",
  "sent",
  ...outcomeSchema.options,
  "last_sent",
  "last_outcome",
  "last_answer",
  "last_accepted",
  "gateway_received",
  "gateway_refused",
  "parameters_declared",
  "parameters_never_sent",
  "values_never_sent",
  "parameters_not_declared",
  "values_not_declared",
];

/** A row for each event and tenant; one for an event that nobody was sent. No cell is a formula to a spreadsheet. */
export function coverageCsv(report: CoverageReport): string {
  const rows = report.events.flatMap((event) =>
    event.tenants.length === 0
      ? [cellsOf(event, null)]
      : event.tenants.map((tenant) => cellsOf(event, tenant)),
  );
  return csvText([HEAD, ...rows.map((cells) => cells.map(neutralCell))]);
}

function cellsOf(event: EventCoverage, tenant: TenantCoverage | null): string[] {
  return [
    event.event,
    event.id === null ? "" : String(event.id),
    event.isDeclared ? "yes" : "no",
    tenant?.tenantName ?? "",
    String(tenant?.sent ?? 0),
    ...outcomeSchema.options.map((outcome) => String(tenant?.outcomes[outcome] ?? 0)),
    tenant?.last.sentAt ?? "",
    tenant?.last.outcome ?? "",
    tenant?.last.message ?? "",
    tenant?.lastAccepted?.sentAt ?? "",
    String(event.gateway?.received ?? 0),
    String(event.gateway?.refused ?? 0),
    String(event.declaredParameters),
    event.neverSentParameters.join(" "),
    valuesText(event.neverSentValues),
    event.undeclaredParameters.map(({ name, count }) => `${name} (${count})`).join(" "),
    valuesText(event.undeclaredValues),
  ];
}

function valuesText(values: EventCoverage["neverSentValues"]): string {
  return values.map(({ parameter, values }) => `${parameter}: ${values.join(", ")}`).join("; ");
}
