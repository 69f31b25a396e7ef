import { useEffect, useMemo, useState, type ReactNode } from "react";
import type { CatalogDocument } from "../../../shared/catalog-edit/document.ts";
import { prepareSearch } from "../../../shared/catalog-edit/event-search.ts";
import type { Catalog, CatalogEvent } from "../../../shared/domain/catalog.ts";
import { Badge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { PlusIcon } from "../../ui/icons.tsx";
import { Pane, PaneHeader } from "../../ui/pane.tsx";
import { SearchList } from "../../ui/search-list.tsx";
import type { ListItem, ListSection } from "../../ui/sectioned-list.tsx";
import { NO_TICKS, tickAll, tickOne, tickOnward, tickRange } from "../history/ticks.ts";
import { BulkBar } from "./bulk-bar.tsx";
import { filterEvents, NO_FILTER, type EventFilter, type ListedEvent } from "./event-filter.ts";
import { FilterChips, FilterMenu } from "./filter-menu.tsx";
import { useFindings, type CatalogFindings } from "./findings-context.tsx";
import { useEditor } from "./use-catalog-editor.ts";
import { useEventFacts } from "./use-event-facts.ts";

/** The catalog's events: to search, filter, open, and tick for doing something with many. */
export function EventList(props: { readonly onAdd: () => void }): ReactNode {
  const { state, document, actions } = useEditor();
  const [filter, setFilter] = useState<EventFilter>(NO_FILTER);
  const [ticks, setTicks] = useState(NO_TICKS);
  const findings = useFindings();
  const facts = useEventFacts(filter, findings);
  const listed = useMemo(() => filterEvents(document, filter, facts), [document, filter, facts]);
  const itemOf = useItems(document, findings);
  const sections = useMemo(() => sectionsOf(listed, itemOf), [listed, itemOf]);
  usePreparedSearch(document.catalog);
  const order = useMemo(() => sections.flatMap(({ items }) => items.map(({ id }) => id)), [sections]);
  const ticked = useMemo(() => {
    const rows = new Set(document.rows.map(String));
    return new Set([...ticks.ids].filter((id) => rows.has(id)));
  }, [document.rows, ticks]);
  const total = document.catalog.events.length;
  return (
    <Pane label="Events of the catalog">
      <PaneHeader
        trailing={
          <Button label="Add an event" onPress={props.onAdd} size="small" variant="quiet">
            <PlusIcon />
          </Button>
        }
      >
        <strong>Events</strong>
        <Badge>{listed.length === total ? String(total) : `${listed.length} of ${total}`}</Badge>
      </PaneHeader>
      <SearchList
        choosesOnMove
        empty={total === 0 ? "This catalog has no event." : "No event fits."}
        filter={<FilterMenu filter={filter} onChange={setFilter} />}
        label="Events of the catalog"
        onQuery={(query) => setFilter({ ...filter, query })}
        onSelect={(id) => actions.open(Number(id))}
        query={filter.query}
        searchLabel="Find an event"
        sections={sections}
        selectedId={state.openedRow === null ? null : String(state.openedRow)}
        ticks={{
          ids: ticked,
          onTick: (id, isRange) => setTicks(isRange ? tickRange(ticks, id, order) : tickOne(ticks, id)),
          onTickOnward: (from, to) => setTicks(tickOnward(ticks, from, to, order)),
          onTickAll: () => setTicks(tickAll(ticks, order)),
        }}
        under={<FilterChips filter={filter} onChange={setFilter} />}
      />
      {ticked.size === 0 ? null : (
        <BulkBar onClear={() => setTicks(NO_TICKS)} rows={new Set([...ticked].map(Number))} />
      )}
    </Pane>
  );
}

const NO_GROUP = "Events";

/** Under their groups where the catalog has any, in the order in which the groups come up. */
function sectionsOf(
  listed: readonly ListedEvent[],
  itemOf: (listed: ListedEvent) => ListItem,
): ListSection[] {
  const groups = new Map<string, ListItem[]>();
  for (const one of listed) {
    const title = one.event.group ?? NO_GROUP;
    const items = groups.get(title);
    if (items === undefined) groups.set(title, [itemOf(one)]);
    else items.push(itemOf(one));
  }
  return [...groups].map(([title, items]) => ({ title, items }));
}

/** The lines of the list, each made once while its event and what was found in it stay, however often it is searched. */
function useItems(document: CatalogDocument, findings: CatalogFindings): (listed: ListedEvent) => ListItem {
  return useMemo(() => {
    const items = new Map<CatalogEvent, ListItem>();
    return ({ row, event }) => {
      const known = items.get(event);
      // The same event may stand in two rows.
      if (known?.id === String(row)) return known;
      const item = itemOf(row, event, findings);
      items.set(event, item);
      return item;
    };
    // Findings are told by row, so that other rows need other lines.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [document.rows, findings]);
}

function itemOf(row: number, event: CatalogEvent, findings: CatalogFindings): ListItem {
  const count = findings.countOf(row);
  return {
    id: String(row),
    label: event.key,
    ...(event.id === undefined ? {} : { detail: String(event.id) }),
    ...(count === null ? {} : { mark: <Badge tone={count.tone}>{count.count}</Badge> }),
  };
}

/** Puts together what is searched in a quiet moment, and not with the first letter. */
function usePreparedSearch({ events }: Catalog): void {
  useEffect(() => {
    const handle = requestIdleCallback(() => prepareSearch(events));
    return () => cancelIdleCallback(handle);
  }, [events]);
}
