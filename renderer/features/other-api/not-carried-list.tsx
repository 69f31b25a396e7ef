import type { ReactNode } from "react";
import type { NotCarried } from "../../../shared/translate/translate.ts";
import { WarningIcon } from "../../ui/icons.tsx";
import { Sentence } from "../../ui/sentence.tsx";
import styles from "./other-api.module.css";

/** What the other API's form has no place for, a sentence each. */
export function NotCarriedList(props: {
  readonly name: string;
  readonly notCarried: readonly NotCarried[];
}): ReactNode {
  const { name, notCarried } = props;
  if (notCarried.length === 0) return <p className={styles.note}>{`${name} takes all of it.`}</p>;
  return (
    <ul aria-label={`Not carried over to ${name}`} className={styles.lost}>
      {notCarried.map(({ path, reason }) => (
        <li key={`${path} ${reason}`}>
          <WarningIcon />
          <span>
            <code>{path}</code> <Sentence text={reason} />
          </span>
        </li>
      ))}
    </ul>
  );
}
