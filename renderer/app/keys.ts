import { ACTIONS, keysOf, type ChosenKeys } from "./actions.ts";
import { catalogKeyHelp } from "./catalog-keys.ts";
import { shortcutKeys } from "./shortcut.ts";

type KeyHelp = { readonly keys: string; readonly does: string };
export type KeyHelpGroup = { readonly title: string; readonly keys: readonly KeyHelp[] };

const GROUPS = ["Everywhere", "Compose", "Drafts", "Look"] as const;

/** Every key there is, for the sheet of keys: those of the actions as they are now, then those of single controls. */
export function keyHelp(command: string, chosen: ChosenKeys): readonly KeyHelpGroup[] {
  const isMac = command === "⌘";
  const ofActions = GROUPS.map((group) => ({
    title: group,
    keys: ACTIONS.filter((action) => action.group === group).flatMap((action) =>
      keysOf(action, chosen).map((key) => ({ keys: shortcutKeys(key, isMac).join(" "), does: action.title })),
    ),
  }));
  return [...ofActions.filter(({ keys }) => keys.length > 0), ...controlKeys(command)];
}

/** Keys that mean something to the control that has the focus, and are not the window's to change. */
function controlKeys(command: string): readonly KeyHelpGroup[] {
  return [
    {
      title: "Drafts that are open",
      keys: [
        {
          keys: "Alt Page Down",
          does: "Show the next draft, with Page Up the one before; with Shift move it",
        },
        { keys: "Alt N", does: "Another draft of the event" },
        { keys: "Alt W", does: "Close the draft, with Shift open the one closed last again" },
        { keys: `${command} Shift Enter`, does: "Run the presets of the event, or those selected" },
      ],
    },
    {
      title: "Draft text",
      keys: [
        { keys: "Ctrl Space", does: "Suggest what can stand here" },
        { keys: `${command} F`, does: "Find, and replace" },
        { keys: "Shift Alt F", does: "Format: lay the text out anew" },
        { keys: command === "⌘" ? "⌘ Alt [" : "Ctrl Shift [", does: "Fold, with ] unfold" },
      ],
    },
    ...catalogKeyHelp(command),
    {
      title: "History",
      keys: [
        { keys: "↑ ↓", does: "Go up or down; what is open follows" },
        { keys: "Enter", does: "Open the exchange" },
        { keys: "Space", does: "Select the exchange, with Shift all from the last one" },
        { keys: `${command} A`, does: "Select everything that fits, or nothing" },
        { keys: "Shift ← →", does: "On a column's heading: change its width" },
        { keys: "F7", does: "In a comparison: go to the next difference, with Shift back" },
        { keys: "Esc", does: "Close the exchange or the comparison" },
      ],
    },
    {
      title: "Pane borders",
      keys: [
        { keys: "← →", does: "Move by 16 pixels, with Shift by 64" },
        { keys: "Home End", does: "Move to the ends" },
      ],
    },
  ];
}
