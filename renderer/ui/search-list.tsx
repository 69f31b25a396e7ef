import type { ReactNode } from "react";
import {
  Autocomplete,
  Collection,
  Header,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  ListLayout,
  Text,
  Virtualizer,
} from "react-aria-components";
import { classNames } from "./class-names.ts";
import { SearchField } from "./search-field.tsx";
import styles from "./search-list.module.css";

export type SearchListItem = {
  /** Unique in the whole list. */
  readonly id: string;
  readonly label: string;
  /** Before the label, e.g. a coloured dot. */
  readonly icon?: ReactNode;
  /** At the end of the line. */
  readonly detail?: string;
  /** Why the item is of little use here; it is dimmed but can be chosen. */
  readonly note?: string;
};

export type SearchListSection = {
  readonly id: string;
  readonly title: string;
  readonly items: readonly SearchListItem[];
};

const LAYOUT_OPTIONS = { rowHeight: 27, headingHeight: 30, padding: 0 };

/**
 * A search over a list in sections, of any length. The keyboard stays in the search: arrows move through the list, Enter
 * chooses. The caller filters, so that it decides what a match is.
 */
export function SearchList(props: {
  readonly label: string;
  readonly searchLabel: string;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly sections: readonly SearchListSection[];
  readonly selectedId: string | null;
  readonly onSelect: (id: string) => void;
  /** In place of the list when nothing is found. */
  readonly empty: ReactNode;
}): ReactNode {
  return (
    <Autocomplete
      disableAutoFocusFirst={props.query === ""}
      inputValue={props.query}
      onInputChange={props.onQuery}
    >
      <div className={styles.search}>
        <SearchField
          isScreenSearch
          label={props.searchLabel}
          onChange={props.onQuery}
          placeholder={props.searchLabel}
          value={props.query}
        />
      </div>
      <Virtualizer layout={ListLayout} layoutOptions={LAYOUT_OPTIONS}>
        <ListBox
          aria-label={props.label}
          className={classNames(styles.list)}
          disallowEmptySelection
          items={props.sections}
          onSelectionChange={(keys) => {
            if (keys === "all") return;
            const [key] = keys;
            if (key !== undefined) props.onSelect(String(key));
          }}
          renderEmptyState={() => <div className={styles.empty}>{props.empty}</div>}
          selectedKeys={props.selectedId === null ? [] : [props.selectedId]}
          selectionMode="single"
        >
          {(section) => (
            <ListBoxSection id={section.id}>
              <Header className={classNames(styles.heading)}>{section.title}</Header>
              <Collection items={section.items}>{(item) => <Item item={item} />}</Collection>
            </ListBoxSection>
          )}
        </ListBox>
      </Virtualizer>
    </Autocomplete>
  );
}

function Item({ item }: { readonly item: SearchListItem }): ReactNode {
  return (
    <ListBoxItem
      className={classNames(styles.item, item.note !== undefined && styles.dimmed)}
      id={item.id}
      textValue={item.label}
    >
      {item.icon}
      <Text className={classNames(styles.label)} slot="label">
        {item.label}
      </Text>
      {item.note === undefined ? null : (
        <Text className={classNames(styles.note)} slot="description">
          {item.note}
        </Text>
      )}
      {item.detail === undefined ? null : <span className={styles.detail}>{item.detail}</span>}
    </ListBoxItem>
  );
}
