import { useEffect, useEffectEvent, useState, type ReactNode } from "react";
import type { ActionDefinition } from "../../app/actions/definition.ts";
import { keyEffects, type KeyEffects } from "../../app/actions/key-effects.ts";
import { isMac } from "../../app/platform.ts";
import { shortcutOf, type Shortcut } from "../../app/shortcut.ts";
import { useSetting } from "../../app/use-setting.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { KeyNames } from "./key-names.tsx";
import styles from "./keys-section.module.css";

type Pressed = KeyEffects & { readonly key: Shortcut };

const OF_DIALOG: Pressed = {
  key: "Tab",
  isRefused: true,
  sentences: ["Tab goes from one control to the next everywhere, so it stays as it is. Press another key."],
};

/**
 * Takes the next combination that is pressed: at once where it takes nothing away, else after a question. Escape, Tab, Enter
 * and Space keep their meaning, so that the dialog can be used and left.
 */
export function KeyDialog(props: {
  readonly action: ActionDefinition;
  readonly onKey: (key: Shortcut | null) => void;
  readonly onClose: () => void;
}): ReactNode {
  const { action, onKey, onClose } = props;
  const chosen = useSetting("keys");
  const [pressed, setPressed] = useState<Pressed | null>(null);
  useEveryKey((event) => {
    if (isOfDialog(event)) {
      if (event.key === "Tab") setPressed(OF_DIALOG);
      return;
    }
    const key = shortcutOf(event, isMac());
    if (key === null) return;
    event.preventDefault();
    event.stopPropagation();
    const effects = keyEffects(action, key, { chosen, isMac: isMac() });
    if (effects.sentences.length === 0) onKey(key);
    else setPressed({ key, ...effects });
  });
  return (
    <Dialog
      actions={
        <>
          <Button onPress={() => onKey(null)}>No key</Button>
          <Button onPress={onClose}>Cancel</Button>
          {pressed === null || pressed.isRefused ? null : (
            <Button onPress={() => onKey(pressed.key)} variant="primary">
              Use it all the same
            </Button>
          )}
        </>
      }
      isOpen
      onClose={onClose}
      title={action.title}
    >
      <p>Press the keys that are to do this. Escape, Tab, Enter and Space alone keep their meaning.</p>
      <output className={styles.pressed}>{pressed === null ? null : <Effects pressed={pressed} />}</output>
    </Dialog>
  );
}

function Effects({ pressed }: { readonly pressed: Pressed }): ReactNode {
  return (
    <>
      <KeyNames shortcut={pressed.key} />
      {pressed.sentences.map((sentence) => (
        <span className={styles.effect} key={sentence}>
          {sentence}
        </span>
      ))}
    </>
  );
}

/** Before any control hears of it. */
function useEveryKey(onKey: (event: KeyboardEvent) => void): void {
  const onKeyDown = useEffectEvent(onKey);
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKeyDown(event);
    window.addEventListener("keydown", listener, { capture: true });
    return () => window.removeEventListener("keydown", listener, { capture: true });
  }, []);
}

function isOfDialog({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey) return false;
  return key === "Tab" || (!shiftKey && ["Escape", "Enter", " "].includes(key));
}
