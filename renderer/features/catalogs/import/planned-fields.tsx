import type { ReactNode } from "react";
import { valueLine } from "../../../../shared/catalog/catalog-text.ts";
import type { FieldChange } from "../../../../shared/catalog/compare.ts";
import type { ImportGuess } from "../../../../shared/catalog-import/types.ts";
import styles from "./import.module.css";
import { GuessedValue } from "./planned-facts.tsx";

/** Fields that would change, with the values before and after. */
export function FieldLines(props: {
  readonly fields: readonly FieldChange[];
  readonly guesses: readonly ImportGuess[];
}): ReactNode {
  return props.fields.map(({ field, before, after, texts }) => (
    <p className={styles.field} key={field}>
      {field}: <del>{shown(before, texts?.before)}</del>{" "}
      <ins>
        <GuessedValue guess={props.guesses.find((guess) => guess.field === field)}>
          {shown(after, texts?.after)}
        </GuessedValue>
      </ins>
    </p>
  ));
}

function shown(value: unknown, texts: readonly string[] | null = null): string {
  if (value === undefined) return "nothing";
  const text = typeof value === "string" ? value : valueLine(value, texts);
  return text.length <= 80 ? text : `${text.slice(0, 80)}...`;
}
