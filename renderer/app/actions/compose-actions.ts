import { isMac } from "../platform.ts";
import type { ActionDefinition } from "./definition.ts";

const compose = { group: "Compose", places: ["compose"] } as const;
const drafts = { group: "Drafts", places: ["compose"] } as const;
const text = { group: "Draft text", places: ["compose/text"] } as const;
const [complete, fold, unfold] = isMac()
  ? (["Ctrl+Space", "Mod+Alt+[", "Mod+Alt+]"] as const)
  : (["Mod+Space", "Mod+{", "Mod+}"] as const);

/** What is done on the Compose screen, with its drafts and with the text of one. */
export const COMPOSE_ACTIONS = [
  { id: "send", title: "Send the event", keys: ["Mod+Enter"], ...compose },
  {
    id: "presets.run",
    title: "Run the event's presets, or those selected",
    keys: ["Mod+Shift+Enter"],
    ...compose,
  },
  { id: "preset.save", title: "Save the draft as a preset", keys: ["Mod+S"], ...compose },
  { id: "presets.show", title: "Show the event's presets, or the draft again", keys: ["Alt+P"], ...compose },
  { id: "variables", title: "Show variables and pinned values", keys: ["Alt+V"], ...compose },
  { id: "parameters.fill", title: "Fill many parameters at once", keys: [], ...compose },
  { id: "finding.next", title: "Go to the next finding", keys: ["F8"], ...compose, repeats: true },
  {
    id: "finding.previous",
    title: "Go to the previous finding",
    keys: ["Shift+F8"],
    ...compose,
    repeats: true,
  },
  { id: "finding.fix", title: "Apply the fix of the finding here", keys: ["Alt+Enter"], ...compose },
  {
    id: "paste",
    title: "Paste an event from anywhere, outside of text fields",
    keys: ["Mod+Shift+V"],
    ...compose,
    // By the time the browser pastes, the dialog's field has the focus and takes the text.
    isPassedOn: true,
  },
  { id: "draft.new", title: "Begin another draft of the event", keys: ["Alt+N"], ...drafts },
  { id: "draft.reset", title: "Reset the draft to the example", keys: [], ...drafts },
  { id: "draft.close", title: "Close the draft's tab", keys: ["Alt+W"], ...drafts },
  { id: "draft.reopen", title: "Open the tab closed last", keys: ["Alt+Shift+W"], ...drafts },
  { id: "draft.next", title: "Show the next draft", keys: ["Alt+PageDown"], ...drafts, repeats: true },
  { id: "draft.previous", title: "Show the previous draft", keys: ["Alt+PageUp"], ...drafts, repeats: true },
  { id: "draft.right", title: "Move the tab right", keys: ["Alt+Shift+PageDown"], ...drafts, repeats: true },
  { id: "draft.left", title: "Move the tab left", keys: ["Alt+Shift+PageUp"], ...drafts, repeats: true },
  { id: "text.complete", title: "Suggest what can stand here", keys: [complete], ...text },
  { id: "text.find", title: "Find in the text, and replace", keys: ["Mod+F"], ...text },
  { id: "text.format", title: "Format: lay the text out anew", keys: ["Alt+Shift+F"], ...text },
  { id: "text.fold", title: "Fold what the caret is in", keys: [fold], ...text },
  { id: "text.unfold", title: "Unfold it", keys: [unfold], ...text },
  { id: "text.fold-all", title: "Fold everything", keys: [], ...text },
  { id: "text.unfold-all", title: "Unfold everything", keys: [], ...text },
] as const satisfies readonly ActionDefinition[];
