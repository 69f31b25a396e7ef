/* oxlint-disable jsx-a11y/prefer-tag-over-role -- A select or a datalist takes no groups, details and keys. */
import { useId, useState, type KeyboardEvent, type ReactNode } from "react";
import { Dialog as AriaDialog, Modal, ModalOverlay } from "react-aria-components";
import { classNames } from "./class-names.ts";
import styles from "./command-dialog.module.css";
import { SearchIcon } from "./icons.tsx";
import { Kbd } from "./kbd.tsx";

export type CommandItem = {
  readonly id: string;
  readonly title: string;
  readonly detail?: string;
  readonly keys?: readonly string[];
};
export type CommandSection = { readonly title: string; readonly items: readonly CommandItem[] };

/**
 * A field over a list of what can be done: typing filters, arrows go through the list, Enter chooses, Escape gives up. The
 * keyboard stays in the field; a screen reader hears of the entry that Enter would choose.
 */
export function CommandDialog(props: {
  readonly label: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly sections: readonly CommandSection[];
  readonly onChoose: (id: string) => void;
  /** In place of the list when nothing is found. */
  readonly empty: string;
}): ReactNode {
  return (
    <ModalOverlay
      className={classNames(styles.overlay)}
      isDismissable
      isOpen={props.isOpen}
      onOpenChange={(isOpen) => {
        if (!isOpen) props.onClose();
      }}
    >
      <Modal className={classNames(styles.modal)}>
        <AriaDialog aria-label={props.label} className={classNames(styles.dialog)}>
          <Commands {...props} />
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

type CommandsProps = Parameters<typeof CommandDialog>[0];

function Commands(props: CommandsProps): ReactNode {
  const { sections, query, label } = props;
  const baseId = useId();
  const items = sections.flatMap((section) => section.items);
  const [position, setPosition] = useState({ query, index: 0 });
  // Other words have another list, which begins anew.
  const index = position.query === query ? Math.min(position.index, Math.max(0, items.length - 1)) : 0;
  const goTo = (next: number) =>
    setPosition({ query, index: items.length === 0 ? 0 : (next + items.length) % items.length });
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    const chosen = items[index];
    // Enter that ends a word of an input method is its own.
    if (event.nativeEvent.isComposing) return;
    if (step !== undefined) goTo(index + step);
    else if (event.key === "Enter" && chosen !== undefined) props.onChoose(chosen.id);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <div className={styles.field}>
        <SearchIcon />
        <input
          aria-activedescendant={items.length === 0 ? undefined : `${baseId}-${index}`}
          aria-autocomplete="list"
          aria-controls={`${baseId}-list`}
          aria-expanded
          aria-label={label}
          // It is opened to type into it.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          className={styles.input}
          onBlur={({ currentTarget }) => {
            // What was run before may move the focus after this has opened, which nothing else in here can have.
            if (document.hasFocus()) requestAnimationFrame(() => currentTarget.focus());
          }}
          onChange={(event) => props.onQuery(event.target.value)}
          onKeyDown={onKeyDown}
          placeholder={label}
          role="combobox"
          spellCheck={false}
          value={query}
        />
      </div>
      <div aria-label={label} className={styles.list} id={`${baseId}-list`} role="listbox">
        <Sections baseId={baseId} index={index} onChoose={props.onChoose} sections={sections} />
      </div>
      <output className={items.length === 0 ? styles.empty : styles.count}>
        {items.length === 0 ? props.empty : `${items.length} found`}
      </output>
    </>
  );
}

/** What Enter would choose is in view. */
function showInList(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: "nearest" });
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };

function Sections(props: {
  readonly sections: readonly CommandSection[];
  readonly baseId: string;
  readonly index: number;
  readonly onChoose: (id: string) => void;
}): ReactNode {
  const { sections, baseId } = props;
  return sections.map((section, place) => {
    const start = sections.slice(0, place).reduce((count, { items }) => count + items.length, 0);
    return (
      <div aria-label={section.title} key={section.title} role="group">
        <div aria-hidden className={styles.heading}>
          {section.title}
        </div>
        {section.items.map((item, offset) => (
          // The keyboard is in the field, which hands on what it is told.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
          <div
            aria-selected={start + offset === props.index}
            className={styles.item}
            id={`${baseId}-${start + offset}`}
            key={item.id}
            onClick={() => props.onChoose(item.id)}
            ref={start + offset === props.index ? showInList : undefined}
            role="option"
          >
            <span className={styles.title}>{item.title}</span>
            <span className={styles.detail}>{item.detail}</span>
            {item.keys === undefined ? null : (
              <span className={styles.keys}>
                {item.keys.map((key) => (
                  <Kbd key={key}>{key}</Kbd>
                ))}
              </span>
            )}
          </div>
        ))}
      </div>
    );
  });
}
