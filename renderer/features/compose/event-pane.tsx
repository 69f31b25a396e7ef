import { useMemo, useState, type ReactNode } from "react";
import type { Catalog, CatalogEvent } from "../../../shared/domain/catalog.ts";
import type { ExchangeSummary } from "../../../shared/domain/exchange.ts";
import type { Api } from "../../../shared/domain/tenant.ts";
import { useCall } from "../../host/queries.ts";
import { Badge, Dot } from "../../ui/badge.tsx";
import { Pane, PaneHeader } from "../../ui/pane.tsx";
import { formatCount } from "../../ui/quantities.ts";
import { SearchList } from "../../ui/search-list.tsx";
import type { ListItem } from "../../ui/sectioned-list.tsx";
import {
  catalogSections,
  recentSection,
  searchSections,
  type EventEntry,
  type EventSection,
} from "./event-sections.ts";

/** How far back the events last sent are looked for. */
const RECENT_EXCHANGES = 100;
const NO_EXCHANGES: readonly ExchangeSummary[] = [];

/** The catalog's events, to choose what to write. */
export function EventPane(props: {
  readonly tenantId: string;
  readonly api: Api;
  readonly catalog: Catalog;
  /** The catalog's events and those that only drafts know. */
  readonly events: readonly CatalogEvent[];
  readonly eventKey: string | null;
  readonly onSelect: (eventKey: string) => void;
}): ReactNode {
  const { catalog, events, api, tenantId } = props;
  const [query, setQuery] = useState("");
  const sections = useSections(tenantId, events, api, query);
  const selected = sections.flatMap(({ entries }) => entries).find(isOf(props.eventKey));
  return (
    <Pane label="Events">
      <PaneHeader>
        <strong>{catalog.name}</strong>
        <Badge>{formatCount(catalog.events.length, "event", "events")}</Badge>
      </PaneHeader>
      <SearchList
        empty={events.length === 0 ? "This catalog has no event." : `No event matches "${query}".`}
        label="Events"
        onQuery={setQuery}
        onSelect={(id) => props.onSelect(eventKeyOf(id))}
        query={query}
        searchLabel="Find an event"
        sections={sections.map(({ title, entries }) => ({ title, items: entries.map(listItem) }))}
        selectedId={selected?.id ?? null}
      />
    </Pane>
  );
}

function useSections(
  tenantId: string,
  events: readonly CatalogEvent[],
  api: Api,
  query: string,
): readonly EventSection[] {
  const history = useCall("history.page", { before: null, limit: RECENT_EXCHANGES, tenantId });
  const exchanges = history.data?.rows ?? NO_EXCHANGES;
  const all = useMemo(
    () => [recentSection(events, exchanges, api), ...catalogSections(events, api)],
    [events, exchanges, api],
  );
  return useMemo(() => searchSections(all, events, query), [all, events, query]);
}

function isOf(eventKey: string | null): (entry: EventEntry) => boolean {
  return (entry) => entry.eventKey === eventKey;
}

function eventKeyOf(id: string): string {
  return id.slice(id.indexOf(":") + 1);
}

function listItem(entry: EventEntry): ListItem {
  return {
    id: entry.id,
    label: entry.eventKey,
    ...(entry.outcome === null ? {} : { icon: <Dot tone={entry.outcome} /> }),
    ...(entry.eventId === null ? {} : { detail: String(entry.eventId) }),
    ...(entry.unavailable === null ? {} : { note: entry.unavailable }),
  };
}
