import { Fragment, type ReactNode } from "react";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Kbd } from "../ui/kbd.tsx";
import { PaneHeading } from "../ui/pane.tsx";
import { keySheet, type KeyLine } from "./actions/sheet.ts";
import { useNavigation } from "./navigation-context.tsx";
import styles from "./keys-sheet.module.css";
import { isMac } from "./platform.ts";
import { useSetting } from "./use-setting.ts";

/** Every key of the window, from the table the window itself uses, and the way to change them. */
export function KeysSheet(props: { readonly isOpen: boolean; readonly onClose: () => void }): ReactNode {
  const keys = useSetting("keys");
  const { showSettings } = useNavigation();
  const change = () => {
    props.onClose();
    showSettings("keys");
  };
  return (
    <Dialog
      actions={
        <>
          <Button onPress={change}>Change keys</Button>
          <Button onPress={props.onClose}>Close</Button>
        </>
      }
      isOpen={props.isOpen}
      isReading
      isWide
      onClose={props.onClose}
      title="Keys"
    >
      <div className={styles.groups}>
        {keySheet(keys, isMac()).map((group) => (
          <section className={styles.group} key={group.title}>
            <PaneHeading>{group.title}</PaneHeading>
            <dl>
              {group.lines.map((line) => (
                <Line key={line.id} line={line} />
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

function Line({ line }: { readonly line: KeyLine }): ReactNode {
  return (
    <div className={styles.key}>
      <dt>
        {line.combinations.map((names, index) => (
          <Fragment key={names.join(" ")}>
            {index === 0 ? null : <span className={styles.or}>or</span>}
            <span className={styles.combination}>
              {names.map((name) => (
                <Kbd key={name}>{name}</Kbd>
              ))}
            </span>
          </Fragment>
        ))}
      </dt>
      <dd>{line.does}</dd>
    </div>
  );
}
