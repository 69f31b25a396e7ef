import { useRef, type KeyboardEvent, type ReactNode } from "react";
import { SearchField } from "./search-field.tsx";
import styles from "./search-list.module.css";
import type { ListTicks } from "./list-keys.ts";
import { SectionedList, type ListHandle, type ListSection } from "./sectioned-list.tsx";

/**
 * A search over a list in sections, of any length. From the search, Enter chooses the first match and an arrow goes to the
 * list. The caller filters, so that it decides what a match is.
 */
export function SearchList(props: {
  readonly label: string;
  readonly searchLabel: string;
  /** It is all there is in a dialog, and not a screen's search. */
  readonly isInDialog?: boolean;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly sections: readonly ListSection[];
  readonly selectedId: string | null;
  readonly onSelect: (id: string) => void;
  /** In place of the list when nothing is found. */
  readonly empty: ReactNode;
  /** Beside the search: what else decides of the list. */
  readonly filter?: ReactNode;
  /** Between the search and the list. */
  readonly under?: ReactNode;
  readonly ticks?: ListTicks;
  readonly choosesOnMove?: boolean;
}): ReactNode {
  const list = useRef<ListHandle>(null);
  const search = useRef<HTMLInputElement>(null);
  const first = props.sections[0]?.items[0];
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && !event.ctrlKey && !event.metaKey && first !== undefined) {
      event.preventDefault();
      props.onSelect(first.id);
    } else if (event.key === "ArrowDown") {
      event.preventDefault();
      list.current?.focus();
    }
  };
  return (
    <>
      <div className={styles.search}>
        <SearchField
          inputRef={search}
          isFocused={props.isInDialog === true}
          isScreenSearch={props.isInDialog !== true}
          label={props.searchLabel}
          onChange={props.onQuery}
          onKeyDown={onKeyDown}
          placeholder={props.searchLabel}
          value={props.query}
        />
        {props.filter}
      </div>
      {props.under}
      {first === undefined ? (
        <output className={styles.empty}>{props.empty}</output>
      ) : (
        <SectionedList
          {...(props.ticks === undefined ? {} : { ticks: props.ticks })}
          choosesOnMove={props.choosesOnMove ?? false}
          label={props.label}
          onLeaveUpwards={() => search.current?.focus()}
          onSelect={props.onSelect}
          handle={list}
          sections={props.sections}
          selectedId={props.selectedId}
        />
      )}
    </>
  );
}
