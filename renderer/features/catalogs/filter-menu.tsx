import type { ReactNode } from "react";
import { useCall } from "../../host/queries.ts";
import { Button } from "../../ui/button.tsx";
import { CheckIcon, CrossIcon } from "../../ui/icons.tsx";
import { MenuButton, type MenuEntry } from "../../ui/menu-button.tsx";
import styles from "./catalogs.module.css";
import { filterCount, NO_FILTER, type EventFilter } from "./event-filter.ts";
import { FilterIcon } from "./icons.tsx";
import { useEditor } from "./use-catalog-editor.ts";

type FilterProps = { readonly filter: EventFilter; readonly onChange: (filter: EventFilter) => void };

/** How many versions the menu offers to compare with. */
const MOST_VERSIONS = 8;

/** Chooses which events the list shows. Each entry is on or off by itself. */
export function FilterMenu({ filter, onChange }: FilterProps): ReactNode {
  const { state } = useEditor();
  const versions = useCall("catalogs.versions", { id: state.id }).data ?? [];
  const entries = entriesOf(versions.slice(0, MOST_VERSIONS).map(({ version }) => version));
  return (
    <MenuButton
      entries={entries.map(({ id, label }) => ({
        id,
        label,
        icon: <span className={styles.menuCheck}>{isOn(filter, id) ? <CheckIcon /> : null}</span>,
      }))}
      label={filterCount(filter) === 0 ? "Filter events" : `Filter events, ${filterCount(filter)} in use`}
      onAction={(id) => onChange(toggled(filter, id))}
      size="small"
    >
      <FilterIcon />
    </MenuButton>
  );
}

/** The parts of the filter in use, each with the way to take it off. */
export function FilterChips({ filter, onChange }: FilterProps): ReactNode {
  const used = [...FIXED.map(({ id }) => id), `since-${filter.changedSince}`].filter((id) =>
    isOn(filter, id),
  );
  if (used.length === 0) return null;
  return (
    <div aria-label="Filters in use" className={styles.chips} role="toolbar">
      {used.map((id) => (
        <Button
          key={id}
          label={`Take off: ${labelOf(id)}`}
          onPress={() => onChange(toggled(filter, id))}
          size="small"
        >
          {labelOf(id)}
          <CrossIcon />
        </Button>
      ))}
      {used.length === 1 ? null : (
        <Button onPress={() => onChange({ ...NO_FILTER, query: filter.query })} size="small" variant="quiet">
          Clear
        </Button>
      )}
    </div>
  );
}

const FIXED = [
  { id: "optievent", label: "For OptiEvent" },
  { id: "realtime", label: "For Realtime" },
  { id: "findings", label: "Has findings" },
  { id: "never-sent", label: "Never sent" },
] as const;

function entriesOf(versions: readonly number[]): MenuEntry<string>[] {
  return [
    ...FIXED,
    ...versions.map((version) => ({ id: `since-${version}`, label: `Changed since version ${version}` })),
  ];
}

function labelOf(id: string): string {
  return (
    FIXED.find((entry) => entry.id === id)?.label ?? `Changed since version ${id.slice("since-".length)}`
  );
}

function isOn(filter: EventFilter, id: string): boolean {
  switch (id) {
    case "optievent":
    case "realtime":
      return filter.api === id;
    case "findings":
      return filter.hasFindings;
    case "never-sent":
      return filter.isNeverSent;
    default:
      return filter.changedSince !== null && id === `since-${filter.changedSince}`;
  }
}

function toggled(filter: EventFilter, id: string): EventFilter {
  const isOff = !isOn(filter, id);
  switch (id) {
    case "optievent":
    case "realtime":
      return { ...filter, api: isOff ? id : null };
    case "findings":
      return { ...filter, hasFindings: isOff };
    case "never-sent":
      return { ...filter, isNeverSent: isOff };
    default:
      return { ...filter, changedSince: isOff ? Number(id.slice("since-".length)) : null };
  }
}
