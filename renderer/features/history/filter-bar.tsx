import { useMemo, useState, type ReactNode } from "react";
import { chipsOf, removeTerm, type Chip } from "../../../shared/history-query/chips.ts";
import { facetNames, type FacetName } from "../../../shared/history-query/facet-names.ts";
import { facets } from "../../../shared/history-query/facets.ts";
import { Button } from "../../ui/button.tsx";
import { ChevronDownIcon, CrossIcon, PlusIcon } from "../../ui/icons.tsx";
import { MenuButton } from "../../ui/menu-button.tsx";
import { PopoverButton } from "../../ui/popover-button.tsx";
import { FacetPicker, labelOf } from "./facet-picker.tsx";
import styles from "./filter-bar.module.css";
import { useHistoryView } from "./history-view-context.tsx";
import { FACET_LABELS, TIME_CHOICES, timeChip, timeChoice, withTime } from "./query-text.ts";

/** The query as chips: each term can be changed and taken away, and new ones come from a menu. */
export function FilterBar(props: { readonly trailing: ReactNode }): ReactNode {
  const { text } = useHistoryView();
  const chips = useMemo(() => chipsOf(text), [text]);
  const inTimeMenu = timeChoice(chips) === null ? null : timeChip(chips);
  return (
    <section aria-label="Filter" className={styles.bar}>
      <ul aria-label="Terms of the search" className={styles.chips}>
        {chips
          .filter((chip) => chip !== inTimeMenu)
          .map((chip) => (
            <li className={styles.item} key={`${chip.index} ${chip.facet ?? ""}`}>
              <TermChip chip={chip} />
            </li>
          ))}
      </ul>
      <TimeMenu chips={chips} />
      <AddFilter />
      <div className={styles.trailing}>{props.trailing}</div>
    </section>
  );
}

function TermChip({ chip }: { readonly chip: Chip }): ReactNode {
  const { text, setText } = useHistoryView();
  const { facet } = chip;
  const name = `${chip.negated ? "Not " : ""}${facet === null ? "Text" : FACET_LABELS[facet]}`;
  const values = chip.values.map((value) => labelOf(facet, value)).join(", ");
  const words = (
    <>
      <span>{name}:</span> <strong className={styles.values}>{values}</strong>
    </>
  );
  return (
    <span className={styles.chip}>
      {facet === null || chip.negated ? (
        <span className={styles.words}>{words}</span>
      ) : (
        <PopoverButton
          renderSheet={() => <FacetPicker facet={facet} />}
          label={`${name}: ${values}`}
          variant="chip"
        >
          {words}
        </PopoverButton>
      )}
      <button
        aria-label={`Remove ${name}: ${values}`}
        className={styles.remove}
        onClick={() => setText(removeTerm(text, chip.index))}
        type="button"
      >
        <CrossIcon />
      </button>
    </span>
  );
}

function TimeMenu({ chips }: { readonly chips: readonly Chip[] }): ReactNode {
  const { text, setText } = useHistoryView();
  const chosen = timeChoice(chips);
  const label = TIME_CHOICES.find(({ id }) => id === chosen)?.label ?? "Other time";
  return (
    <MenuButton
      entries={TIME_CHOICES}
      label={`Time: ${label}`}
      onAction={(id) =>
        setText(withTime(text, TIME_CHOICES.find((choice) => choice.id === id)?.value ?? null, null))
      }
      selected={chosen}
      size="small"
    >
      {label}
      <ChevronDownIcon />
    </MenuButton>
  );
}

function AddFilter(): ReactNode {
  return (
    <PopoverButton renderSheet={() => <AddFilterSheet />} label="Add a filter" size="small">
      <PlusIcon />
      Filter
    </PopoverButton>
  );
}

function AddFilterSheet(): ReactNode {
  const [facet, setFacet] = useState<FacetName | null>(null);
  if (facet === null) return <FacetList onChoose={setFacet} />;
  return (
    <>
      <FacetPicker facet={facet} />
      <Button onPress={() => setFacet(null)} size="small">
        All filters
      </Button>
    </>
  );
}

function FacetList(props: { readonly onChoose: (facet: FacetName) => void }): ReactNode {
  return (
    <ul aria-label="Filters" className={styles.facets}>
      {facetNames.map((facet, index) => (
        <li key={facet}>
          <button
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- The sheet was opened to choose one of these.
            autoFocus={index === 0}
            className={styles.facet}
            onClick={() => props.onChoose(facet)}
            type="button"
          >
            <span className={styles.name}>{FACET_LABELS[facet]}</span>
            <span className={styles.about}>{facets[facet].description}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
