import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import styles from "./kbd.module.css";

/** A key or a combination of keys. `isBare` is for use inside a coloured button. */
export function Kbd(props: { readonly children: ReactNode; readonly isBare?: boolean }): ReactNode {
  return (
    <kbd
      aria-hidden={props.isBare === true}
      className={classNames(styles.key, props.isBare === true && styles.bare)}
    >
      {props.children}
    </kbd>
  );
}
