import type { Exchange } from "../../../shared/domain/exchange.ts";
import { printQuery } from "../../../shared/history-query/print.ts";

/** The query of exchanges of the same event at a tenant; `before` an ISO-8601 moment, or null for up to now. */
export function sameEventQuery(
  { event }: Pick<Exchange, "event">,
  tenantId: string | undefined,
  before: string | null,
): { readonly text: string; readonly timeZone: string } {
  const facet = (name: "event" | "tenant" | "before", value: string) =>
    ({ kind: "facet", negated: false, facet: name, values: [value] }) as const;
  const text = printQuery([
    facet("event", event ?? ""),
    ...(tenantId === undefined ? [] : [facet("tenant", tenantId)]),
    ...(before === null ? [] : [facet("before", before)]),
  ]);
  return { text, timeZone: "UTC" };
}
