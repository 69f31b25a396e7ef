import { useEffect, useEffectEvent, useState, type ReactNode } from "react";
import { ACTIONS, conflictsOf, keysOf, type ActionDefinition } from "../../app/actions.ts";
import { isMac } from "../../app/platform.ts";
import { shortcutKeys, shortcutOf, type Shortcut } from "../../app/shortcut.ts";
import { useUpdateSettings } from "../../app/update-settings.ts";
import { useWorkspace } from "../../app/workspace-context.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Kbd } from "../../ui/kbd.tsx";
import styles from "./keys-section.module.css";

/** The keys of every action, to be changed, taken away and given back. Two actions with one key are named at both. */
export function KeysSection(): ReactNode {
  const { settings } = useWorkspace();
  const updateSettings = useUpdateSettings();
  const [changing, setChanging] = useState<ActionDefinition | null>(null);
  const change = (id: string, key: Shortcut | null) =>
    updateSettings(({ keys }) => ({ keys: { ...keys, [id]: key } }));
  const reset = (id: string) =>
    updateSettings(({ keys }) => ({
      keys: Object.fromEntries(Object.entries(keys).filter(([one]) => one !== id)),
    }));
  return (
    <>
      <div className={styles.head}>
        <Button
          isDisabled={Object.keys(settings.keys).length === 0}
          onPress={() => updateSettings(() => ({ keys: {} }))}
          size="small"
        >
          Reset all keys
        </Button>
      </div>
      <table aria-label="Keys" className={styles.table}>
        <tbody>
          {ACTIONS.map((action) => (
            <KeyRow
              action={action}
              key={action.id}
              onChange={() => setChanging(action)}
              onReset={() => reset(action.id)}
            />
          ))}
        </tbody>
      </table>
      {changing === null ? null : (
        <KeyDialog
          action={changing}
          onClose={() => setChanging(null)}
          onKey={(key) => {
            change(changing.id, key);
            setChanging(null);
          }}
        />
      )}
    </>
  );
}

function KeyRow(props: {
  readonly action: ActionDefinition;
  readonly onChange: () => void;
  readonly onReset: () => void;
}): ReactNode {
  const { action } = props;
  const { settings } = useWorkspace();
  const keys = keysOf(action, settings.keys);
  const conflicts = conflictsOf(action, settings.keys);
  const isOwn = Object.hasOwn(settings.keys, action.id);
  return (
    <tr>
      <th className={styles.title} scope="row">
        {action.title}
        {conflicts.length === 0 ? null : (
          <span className={styles.conflict}>The same key: {conflicts.join(", ")}</span>
        )}
      </th>
      <td className={styles.keys}>
        {keys.length === 0 ? <span className={styles.none}>No key</span> : null}
        {keys.map((key) => (
          <KeyNames key={key} shortcut={key} />
        ))}
      </td>
      <td className={styles.buttons}>
        <Button label={`Change the key: ${action.title}`} onPress={props.onChange} size="small">
          Change
        </Button>
        <Button
          isDisabled={!isOwn}
          label={`Reset the key: ${action.title}`}
          onPress={props.onReset}
          size="small"
          variant="quiet"
        >
          Reset
        </Button>
      </td>
    </tr>
  );
}

function KeyNames(props: { readonly shortcut: Shortcut }): ReactNode {
  return (
    <span className={styles.combination}>
      {shortcutKeys(props.shortcut, isMac()).map((name) => (
        <Kbd key={name}>{name}</Kbd>
      ))}
    </span>
  );
}

/** Takes the next combination that is pressed; Escape and Tab keep their meaning, so that the dialog can be left. */
function KeyDialog(props: {
  readonly action: ActionDefinition;
  readonly onKey: (key: Shortcut | null) => void;
  readonly onClose: () => void;
}): ReactNode {
  const { action, onKey, onClose } = props;
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const isOfDialog = ["Escape", "Tab", "Enter", " "].includes(event.key) && !hasModifier(event);
    const key = isOfDialog ? null : shortcutOf(event, isMac());
    if (key === null) return;
    event.preventDefault();
    event.stopPropagation();
    onKey(key);
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKeyDown(event);
    window.addEventListener("keydown", listener, { capture: true });
    return () => window.removeEventListener("keydown", listener, { capture: true });
  }, []);
  return (
    <Dialog
      actions={
        <>
          <Button onPress={() => onKey(null)}>No key</Button>
          <Button onPress={onClose}>Cancel</Button>
        </>
      }
      isOpen
      onClose={onClose}
      title={action.title}
    >
      <p>Press the keys that are to do this.</p>
    </Dialog>
  );
}

function hasModifier(event: KeyboardEvent): boolean {
  return event.ctrlKey || event.metaKey || event.altKey || event.shiftKey;
}
