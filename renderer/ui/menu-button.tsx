import type { ReactNode } from "react";
import { Button, Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import buttonStyles from "./button.module.css";
import { classNames } from "./class-names.ts";
import { CheckIcon } from "./icons.tsx";
import styles from "./menu.module.css";

export type MenuEntry<Id extends string> = {
  readonly id: Id;
  readonly label: string;
  readonly description?: string;
  /** Before the label, e.g. a coloured dot. */
  readonly icon?: ReactNode;
  readonly isDisabled?: boolean;
  /** A line over it sets it apart from the entries before. */
  readonly startsGroup?: boolean;
};

/** A button that opens a list of actions, or of choices when `selected` is given (null: none chosen yet). */
export function MenuButton<Id extends string>(props: {
  /** The accessible name of the button and of its menu. */
  readonly label: string;
  readonly children: ReactNode;
  readonly entries: readonly MenuEntry<Id>[];
  readonly onAction: (id: Id) => void;
  readonly selected?: Id | null;
  readonly variant?: "secondary" | "quiet";
  readonly size?: "medium" | "small";
  readonly isDisabled?: boolean;
}): ReactNode {
  const isChoice = props.selected !== undefined;
  return (
    <MenuTrigger>
      <Button
        aria-label={props.label}
        className={classNames(
          buttonStyles.button,
          buttonStyles[props.variant ?? "secondary"],
          buttonStyles[props.size ?? "medium"],
        )}
        isDisabled={props.isDisabled ?? false}
      >
        {props.children}
      </Button>
      <Popover className={classNames(styles.popover)} offset={4}>
        <Menu
          aria-label={props.label}
          className={classNames(styles.menu)}
          disabledKeys={props.entries.filter((entry) => entry.isDisabled === true).map((entry) => entry.id)}
          onAction={(key) => {
            const chosen = props.entries.find((entry) => entry.id === key);
            if (chosen !== undefined) props.onAction(chosen.id);
          }}
          selectedKeys={isChoice && props.selected !== null ? [props.selected] : []}
          selectionMode={isChoice ? "single" : "none"}
        >
          {props.entries.map((entry) => (
            <Entry entry={entry} isChoice={isChoice} key={entry.id} />
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

function Entry(props: { readonly entry: MenuEntry<string>; readonly isChoice: boolean }): ReactNode {
  const { entry } = props;
  return (
    <MenuItem
      className={classNames(styles.item, entry.startsGroup === true && styles.group)}
      id={entry.id}
      textValue={entry.label}
    >
      {({ isSelected }) => (
        <>
          {props.isChoice ? <span className={styles.check}>{isSelected ? <CheckIcon /> : null}</span> : null}
          {entry.icon}
          <span className={styles.words}>
            {/* No slots: a name of the label alone would leave out words that are seen. */}
            <span>{entry.label}</span>
            {entry.description === undefined ? null : (
              <span className={styles.description}>{entry.description}</span>
            )}
          </span>
        </>
      )}
    </MenuItem>
  );
}
