import type {
  CoveredSend,
  CoverageReport,
  EventCoverage,
  GatewayCoverage,
  TenantCoverage,
} from "../contract/coverage-calls.ts";
import type { CatalogEvent, StoredCatalog } from "../domain/catalog.ts";
import type { Outcome } from "../domain/exchange.ts";
import { SYSTEM_PARAMETERS } from "../validation/system-parameters.ts";
import type { SeenEvent, SeenParameter } from "./collect.ts";

export type ReportInput = {
  readonly stored: StoredCatalog;
  readonly tenants: CoverageReport["tenants"];
  readonly scan: CoverageReport["scan"];
  /** Of these tenants, by how history calls them. */
  readonly seen: readonly SeenEvent[];
  /** By how the requests called their events: a key, or an id as text. */
  readonly gateway: ReadonlyMap<string, GatewayCoverage>;
};

/** Puts side by side what a catalog declares, what was sent and what was answered. */
export function coverageReport({ stored, tenants, scan, seen, gateway }: ReportInput): CoverageReport {
  const { catalog, id, version } = stored;
  const keyOf = namesToKeys(catalog.events);
  const byKey = Map.groupBy(seen, ({ event }) => keyOf(event));
  const gatewayByKey = gatewayByKeys(gateway, keyOf);
  const declared = new Map(catalog.events.map((event) => [event.key, event]));
  const rowOf = (key: string, event: CatalogEvent | null): EventCoverage =>
    eventCoverage(key, event, byKey.get(key) ?? [], gatewayByKey.get(key) ?? null);
  const others = [...new Set([...byKey.keys(), ...gatewayByKey.keys()])]
    .filter((key) => !declared.has(key))
    .map((key) => rowOf(key, null))
    .sort((left, right) => lastOf(right).localeCompare(lastOf(left)));
  return {
    catalogId: id,
    catalogName: catalog.name,
    version,
    scan,
    tenants,
    events: [...[...declared].map(([key, event]) => rowOf(key, event)), ...others],
  };
}

/** Realtime names events by their id, which history could not always turn into a key. */
function namesToKeys(events: readonly CatalogEvent[]): (name: string) => string {
  const keys = new Set(events.map(({ key }) => key));
  const byId = new Map(events.map(({ id, key }) => [String(id), key]));
  return (name) => (keys.has(name) ? name : (byId.get(name) ?? name));
}

function gatewayByKeys(
  gateway: ReadonlyMap<string, GatewayCoverage>,
  keyOf: (name: string) => string,
): Map<string, GatewayCoverage> {
  const byKey = new Map<string, GatewayCoverage>();
  for (const [name, one] of gateway) {
    const key = keyOf(name);
    const other = byKey.get(key);
    byKey.set(key, other === undefined ? one : added(other, one));
  }
  return byKey;
}

function added(one: GatewayCoverage, other: GatewayCoverage): GatewayCoverage {
  const later = one.lastAt >= other.lastAt ? one : other;
  return { ...later, received: one.received + other.received, refused: one.refused + other.refused };
}

function eventCoverage(
  key: string,
  event: CatalogEvent | null,
  seen: readonly SeenEvent[],
  gateway: GatewayCoverage | null,
): EventCoverage {
  const parameters = mergedParameters(seen);
  return {
    event: key,
    id: event?.id ?? null,
    title: event?.title ?? null,
    isDeclared: event !== null,
    sent: seen.reduce((sum, { sent }) => sum + sent, 0),
    tenants: mergedTenants(seen),
    gateway,
    declaredParameters: event?.parameters.length ?? 0,
    ...comparedParameters(event, seen.length > 0, parameters),
  };
}

type Compared = Pick<
  EventCoverage,
  "neverSentParameters" | "neverSentValues" | "undeclaredParameters" | "undeclaredValues"
>;

function comparedParameters(
  event: CatalogEvent | null,
  wasSent: boolean,
  seen: ReadonlyMap<string, SeenParameter>,
): Compared {
  const known = new Set([...(event?.parameters ?? []), ...SYSTEM_PARAMETERS].map(({ name }) => name));
  const compared: Compared = {
    neverSentParameters: [],
    neverSentValues: [],
    undeclaredParameters: [...seen]
      .filter(([name]) => !known.has(name))
      .map(([name, { count }]) => ({ name, count })),
    undeclaredValues: [],
  };
  if (!wasSent) return compared;
  for (const { name, enum: allowed } of event?.parameters ?? []) {
    const sent = seen.get(name);
    if (sent === undefined) compared.neverSentParameters.push(name);
    else if (allowed !== undefined) compareValues(compared, name, allowed, sent);
  }
  return compared;
}

function compareValues(
  compared: Compared,
  parameter: string,
  allowed: readonly (string | number | boolean)[],
  { values, hasAllValues }: SeenParameter,
): void {
  const texts = new Set(allowed.map((value) => JSON.stringify(value)));
  const others = [...values].filter((value) => !texts.has(value));
  if (others.length > 0) compared.undeclaredValues.push({ parameter, values: others });
  // Of more values than are kept, one that is missing may have been among those that are not.
  const missing = hasAllValues ? [...texts].filter((value) => !values.has(value)) : [];
  if (missing.length > 0) compared.neverSentValues.push({ parameter, values: missing });
}

function mergedParameters(seen: readonly SeenEvent[]): ReadonlyMap<string, SeenParameter> {
  const merged = new Map<string, SeenParameter>();
  for (const { parameters } of seen) {
    for (const [name, { count, values, hasAllValues }] of parameters) {
      const one = merged.get(name) ?? { count: 0, values: new Set<string>(), hasAllValues: true };
      merged.set(name, one);
      one.count += count;
      one.hasAllValues &&= hasAllValues;
      for (const value of values) one.values.add(value);
    }
  }
  return merged;
}

/** History may have called one event by its key and by its id. */
function mergedTenants(seen: readonly SeenEvent[]): TenantCoverage[] {
  return [...Map.groupBy(seen, ({ tenantId }) => tenantId).values()].flatMap((ofTenant) => {
    const latest = ofTenant.toSorted((left, right) => right.last.sequence - left.last.sequence)[0];
    if (latest === undefined) return [];
    const accepted = ofTenant
      .map(({ lastAccepted }) => lastAccepted)
      .filter((send) => send !== null)
      .sort((left, right) => right.sequence - left.sequence)[0];
    const count = (outcome: Outcome): number =>
      ofTenant.reduce((sum, { outcomes }) => sum + (outcomes.get(outcome) ?? 0), 0);
    return [
      {
        tenantId: latest.tenantId,
        tenantName: latest.tenantName,
        sent: ofTenant.reduce((sum, { sent }) => sum + sent, 0),
        outcomes: {
          accepted: count("accepted"),
          rejected: count("rejected"),
          unrecognised: count("unrecognised"),
          failed: count("failed"),
          cancelled: count("cancelled"),
        },
        last: withoutSequence(latest.last),
        lastAccepted: accepted === undefined ? null : withoutSequence(accepted),
      },
    ];
  });
}

function withoutSequence({ exchangeId, sentAt, outcome, message }: CoveredSend): CoveredSend {
  return { exchangeId, sentAt, outcome, message };
}

function lastOf({ tenants, gateway }: EventCoverage): string {
  return [...tenants.map(({ last }) => last.sentAt), gateway?.lastAt ?? ""].sort().at(-1) ?? "";
}
