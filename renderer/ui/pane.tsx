import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import styles from "./pane.module.css";

/** A column of the window with a name: a region to assistive technology. Its content scrolls, it does not. */
export function Pane(props: { readonly label: string; readonly children: ReactNode }): ReactNode {
  return (
    <section aria-label={props.label} className={styles.pane}>
      {props.children}
    </section>
  );
}

/** The line on top of a pane: what it shows on the left, what can be done with it on the right. */
export function PaneHeader(props: {
  readonly children: ReactNode;
  readonly trailing?: ReactNode;
}): ReactNode {
  return (
    <header className={styles.header}>
      <div className={styles.leading}>{props.children}</div>
      {props.trailing === undefined ? null : <div className={styles.trailing}>{props.trailing}</div>}
    </header>
  );
}

/** The part of a pane that takes the height that is left and scrolls. `label` makes it reachable by keyboard. */
export function PaneScroll(props: {
  readonly children: ReactNode;
  readonly label?: string;
  readonly isPadded?: boolean;
}): ReactNode {
  return (
    <div
      {...(props.label === undefined ? {} : { "aria-label": props.label, role: "group", tabIndex: 0 })}
      className={classNames(styles.scroll, props.isPadded === true && styles.padded)}
    >
      {props.children}
    </div>
  );
}

/** A small heading over a part of a pane. */
export function PaneHeading(props: { readonly children: ReactNode }): ReactNode {
  return <h3 className={styles.heading}>{props.children}</h3>;
}
