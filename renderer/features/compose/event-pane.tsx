import { useMemo, useState, type ReactNode } from "react";
import type { Catalog, CatalogEvent } from "../../../shared/domain/catalog.ts";
import type { Preset } from "../../../shared/domain/preset.ts";
import type { ExchangeSummary } from "../../../shared/domain/exchange.ts";
import type { Api } from "../../../shared/domain/tenant.ts";
import { useCall } from "../../host/queries.ts";
import { Badge, Dot } from "../../ui/badge.tsx";
import { Pane, PaneHeader } from "../../ui/pane.tsx";
import { formatCount } from "../../ui/quantities.ts";
import { SearchList } from "../../ui/search-list.tsx";
import type { ListItem, ListSection } from "../../ui/sectioned-list.tsx";
import {
  catalogSections,
  RECENT_TITLE,
  recentSection,
  searchSections,
  type EventEntry,
  type EventSection,
} from "./event-sections.ts";
import { ALL_PRESETS, presetEntries, presetEntryId, type PresetEntry } from "./preset-sections.ts";
import { recentExchanges } from "./recent-exchanges.ts";

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
  /** Of this tenant and API. */
  readonly presets: readonly Preset[];
  readonly onPreset: (preset: Preset) => void;
  /** Shows all presets of the event. */
  readonly onPresets: () => void;
}): ReactNode {
  const { catalog, events, api, tenantId } = props;
  const [query, setQuery] = useState("");
  const sections = useSections(tenantId, events, api, query);
  const presets = presetEntries(props.presets, props.eventKey, query);
  const choose = (id: string) => {
    const preset = props.presets.find((one) => presetEntryId(one) === id);
    if (id === ALL_PRESETS) props.onPresets();
    else if (preset === undefined) props.onSelect(eventKeyOf(id));
    else props.onPreset(preset);
  };
  const selected = sections.flatMap(({ entries }) => entries).find(isOf(props.eventKey));
  return (
    <Pane label="Events">
      <PaneHeader>
        <strong title={catalog.name}>{catalog.name}</strong>
        <Badge>{formatCount(catalog.events.length, "event", "events")}</Badge>
      </PaneHeader>
      <SearchList
        empty={events.length === 0 ? "This catalog has no event." : `No event matches "${query}".`}
        label="Events"
        onQuery={setQuery}
        onSelect={choose}
        query={query}
        searchLabel="Find an event"
        sections={withPresets(
          sections.map(({ title, entries }) => ({ title, items: entries.map(listItem) })),
          presets.map(presetItem),
        )}
        selectedId={selected?.id ?? null}
      />
    </Pane>
  );
}

/** Presets come after what was sent last and before the catalog. */
function withPresets(sections: readonly ListSection[], presets: readonly ListItem[]): readonly ListSection[] {
  if (presets.length === 0) return sections;
  const after = sections[0]?.title === RECENT_TITLE ? 1 : 0;
  return sections.toSpliced(after, 0, { title: "Presets", items: presets });
}

function presetItem({ id, label, negative }: PresetEntry): ListItem {
  return { id, label, ...(negative ? { badge: <Badge tone="danger">negative</Badge> } : {}) };
}

function useSections(
  tenantId: string,
  events: readonly CatalogEvent[],
  api: Api,
  query: string,
): readonly EventSection[] {
  const history = useCall("history.page", recentExchanges(tenantId));
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
