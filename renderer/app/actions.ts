import { SCREEN_DIGITS, SCREEN_LABELS, SCREENS } from "./screens.ts";
import type { Shortcut } from "./shortcut.ts";

/**
 * What the window can be told to do, by key or from the palette. The sheet of keys, the settings of keys, the palette and the
 * hints beside buttons all come from this table.
 */
export type ActionDefinition = {
  readonly id: string;
  readonly group: "Everywhere" | "Compose" | "Drafts" | "Look";
  readonly title: string;
  /** Those that are not changed by the user. */
  readonly keys: readonly Shortcut[];
  /** Holding the key does it again and again. */
  readonly repeats?: boolean;
  /** The browser hears of the key as well. */
  readonly isPassedOn?: boolean;
};

const screens = SCREENS.map(
  (screen) =>
    ({
      id: `screen.${screen}`,
      group: "Everywhere",
      title: `Go to ${SCREEN_LABELS[screen]}`,
      keys: [`Mod+${SCREEN_DIGITS[screen]}`],
    }) as const satisfies ActionDefinition,
);

const others = [
  { id: "palette", group: "Everywhere", title: "Search or run a command", keys: ["Mod+K"] },
  { id: "search", group: "Everywhere", title: "Search on this screen", keys: ["/"] },
  { id: "keys", group: "Everywhere", title: "Show the keys", keys: ["?"] },
  { id: "send", group: "Compose", title: "Send the event", keys: ["Mod+Enter"] },
  { id: "undo", group: "Compose", title: "Undo the draft's last change", keys: ["Mod+Z"], repeats: true },
  {
    id: "redo",
    group: "Compose",
    title: "Redo what was undone",
    keys: ["Mod+Shift+Z", "Mod+Y"],
    repeats: true,
  },
  { id: "finding.next", group: "Compose", title: "Go to the next finding", keys: ["F8"], repeats: true },
  {
    id: "finding.previous",
    group: "Compose",
    title: "Go to the previous finding",
    keys: ["Shift+F8"],
    repeats: true,
  },
  { id: "finding.fix", group: "Compose", title: "Apply the fix of the finding here", keys: ["Alt+Enter"] },
  {
    id: "paste",
    group: "Compose",
    title: "Paste an event from anywhere, outside of text fields",
    keys: ["Mod+Shift+V"],
    // By the time the browser pastes, the dialog's field has the focus and takes the text.
    isPassedOn: true,
  },
  { id: "draft.new", group: "Drafts", title: "Begin another draft of the event", keys: ["Alt+N"] },
  { id: "draft.close", group: "Drafts", title: "Close the draft's tab", keys: ["Alt+W"] },
  { id: "draft.reopen", group: "Drafts", title: "Open the tab closed last", keys: ["Alt+Shift+W"] },
  { id: "draft.next", group: "Drafts", title: "Show the next draft", keys: ["Alt+PageDown"], repeats: true },
  {
    id: "draft.previous",
    group: "Drafts",
    title: "Show the previous draft",
    keys: ["Alt+PageUp"],
    repeats: true,
  },
  {
    id: "draft.right",
    group: "Drafts",
    title: "Move the tab right",
    keys: ["Alt+Shift+PageDown"],
    repeats: true,
  },
  {
    id: "draft.left",
    group: "Drafts",
    title: "Move the tab left",
    keys: ["Alt+Shift+PageUp"],
    repeats: true,
  },
  {
    id: "zoom.in",
    group: "Look",
    title: "Make everything larger",
    keys: ["Mod+Plus", "Mod+="],
    repeats: true,
  },
  { id: "zoom.out", group: "Look", title: "Make everything smaller", keys: ["Mod+-"], repeats: true },
  { id: "zoom.reset", group: "Look", title: "Back to the usual size", keys: ["Mod+0"] },
  { id: "theme.system", group: "Look", title: "Use the system's theme", keys: [] },
  { id: "theme.light", group: "Look", title: "Use the light theme", keys: [] },
  { id: "theme.dark", group: "Look", title: "Use the dark theme", keys: [] },
  { id: "contrast", group: "Look", title: "Switch high contrast", keys: [] },
] as const satisfies readonly ActionDefinition[];

export type ActionId = (typeof screens)[number]["id"] | (typeof others)[number]["id"];
export const ACTIONS: readonly (ActionDefinition & { readonly id: ActionId })[] = [...screens, ...others];

/** The keys that the user gave to actions, by their ids; null takes an action's keys away. */
export type ChosenKeys = Readonly<Record<string, string | null>>;

/** The keys an action has now. */
export function keysOf(action: ActionDefinition, chosen: ChosenKeys): readonly Shortcut[] {
  const own = Object.hasOwn(chosen, action.id) ? chosen[action.id] : undefined;
  if (own === undefined) return action.keys;
  return own === null ? [] : [own];
}

/** Actions by key. Of two with the same key the first of the table has it. */
export function actionsByKey(chosen: ChosenKeys): ReadonlyMap<Shortcut, (typeof ACTIONS)[number]> {
  const byKey = new Map<Shortcut, (typeof ACTIONS)[number]>();
  for (const action of ACTIONS) {
    for (const key of keysOf(action, chosen)) if (!byKey.has(key)) byKey.set(key, action);
  }
  return byKey;
}

/** The other actions that have one of an action's keys, by their titles. */
export function conflictsOf(action: ActionDefinition, chosen: ChosenKeys): readonly string[] {
  const keys = new Set(keysOf(action, chosen));
  return ACTIONS.filter(
    (other) => other.id !== action.id && keysOf(other, chosen).some((key) => keys.has(key)),
  ).map(({ title }) => title);
}
