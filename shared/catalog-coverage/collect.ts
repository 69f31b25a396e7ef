import type { CoveredSend } from "../contract/coverage-calls.ts";
import type { Outcome } from "../domain/exchange.ts";

/** What is looked at of an exchange. `text` is null where the request is too large to be looked into. */
export type CoverageRow = {
  readonly sequence: number;
  readonly exchangeId: string;
  readonly sentAt: string;
  readonly outcome: Outcome;
  readonly message: string;
  readonly tenantId: string;
  readonly tenantName: string;
  readonly event: string;
  readonly text: string | null;
};

/** What was sent of an event to a tenant. */
export type SeenEvent = {
  readonly tenantId: string;
  readonly event: string;
  tenantName: string;
  sent: number;
  readonly outcomes: Map<Outcome, number>;
  last: SeenSend;
  lastAccepted: SeenSend | null;
  readonly parameters: Map<string, SeenParameter>;
};
type SeenSend = CoveredSend & { readonly sequence: number };

export type SeenParameter = {
  count: number;
  /** Different values as JSON. */
  readonly values: Set<string>;
  /** False where there were more than are kept, or longer ones. */
  hasAllValues: boolean;
};

export type Collector = {
  add(row: CoverageRow): void;
  /** By tenant. */
  events(tenantId: string): Iterable<SeenEvent>;
  clear(): void;
};

/** More than lists of allowed values have; a free text has as many values as it was sent. */
const MOST_VALUES = 200;
const LONGEST_VALUE = 100;

/** Adds up exchanges, in whatever order they come. */
export function createCollector(): Collector {
  const tenants = new Map<string, Map<string, SeenEvent>>();
  return {
    add(row) {
      const ofTenant = tenants.get(row.tenantId) ?? new Map<string, SeenEvent>();
      tenants.set(row.tenantId, ofTenant);
      const seen = ofTenant.get(row.event) ?? newEvent(row);
      ofTenant.set(row.event, seen);
      addSend(seen, row);
      if (row.text !== null) addParameters(seen.parameters, row.text);
    },
    events: (tenantId) => tenants.get(tenantId)?.values() ?? [],
    clear: () => tenants.clear(),
  };
}

function newEvent(row: CoverageRow): SeenEvent {
  const { tenantId, tenantName, event } = row;
  const outcomes = new Map<Outcome, number>();
  return {
    tenantId,
    tenantName,
    event,
    sent: 0,
    outcomes,
    last: sendOf(row),
    lastAccepted: null,
    parameters: new Map(),
  };
}

function addSend(seen: SeenEvent, row: CoverageRow): void {
  seen.sent += 1;
  seen.outcomes.set(row.outcome, (seen.outcomes.get(row.outcome) ?? 0) + 1);
  if (row.sequence >= seen.last.sequence) {
    seen.last = sendOf(row);
    seen.tenantName = row.tenantName;
  }
  const isLatest = seen.lastAccepted === null || row.sequence > seen.lastAccepted.sequence;
  if (row.outcome === "accepted" && isLatest) seen.lastAccepted = sendOf(row);
}

function sendOf({ sequence, exchangeId, sentAt, outcome, message }: CoverageRow): SeenSend {
  return { sequence, exchangeId, sentAt, outcome, message };
}

function addParameters(parameters: Map<string, SeenParameter>, text: string): void {
  for (const [name, value] of Object.entries(contextOf(text))) {
    const seen = parameters.get(name) ?? { count: 0, values: new Set<string>(), hasAllValues: true };
    parameters.set(name, seen);
    seen.count += 1;
    const written = JSON.stringify(value);
    if (seen.values.has(written)) continue;
    if (written.length <= LONGEST_VALUE && seen.values.size < MOST_VALUES) seen.values.add(written);
    else seen.hasAllValues = false;
  }
}

/** What was sent may be anything; what has no parameters adds none. */
function contextOf(text: string): object {
  try {
    const body: unknown = JSON.parse(text);
    const context = typeof body === "object" && body !== null && "context" in body ? body.context : null;
    return typeof context === "object" && context !== null && !Array.isArray(context) ? context : {};
  } catch {
    return {};
  }
}
