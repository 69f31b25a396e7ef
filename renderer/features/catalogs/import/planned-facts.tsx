import type { ReactNode } from "react";
import type { ItemFact } from "../../../../shared/catalog/item-facts.ts";
import type { ImportGuess } from "../../../../shared/catalog-import/types.ts";
import { VisuallyHidden } from "../../../ui/visually-hidden.tsx";
import styles from "./import.module.css";

/** What an event or parameter says. What of it was guessed is underlined, and says why. */
export function Facts(props: {
  readonly facts: readonly ItemFact[];
  readonly guesses: readonly ImportGuess[];
}): ReactNode {
  return (
    <span className={styles.facts}>
      {props.facts.map(({ field, text }) => (
        <span key={field}>
          <GuessedValue guess={props.guesses.find((guess) => guess.field === field)}>{text}</GuessedValue>
        </span>
      ))}
    </span>
  );
}

/** A value, marked where it was guessed. */
export function GuessedValue(props: {
  readonly guess: ImportGuess | undefined;
  readonly children: string;
}): ReactNode {
  if (props.guess === undefined) return props.children;
  return (
    <span className={styles.guessedValue} title={`Guessed. ${props.guess.reason}`}>
      {props.children}
      <VisuallyHidden>{` (guessed: ${props.guess.reason})`}</VisuallyHidden>
    </span>
  );
}

/** What was guessed of things that are no value in view, and why. */
export function Guessed({ guesses }: { readonly guesses: readonly ImportGuess[] }): ReactNode {
  if (guesses.length === 0) return null;
  return (
    <span className={styles.guess} title={guesses.map(({ reason }) => reason).join("\n")}>
      guessed: {guesses.map(({ field }) => field).join(", ")}
    </span>
  );
}
