import { TABLE_ACTIONS, type ControlKeys } from "../../ui/control-actions.tsx";
import { shortcutKeys, shortcutOf, type KeyPress, type Shortcut } from "../shortcut.ts";
import { COMPOSE_ACTIONS } from "./compose-actions.ts";
import { shareAPlace, type ActionDefinition } from "./definition.ts";
import { LIST_ACTIONS } from "./list-actions.ts";
import { LOOK_ACTIONS, WINDOW_ACTIONS } from "./window-actions.ts";

/**
 * What the window can be told to do, by key or from the palette. The sheet of keys, the settings of keys, the palette and the
 * hints beside buttons all come from this table, and controls ask it what their keys mean.
 */
const TABLE = [...WINDOW_ACTIONS, ...COMPOSE_ACTIONS, ...LIST_ACTIONS, ...LOOK_ACTIONS] as const;

export type ActionId = (typeof TABLE)[number]["id"];
export type Action = ActionDefinition & { readonly id: ActionId };
export const ACTIONS: readonly Action[] = TABLE;

/** The keys that the user gave to actions, by their ids; null takes an action's keys away. */
export type ChosenKeys = Readonly<Record<string, string | null>>;

/** The keys an action has now. */
export function keysOf(action: ActionDefinition, chosen: ChosenKeys): readonly Shortcut[] {
  const own = Object.hasOwn(chosen, action.id) ? chosen[action.id] : undefined;
  if (own === undefined || action.isFixed === true) return action.keys;
  return own === null ? [] : [own];
}

/** The window's actions by key, in the order of the table: of those with one key the first that can be done is done. */
export function actionsByKey(chosen: ChosenKeys): ReadonlyMap<Shortcut, readonly Action[]> {
  const byKey = new Map<Shortcut, Action[]>();
  for (const action of ACTIONS.filter(({ heardBy }) => heardBy !== "control")) {
    for (const key of keysOf(action, chosen)) byKey.set(key, [...(byKey.get(key) ?? []), action]);
  }
  return byKey;
}

/** The first of an action's keys as it is written beside a button, `Ctrl ⏎`; null where it has none. */
export function keysWritten(id: ActionId, chosen: ChosenKeys, isMac: boolean): string | null {
  const action = ACTIONS.find((one) => one.id === id);
  const key = action === undefined ? undefined : keysOf(action, chosen)[0];
  return key === undefined ? null : shortcutKeys(key, isMac).join(" ");
}

/** What the controls' keys mean as they are now. */
export function controlKeys(chosen: ChosenKeys, isMac: boolean): ControlKeys {
  const meant = (press: KeyPress) => {
    const shortcut = shortcutOf(press, isMac);
    const hasIt = (action: Action) => keysOf(action, chosen).some((key) => key === shortcut);
    return new Set<ActionId>(ACTIONS.filter(hasIt).map(({ id }) => id));
  };
  return {
    table(press) {
      const ids = meant(press);
      return TABLE_ACTIONS.find((id) => ids.has(id)) ?? null;
    },
    list: (press) => (meant(press).has("list.all") ? "list.all" : null),
    find: (press) => meant(press).has("body.find"),
    search: keysWritten("search", chosen, isMac),
  };
}

/** The other actions that have one of an action's keys where it has them, by their titles. */
export function conflictsOf(action: ActionDefinition, chosen: ChosenKeys): readonly string[] {
  const keys = new Set(keysOf(action, chosen));
  return ACTIONS.filter(
    (other) =>
      other.id !== action.id &&
      shareAPlace(action, other) &&
      keysOf(other, chosen).some((key) => keys.has(key)),
  ).map(({ title }) => title);
}
