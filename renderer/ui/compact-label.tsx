import type { ReactNode } from "react";
import styles from "./compact-label.module.css";

/**
 * The words of a button, or something shorter where the line it stands in is narrow. The line is a container
 * (`container-type: inline-size`), and the button has a label, since what is not drawn does not name it.
 */
export function CompactLabel(props: { readonly short: ReactNode; readonly children: ReactNode }): ReactNode {
  return (
    <>
      <span className={styles.words}>{props.children}</span>
      <span className={styles.short}>{props.short}</span>
    </>
  );
}
