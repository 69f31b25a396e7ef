import type { CatalogEvent } from "../../../shared/domain/catalog.ts";
import type { ExchangeSummary, Outcome } from "../../../shared/domain/exchange.ts";
import type { Api } from "../../../shared/domain/tenant.ts";

/** One line of the list of events. */
export type EventEntry = {
  /** Unique in the list: an event is listed as recent and in the catalog. */
  readonly id: string;
  readonly eventKey: string;
  readonly eventId: number | null;
  /** Of the last exchange, for a recent one. */
  readonly outcome: Outcome | null;
  /** Why it is of little use here; null for an event of this API. */
  readonly unavailable: string | null;
};

export type EventSection = { readonly title: string; readonly entries: readonly EventEntry[] };

export const RECENT_TITLE = "Recent";

const MOST_RECENT = 5;
const API_NAMES = { optievent: "OptiEvent", realtime: "Realtime" } as const satisfies Record<Api, string>;

/** The events last sent, newest first, each once, as far as the catalog has them. */
export function recentSection(
  events: readonly CatalogEvent[],
  exchanges: readonly ExchangeSummary[],
  api: Api,
): EventSection {
  const byKey = new Map(events.map((event) => [event.key, event]));
  const recent = new Map<string, EventEntry>();
  for (const { event: key, outcome } of exchanges) {
    const event = key === null ? undefined : byKey.get(key);
    if (event === undefined || recent.has(event.key)) continue;
    recent.set(event.key, { ...entry("recent", event, api), outcome });
    if (recent.size === MOST_RECENT) break;
  }
  return { title: RECENT_TITLE, entries: [...recent.values()] };
}

/** The catalog's events in its order, under their groups where it has any. */
export function catalogSections(events: readonly CatalogEvent[], api: Api): EventSection[] {
  const groups = new Map<string, EventEntry[]>();
  for (const event of events) {
    const title = event.group ?? "Catalog";
    const entries = groups.get(title) ?? [];
    entries.push(entry("catalog", event, api));
    groups.set(title, entries);
  }
  return [...groups].map(([title, entries]) => ({ title, entries }));
}

/** Keeps what has every word of the query in its key, title or id; sections left empty are dropped. */
export function searchSections(
  sections: readonly EventSection[],
  events: readonly CatalogEvent[],
  query: string,
): EventSection[] {
  const words = query.toLowerCase().split(/\s+/u).filter(Boolean);
  const found = new Set(events.filter((event) => matches(event, words)).map((event) => event.key));
  return sections
    .map(({ title, entries }) => ({ title, entries: entries.filter(({ eventKey }) => found.has(eventKey)) }))
    .filter(({ entries }) => entries.length > 0);
}

function matches(event: CatalogEvent, words: readonly string[]): boolean {
  const haystack = `${event.key} ${event.title ?? ""} ${event.id ?? ""}`.toLowerCase();
  return words.every((word) => haystack.includes(word));
}

function entry(section: string, event: CatalogEvent, api: Api): EventEntry {
  return {
    id: `${section}:${event.key}`,
    eventKey: event.key,
    eventId: event.id ?? null,
    outcome: null,
    unavailable: unavailability(event, api),
  };
}

function unavailability(event: CatalogEvent, api: Api): string | null {
  if (event.apis !== undefined && !event.apis.includes(api)) return `Not configured for ${API_NAMES[api]}`;
  if (api === "realtime" && event.id === undefined) return "Has no event id, which Realtime needs";
  return null;
}
