import { useState, type ReactNode } from "react";
import { ACTION_GROUPS, type ActionDefinition } from "../../app/actions/definition.ts";
import { ACTIONS, conflictsOf, keysOf, type ChosenKeys } from "../../app/actions/table.ts";
import { isMac } from "../../app/platform.ts";
import { shortcutKeys, type Shortcut } from "../../app/shortcut.ts";
import { useUpdateSettings } from "../../app/update-settings.ts";
import { useSetting } from "../../app/use-setting.ts";
import { Button } from "../../ui/button.tsx";
import { SearchField } from "../../ui/search-field.tsx";
import { KeyDialog } from "./key-dialog.tsx";
import { KeyNames } from "./key-names.tsx";
import styles from "./keys-section.module.css";

/**
 * The keys of every action, to be changed, taken away and given back. Two actions with one key in one place are named at both.
 * Keys that mean the same on every platform are listed and stay.
 */
export function KeysSection(): ReactNode {
  const keys = useSetting("keys");
  const updateSettings = useUpdateSettings();
  const [query, setQuery] = useState("");
  const [changing, setChanging] = useState<ActionDefinition | null>(null);
  const change = (id: string, key: Shortcut | null) =>
    updateSettings(({ keys }) => ({ keys: { ...keys, [id]: key } }));
  const groups = findKeys(query, keys);
  return (
    <>
      <div className={styles.head}>
        <SearchField
          label="Find a key or what it does"
          onChange={setQuery}
          placeholder="Find a key or what it does"
          value={query}
        />
        <Button
          isDisabled={Object.keys(keys).length === 0}
          onPress={() => updateSettings(() => ({ keys: {} }))}
          size="small"
        >
          Reset all keys
        </Button>
      </div>
      {groups.length === 0 ? <p className={styles.none}>{`No key or action matches "${query}".`}</p> : null}
      <table aria-label="Keys" className={styles.table}>
        {groups.map(({ title, actions }) => (
          <tbody key={title}>
            <tr className={styles.group}>
              <th colSpan={3} scope="rowgroup">
                {title}
              </th>
            </tr>
            {actions.map((action) => (
              <KeyRow action={action} key={action.id} onChange={() => setChanging(action)} />
            ))}
          </tbody>
        ))}
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

/** In groups, those whose words or keys have every word of the query. */
function findKeys(query: string, chosen: ChosenKeys) {
  const words = query.toLowerCase().split(/\s+/u).filter(Boolean);
  return ACTION_GROUPS.map((title) => ({
    title,
    actions: ACTIONS.filter((action) => {
      const keys = keysOf(action, chosen).map((key) => shortcutKeys(key, isMac()).join(" "));
      const about = [action.title, title, ...keys].join(" ").toLowerCase();
      return action.group === title && words.every((word) => about.includes(word));
    }),
  })).filter(({ actions }) => actions.length > 0);
}

function KeyRow(props: { readonly action: ActionDefinition; readonly onChange: () => void }): ReactNode {
  const { action } = props;
  const changed = useSetting("keys");
  const keys = keysOf(action, changed);
  const conflicts = action.isFixed === true ? [] : conflictsOf(action, changed);
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
        {action.isFixed === true ? (
          <span className={styles.none}>the same everywhere</span>
        ) : (
          <RowButtons action={action} onChange={props.onChange} />
        )}
      </td>
    </tr>
  );
}

function RowButtons(props: { readonly action: ActionDefinition; readonly onChange: () => void }): ReactNode {
  const { id, title } = props.action;
  const changed = useSetting("keys");
  const updateSettings = useUpdateSettings();
  const reset = () =>
    updateSettings(({ keys }) => ({
      keys: Object.fromEntries(Object.entries(keys).filter(([one]) => one !== id)),
    }));
  return (
    <>
      <Button label={`Change the key: ${title}`} onPress={props.onChange} size="small">
        Change
      </Button>
      <Button
        isDisabled={!Object.hasOwn(changed, id)}
        label={`Reset the key: ${title}`}
        onPress={reset}
        size="small"
        variant="quiet"
      >
        Reset
      </Button>
    </>
  );
}
