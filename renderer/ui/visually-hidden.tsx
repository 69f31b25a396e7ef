import type { ReactNode } from "react";
import styles from "./visually-hidden.module.css";

/** A change that is read out and not shown: what is drawn says it in another way. */
export function SpokenStatus(props: { readonly children: string }): ReactNode {
  return (
    <span aria-live="polite" className={styles.hidden}>
      {props.children}
    </span>
  );
}

/** What an icon says without words, for assistive technology. */
export function VisuallyHidden(props: { readonly children: string }): ReactNode {
  return <span className={styles.hidden}>{props.children}</span>;
}
