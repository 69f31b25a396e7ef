import type { CatalogEvent } from "../../../shared/domain/catalog.ts";
import type { CatalogDocument } from "../../../shared/catalog-edit/document.ts";
import { createEventSearch } from "../../../shared/catalog-edit/event-search.ts";
import type { Api } from "../../../shared/domain/tenant.ts";

/** Which events the list shows; each part is left out with null or false. */
export type EventFilter = {
  readonly query: string;
  readonly api: Api | null;
  readonly hasFindings: boolean;
  readonly isNeverSent: boolean;
  /** Events that are not in this version, or not the same there. */
  readonly changedSince: number | null;
};

export const NO_FILTER: EventFilter = {
  query: "",
  api: null,
  hasFindings: false,
  isNeverSent: false,
  changedSince: null,
};

/** What is known of events besides the catalog; null while it is not known yet, which hides nothing. */
export type EventFacts = {
  readonly rowsWithFindings: ReadonlySet<number> | null;
  readonly sentKeys: ReadonlySet<string> | null;
  readonly changedKeys: ReadonlySet<string> | null;
};

export type ListedEvent = { readonly row: number; readonly event: CatalogEvent };

/** The events that are to be listed, in the catalog's order. */
export function filterEvents(
  document: CatalogDocument,
  filter: EventFilter,
  facts: EventFacts,
): ListedEvent[] {
  const isFound = createEventSearch(filter.query);
  const listed: ListedEvent[] = [];
  for (const [index, event] of document.catalog.events.entries()) {
    const row = document.rows[index] ?? -1;
    if (isOf(event, filter.api) && passes(event, row, filter, facts) && isFound(event))
      listed.push({ row, event });
  }
  return listed;
}

/** How many parts of a filter are in use, the search apart. */
export function filterCount({ query: _query, ...parts }: EventFilter): number {
  return Object.values(parts).filter((part) => part !== null && part !== false).length;
}

function isOf(event: CatalogEvent, api: Api | null): boolean {
  return api === null || event.apis === undefined || event.apis.includes(api);
}

function passes(event: CatalogEvent, row: number, filter: EventFilter, facts: EventFacts): boolean {
  const { rowsWithFindings, sentKeys, changedKeys } = facts;
  if (filter.hasFindings && rowsWithFindings !== null && !rowsWithFindings.has(row)) return false;
  if (filter.isNeverSent && sentKeys !== null && sentKeys.has(event.key)) return false;
  return filter.changedSince === null || changedKeys === null || changedKeys.has(event.key);
}
