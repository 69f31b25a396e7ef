import type { ReactNode } from "react";
import styles from "./empty-state.module.css";

/** In place of content that is not there: what would be here, and how to get it. */
export function EmptyState(props: {
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}): ReactNode {
  return (
    <div className={styles.empty}>
      <h2 className={styles.title}>{props.title}</h2>
      {props.children === undefined ? null : <p className={styles.text}>{props.children}</p>}
      {props.action}
    </div>
  );
}
