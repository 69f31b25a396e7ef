import type { KeyboardEvent, ReactNode, Ref } from "react";
import { SearchField as AriaSearchField, Button, Input } from "react-aria-components";
import { classNames } from "./class-names.ts";
import styles from "./field.module.css";
import { useControlKeys } from "./control-actions.tsx";
import { CrossIcon, SearchIcon } from "./icons.tsx";
import { Kbd } from "./kbd.tsx";

/** A search. Escape empties it. With `isScreenSearch` it is what the key `/` goes to while its screen is shown. */
export function SearchField(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string;
  readonly isScreenSearch?: boolean;
  /** Has the focus when it appears, as in a dialog that is a search. */
  readonly isFocused?: boolean;
  readonly onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
  readonly inputRef?: Ref<HTMLInputElement>;
}): ReactNode {
  const { search: searchKeys } = useControlKeys();
  return (
    <AriaSearchField
      aria-label={props.label}
      // A dialog that is a search is opened to type into it.
      // oxlint-disable-next-line jsx-a11y/no-autofocus
      autoFocus={props.isFocused ?? false}
      className={classNames(styles.field)}
      onChange={props.onChange}
      value={props.value}
    >
      <div className={classNames(styles.box, styles.search)}>
        <span className={styles.icon}>
          <SearchIcon />
        </span>
        <Input
          {...(props.inputRef === undefined ? {} : { ref: props.inputRef })}
          {...(props.isScreenSearch === true ? { "data-screen-search": "" } : {})}
          {...(props.onKeyDown === undefined ? {} : { onKeyDownCapture: props.onKeyDown })}
          className={classNames(styles.input)}
          placeholder={props.placeholder ?? ""}
          spellCheck={false}
        />
        {props.isScreenSearch === true && searchKeys !== null ? (
          <span aria-hidden className={styles.hint}>
            <Kbd>{searchKeys}</Kbd>
          </span>
        ) : null}
        <Button aria-label="Clear the search" className={classNames(styles.clear)}>
          <CrossIcon />
        </Button>
      </div>
    </AriaSearchField>
  );
}
