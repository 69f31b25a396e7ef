import { useId, useRef, useState, type KeyboardEvent, type ReactNode, type RefObject } from "react";
import { flushSync } from "react-dom";
import { Menu, MenuItem, Popover } from "react-aria-components";
import buttonStyles from "./button.module.css";
import { classNames } from "./class-names.ts";
import { CheckIcon } from "./icons.tsx";
import styles from "./menu.module.css";
import { useReadOnly } from "./read-only.tsx";

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

type MenuButtonProps<Id extends string> = {
  /** The accessible name of the button and of its menu. */
  readonly label: string;
  readonly children: ReactNode;
  /** A function where they cost something: it is called when the menu is opened. */
  readonly entries: readonly MenuEntry<Id>[] | (() => readonly MenuEntry<Id>[]);
  readonly onAction: (id: Id) => void;
  readonly selected?: Id | null;
  readonly variant?: "secondary" | "quiet";
  readonly size?: "medium" | "small";
  readonly isDisabled?: boolean;
};

/** Which entry has the keyboard when the menu appears; null for the menu as a whole, as after a press of the mouse. */
type FirstFocus = "first" | "last" | null;

/**
 * A button that opens a list of actions, or of choices when `selected` is given (null: none chosen yet). The menu is made
 * when it is opened, because every row of a form has one.
 */
export function MenuButton<Id extends string>(props: MenuButtonProps<Id>): ReactNode {
  const menuId = useId();
  const trigger = useRef<HTMLButtonElement>(null);
  const [focus, setFocus] = useState<FirstFocus | "closed">("closed");
  const isOpen = focus !== "closed";
  const isDisabled = useReadOnly(props.isDisabled);
  const open = (where: FirstFocus) => {
    // What opens gives the keyboard back to where it was.
    trigger.current?.focus();
    setFocus(where);
  };
  return (
    <>
      <button
        {...(isOpen ? { "aria-controls": menuId } : {})}
        aria-expanded={isOpen}
        aria-haspopup="menu"
        aria-label={props.label}
        className={classNames(
          buttonStyles.button,
          buttonStyles[props.variant ?? "secondary"],
          buttonStyles[props.size ?? "medium"],
        )}
        disabled={isDisabled}
        onClick={(event) => {
          // One that neither the mouse nor a key made, such as a screen reader's.
          if (event.detail === 0 && !isOpen) open("first");
        }}
        onKeyDown={(event) => openByKey(event, open)}
        // The browser would give the keyboard to the button, after the menu has taken it.
        onMouseDown={(event) => event.preventDefault()}
        onPointerDown={(event) => {
          if (event.button === 0) open(null);
        }}
        ref={trigger}
        type="button"
      >
        {props.children}
      </button>
      {isOpen ? (
        <OpenMenu {...props} focus={focus} id={menuId} onClose={() => setFocus("closed")} trigger={trigger} />
      ) : null}
    </>
  );
}

function openByKey(event: KeyboardEvent, open: (where: FirstFocus) => void): void {
  if (event.ctrlKey || event.metaKey) return;
  if (!["Enter", " ", "ArrowDown", "ArrowUp"].includes(event.key)) return;
  event.preventDefault();
  open(event.key === "ArrowUp" ? "last" : "first");
}

function OpenMenu<Id extends string>(
  props: MenuButtonProps<Id> & {
    readonly id: string;
    readonly focus: FirstFocus;
    readonly onClose: () => void;
    readonly trigger: RefObject<HTMLButtonElement | null>;
  },
): ReactNode {
  const { selected, focus } = props;
  const entries = typeof props.entries === "function" ? props.entries() : props.entries;
  const isChoice = selected !== undefined;
  return (
    <Popover
      className={classNames(styles.popover)}
      isOpen
      offset={4}
      onOpenChange={props.onClose}
      placement="bottom start"
      trigger="MenuTrigger"
      triggerRef={props.trigger}
    >
      <Menu
        aria-label={props.label}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- A menu that was opened is what the keyboard is for.
        autoFocus={focus ?? true}
        className={classNames(styles.menu)}
        disabledKeys={entries.filter((entry) => entry.isDisabled === true).map((entry) => entry.id)}
        id={props.id}
        onAction={(key) => {
          const chosen = entries.find((entry) => entry.id === key);
          if (chosen === undefined) return;
          // Closed before anything is done, so that a dialog that this opens gives the keyboard back to the button.
          flushSync(props.onClose);
          props.trigger.current?.focus();
          props.onAction(chosen.id);
        }}
        onClose={props.onClose}
        selectedKeys={isChoice && selected !== null ? [selected] : []}
        selectionMode={isChoice ? "single" : "none"}
      >
        {entries.map((entry) => (
          <Entry entry={entry} isChoice={isChoice} key={entry.id} />
        ))}
      </Menu>
    </Popover>
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
