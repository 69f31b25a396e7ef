import { SCREEN_DIGITS, SCREEN_LABELS, SCREENS } from "../screens.ts";
import type { ActionDefinition } from "./definition.ts";

const window = { places: ["window"] } as const;

const screens = SCREENS.map(
  (screen) =>
    ({
      id: `screen.${screen}`,
      group: "Everywhere",
      title: `Go to ${SCREEN_LABELS[screen]}`,
      keys: [`Mod+${SCREEN_DIGITS[screen]}`],
      places: ["window"],
    }) as const satisfies ActionDefinition,
);

/** What can be done whatever screen is shown. */
export const WINDOW_ACTIONS = [
  ...screens,
  { id: "palette", group: "Everywhere", title: "Search or run a command", keys: ["Mod+K"], ...window },
  { id: "search", group: "Everywhere", title: "Search on this screen", keys: ["/"], ...window },
  { id: "keys", group: "Everywhere", title: "Show the keys", keys: ["?"], ...window },
  {
    id: "undo",
    group: "Everywhere",
    title: "Undo the last change of the draft or catalog",
    keys: ["Mod+Z"],
    places: ["compose", "catalogs"],
    repeats: true,
  },
  {
    id: "redo",
    group: "Everywhere",
    title: "Redo what was undone",
    keys: ["Mod+Shift+Z", "Mod+Y"],
    places: ["compose", "catalogs"],
    repeats: true,
  },
] as const satisfies readonly ActionDefinition[];

/** How the window looks. */
export const LOOK_ACTIONS = [
  {
    id: "zoom.in",
    group: "Look",
    title: "Make everything larger",
    keys: ["Mod+Plus", "Mod+="],
    ...window,
    repeats: true,
  },
  {
    id: "zoom.out",
    group: "Look",
    title: "Make everything smaller",
    keys: ["Mod+-"],
    ...window,
    repeats: true,
  },
  { id: "zoom.reset", group: "Look", title: "Back to the usual size", keys: ["Mod+0"], ...window },
  { id: "theme.system", group: "Look", title: "Use the system's theme", keys: [], ...window },
  { id: "theme.light", group: "Look", title: "Use the light theme", keys: [], ...window },
  { id: "theme.dark", group: "Look", title: "Use the dark theme", keys: [], ...window },
  { id: "contrast", group: "Look", title: "Switch high contrast", keys: [], ...window },
] as const satisfies readonly ActionDefinition[];
