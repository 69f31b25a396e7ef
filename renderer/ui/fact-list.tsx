import type { ReactNode } from "react";
import styles from "./fact-list.module.css";

/** Names and values, one to a line. An entry whose value is null is left out. */
export function FactList(props: {
  readonly facts: readonly { readonly name: string; readonly value: ReactNode }[];
}): ReactNode {
  return (
    <dl className={styles.list}>
      {props.facts
        .filter((fact) => fact.value !== null)
        .map((fact) => (
          <div className={styles.fact} key={fact.name}>
            <dt className={styles.name}>{fact.name}</dt>
            <dd className={styles.value}>{fact.value}</dd>
          </div>
        ))}
    </dl>
  );
}
