import type { KeyboardEvent, ReactNode } from "react";
import { Button } from "../../ui/button.tsx";
import { ArrowDownIcon, ArrowUpIcon, CrossIcon } from "../../ui/icons.tsx";
import { SearchField } from "../../ui/search-field.tsx";
import styles from "./body-view.module.css";
import type { BodyFind } from "./use-body-find.ts";

/** A search through the whole body: Enter goes on, Shift and Enter back, Escape ends it. */
export function BodyFindBar(props: {
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly find: BodyFind;
  readonly onStep: (step: 1 | -1) => void;
  readonly onClose: () => void;
}): ReactNode {
  const { find, onStep } = props;
  const isNone = (find.found?.count ?? 0) === 0;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter") onStep(event.shiftKey ? -1 : 1);
    else if (event.key === "Escape") props.onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <search aria-label="Find in the body" className={styles.find}>
      <SearchField
        isFocused
        label="Find in the whole body"
        onChange={props.onQuery}
        onKeyDown={onKeyDown}
        placeholder="Find in the whole body"
        value={props.query}
      />
      <span aria-live="polite" className={styles.quiet}>
        {props.query === "" ? "" : foundText(find)}
      </span>
      <Button isDisabled={isNone} label="Previous" onPress={() => onStep(-1)} size="small" variant="quiet">
        <ArrowUpIcon />
      </Button>
      <Button isDisabled={isNone} label="Next" onPress={() => onStep(1)} size="small" variant="quiet">
        <ArrowDownIcon />
      </Button>
      <Button label="Close the search" onPress={props.onClose} size="small" variant="quiet">
        <CrossIcon />
      </Button>
    </search>
  );
}

function foundText({ found, isFinding }: BodyFind): string {
  if (isFinding) return "Finding";
  if (found?.place == null) return "Not found";
  const count = `${found.count.toLocaleString("en-GB")}${found.isCapped ? "+" : ""}`;
  return `${(found.place.index + 1).toLocaleString("en-GB")} of ${count}`;
}
