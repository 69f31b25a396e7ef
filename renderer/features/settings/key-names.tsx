import type { ReactNode } from "react";
import { isMac } from "../../app/platform.ts";
import { shortcutKeys, type Shortcut } from "../../app/shortcut.ts";
import { Kbd } from "../../ui/kbd.tsx";
import styles from "./keys-section.module.css";

/** A combination, key by key. */
export function KeyNames(props: { readonly shortcut: Shortcut }): ReactNode {
  return (
    <span className={styles.combination}>
      {shortcutKeys(props.shortcut, isMac()).map((name) => (
        <Kbd key={name}>{name}</Kbd>
      ))}
    </span>
  );
}
