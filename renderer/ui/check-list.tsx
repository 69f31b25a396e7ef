import type { ReactNode } from "react";
import { ListBox, ListBoxItem, Text } from "react-aria-components";
import styles from "./check-list.module.css";
import { classNames } from "./class-names.ts";
import { CheckIcon } from "./icons.tsx";
import menuStyles from "./menu.module.css";

export type CheckListItem = {
  readonly id: string;
  readonly label: string;
  /** At the end of the line, e.g. a count. */
  readonly detail?: string;
};

/** Any of several, each with a mark. Arrows move, Space and Enter choose. */
export function CheckList(props: {
  readonly label: string;
  readonly items: readonly CheckListItem[];
  readonly chosen: ReadonlySet<string>;
  readonly onToggle: (id: string) => void;
  readonly emptyText: string;
}): ReactNode {
  return (
    <ListBox
      aria-label={props.label}
      className={classNames(styles.list)}
      // Escape closes the sheet around it and takes no choice back.
      escapeKeyBehavior="none"
      items={props.items}
      onSelectionChange={(keys) => {
        const ids = props.items.map(({ id }) => id);
        const changed = ids.find((id) => (keys === "all" || keys.has(id)) !== props.chosen.has(id));
        if (changed !== undefined) props.onToggle(changed);
      }}
      renderEmptyState={() => <p className={styles.empty}>{props.emptyText}</p>}
      selectedKeys={props.chosen}
      selectionBehavior="toggle"
      selectionMode="multiple"
    >
      {(item) => (
        <ListBoxItem className={classNames(menuStyles.item)} id={item.id} textValue={item.label}>
          {({ isSelected }) => (
            <>
              <span className={menuStyles.check}>{isSelected ? <CheckIcon /> : null}</span>
              <Text className={classNames(styles.label)} slot="label">
                {item.label}
              </Text>
              {item.detail === undefined ? null : <span className={styles.detail}>{item.detail}</span>}
            </>
          )}
        </ListBoxItem>
      )}
    </ListBox>
  );
}
