import { shortcutKeys, type Shortcut } from "../shortcut.ts";
import type { ActionDefinition } from "./definition.ts";
import { conflictsOf, type ChosenKeys } from "./table.ts";

/** What giving a key to an action would take away. `isRefused`: text could not be edited any more. */
export type KeyEffects = { readonly isRefused: boolean; readonly sentences: readonly string[] };

const EDITING: Readonly<Record<string, string>> = {
  "Mod+C": "copies",
  "Mod+X": "cuts",
  "Mod+V": "pastes",
  "Mod+A": "selects all",
  "Mod+Z": "undoes",
  "Mod+Y": "redoes",
  "Mod+Shift+Z": "redoes",
};

/** Keys that move the caret or delete, with and without Shift and Ctrl. */
const CARET = /^(?:Mod\+)?(?:Shift\+)?(?:Arrow\w+|Home|End|PageUp|PageDown|Backspace|Delete|Enter|Tab)$/u;
/** In forms and lists these are free, and actions of the window have them. */
const FREE = /^Mod\+(?:Shift\+)?(?:Enter|Tab|PageUp|PageDown)$/u;

/** A browser acts on these before a page hears of them. */
const KEPT_BY_BROWSER: Readonly<Record<string, string>> = {
  "Mod+W": "closes the tab",
  "Mod+T": "opens a tab",
  "Mod+N": "opens a window",
  "Mod+Shift+W": "closes the window",
  "Mod+Shift+T": "opens the tab closed last",
  "Mod+Shift+N": "opens a private window",
  "Mod+Tab": "shows the next tab",
  "Mod+Shift+Tab": "shows the tab before",
};

const OF_BROWSER: Readonly<Record<string, string>> = {
  "Mod+R": "loads the page again",
  F5: "loads the page again",
  "Mod+P": "prints",
  "Mod+F": "finds in the page",
  "Mod+L": "goes to the address",
  "Mod+D": "makes a bookmark",
  "Mod+H": "shows the browser's history",
  "Mod+J": "shows downloads",
  F11: "fills the screen",
  F12: "opens the browser's tools",
};

/** Says what a key means already before an action is given it; nothing to say of one that the action has anyway. */
export function keyEffects(
  action: ActionDefinition,
  key: Shortcut,
  { chosen, isMac }: { readonly chosen: ChosenKeys; readonly isMac: boolean },
): KeyEffects {
  const name = shortcutKeys(key, isMac).join(" ");
  if (action.keys.includes(key)) return { isRefused: false, sentences: othersOf(action, key, chosen) };
  const editing = valueOf(EDITING, key);
  if (editing !== null) return refused(`${name} ${editing} wherever text is edited, so it stays as it is.`);
  if (CARET.test(key) && !FREE.test(key)) {
    return refused(`${name} is needed to edit text and to move about, so it stays as it is.`);
  }
  const kept = valueOf(KEPT_BY_BROWSER, key);
  const browser = valueOf(OF_BROWSER, key);
  return {
    isRefused: false,
    sentences: [
      ...(kept === null ? [] : [`In a browser ${name} ${kept}: the key does not reach the console there.`]),
      ...(browser === null ? [] : [`In a browser ${name} ${browser}, and would not any more.`]),
      ...othersOf(action, key, chosen),
    ],
  };
}

function refused(sentence: string): KeyEffects {
  return { isRefused: true, sentences: [`${sentence} Press another key.`] };
}

function othersOf(action: ActionDefinition, key: Shortcut, chosen: ChosenKeys): readonly string[] {
  const others = conflictsOf(action, { ...chosen, [action.id]: key });
  return others.map((title) => `"${title}" has this key already.`);
}

function valueOf(table: Readonly<Record<string, string>>, key: Shortcut): string | null {
  return Object.hasOwn(table, key) ? (table[key] ?? null) : null;
}
