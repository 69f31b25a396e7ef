import { useMemo, useState, type ReactNode } from "react";
import { Badge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { PlusIcon } from "../../ui/icons.tsx";
import { Pane, PaneHeader } from "../../ui/pane.tsx";
import { SearchList } from "../../ui/search-list.tsx";
import type { ListItem, ListSection } from "../../ui/sectioned-list.tsx";
import { NO_TICKS, tickAll, tickOne, tickRange } from "../history/ticks.ts";
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
  const sections = useMemo(() => sectionsOf(listed, findings), [listed, findings]);
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
function sectionsOf(listed: readonly ListedEvent[], findings: CatalogFindings): ListSection[] {
  const groups = new Map<string, ListItem[]>();
  for (const { row, event } of listed) {
    const title = event.group ?? NO_GROUP;
    const items = groups.get(title) ?? [];
    const count = findings.countOf(row);
    items.push({
      id: String(row),
      label: event.key,
      ...(event.id === undefined ? {} : { detail: String(event.id) }),
      ...(count === null ? {} : { mark: <Badge tone={count.tone}>{count.count}</Badge> }),
    });
    groups.set(title, items);
  }
  return [...groups].map(([title, items]) => ({ title, items }));
}
