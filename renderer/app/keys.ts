import { assertNever } from "../../shared/result/result.ts";
import { catalogKeyHelp } from "./catalog-keys.ts";
import { SCREEN_DIGITS, SCREEN_LABELS, SCREENS, type Screen } from "./screens.ts";

/** What a key of the window does. */
export type WindowAction =
  | { readonly kind: "go-to-screen"; readonly screen: Screen }
  | { readonly kind: "focus-search" }
  | { readonly kind: "show-keys" };

/** What is read of a keyboard event. `isTyping`: the focus is where characters are typed. */
export type KeyPress = {
  readonly key: string;
  readonly hasCommand: boolean;
  readonly hasAlt: boolean;
  readonly isTyping: boolean;
};

/** The window's action for a key, or null where the key is not the window's. */
export function actionFor(press: KeyPress): WindowAction | null {
  if (press.hasAlt) return null;
  if (press.hasCommand) {
    const screen = SCREENS.find((one) => SCREEN_DIGITS[one] === press.key);
    return screen === undefined ? null : { kind: "go-to-screen", screen };
  }
  if (press.isTyping) return null;
  if (press.key === "/") return { kind: "focus-search" };
  if (press.key === "?") return { kind: "show-keys" };
  return null;
}

type KeyHelp = { readonly keys: string; readonly does: string };
export type KeyHelpGroup = { readonly title: string; readonly keys: readonly KeyHelp[] };

/** Every key there is, for the sheet that `?` opens. `command` is Ctrl or the Mac's ⌘. */
export function keyHelp(command: string): readonly KeyHelpGroup[] {
  const screens = SCREENS.map((screen) => ({
    keys: `${command} ${SCREEN_DIGITS[screen]}`,
    does: describeAction({ kind: "go-to-screen", screen }),
  }));
  return [
    {
      title: "Everywhere",
      keys: [
        ...screens,
        { keys: "/", does: describeAction({ kind: "focus-search" }) },
        { keys: "?", does: describeAction({ kind: "show-keys" }) },
      ],
    },
    {
      title: "Compose",
      keys: [
        { keys: `${command} Enter`, does: "Send the event" },
        { keys: "F8", does: "Go to the next finding, with Shift to the previous one" },
        { keys: "Alt Enter", does: "Apply the fix of the finding here" },
        { keys: `${command} Z`, does: "Undo the draft's last change, with Shift redo it" },
        { keys: `${command} Shift V`, does: "Paste an event from anywhere, outside of text fields" },
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

function describeAction(action: WindowAction): string {
  switch (action.kind) {
    case "go-to-screen":
      return `Go to ${SCREEN_LABELS[action.screen]}`;
    case "focus-search":
      return "Search on this screen";
    case "show-keys":
      return "Show the keys";
    default:
      return assertNever(action);
  }
}
