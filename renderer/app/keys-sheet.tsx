import type { ReactNode } from "react";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Kbd } from "../ui/kbd.tsx";
import { PaneHeading } from "../ui/pane.tsx";
import { keyHelp } from "./keys.ts";
import styles from "./keys-sheet.module.css";
import { commandKeyName } from "./platform.ts";
import { useWorkspace } from "./workspace-context.tsx";

/** Every key of the window, from the tables the window itself uses. */
export function KeysSheet(props: { readonly isOpen: boolean; readonly onClose: () => void }): ReactNode {
  const { settings } = useWorkspace();
  return (
    <Dialog
      actions={<Button onPress={props.onClose}>Close</Button>}
      isOpen={props.isOpen}
      onClose={props.onClose}
      title="Keys"
    >
      {keyHelp(commandKeyName(), settings.keys).map((group) => (
        <section className={styles.group} key={group.title}>
          <PaneHeading>{group.title}</PaneHeading>
          <dl>
            {group.keys.map((key) => (
              <div className={styles.key} key={`${key.keys} ${key.does}`}>
                <dt>
                  {key.keys.split(" ").map((name) => (
                    <Kbd key={name}>{name}</Kbd>
                  ))}
                </dt>
                <dd>{key.does}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  );
}
