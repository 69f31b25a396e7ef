import type { Shortcut } from "../shortcut.ts";

export const ACTION_GROUPS = [
  "Everywhere",
  "Compose",
  "Drafts",
  "Draft text",
  "Catalogs",
  "Table of parameters",
  "History",
  "Lists",
  "Pane borders",
  "Look",
] as const;

/** Where a key is heard: in the whole window, on a screen, or in a part of it, written `screen/part`. */
export type ActionPlace =
  | "window"
  | "compose"
  | "compose/text"
  | "compose/answer"
  | "catalogs"
  | "catalogs/list"
  | "catalogs/table"
  | "history"
  | "history/list"
  | "history/comparison"
  | "history/answer"
  | "border";

/** What the window, or a control in it, can be told to do by key; by far the most of it from the palette too. */
export type ActionDefinition = {
  readonly id: string;
  readonly group: (typeof ACTION_GROUPS)[number];
  readonly title: string;
  /** Those it has as long as the user gives it no other. */
  readonly keys: readonly Shortcut[];
  readonly places: readonly ActionPlace[];
  /** `control`: heard by the control that has the focus, and done to what is selected in it. */
  readonly heardBy?: "control";
  /** Its keys mean this on every platform, and assistive technology counts on it: they are shown, and not changed. */
  readonly isFixed?: true;
  /** Holding the key does it again and again. */
  readonly repeats?: boolean;
  /** The browser hears of the key as well. */
  readonly isPassedOn?: boolean;
};

/** Whether a key given to both would mean two things somewhere. */
export function shareAPlace(one: ActionDefinition, other: ActionDefinition): boolean {
  return one.places.some((place) => other.places.some((another) => overlap(place, another)));
}

function overlap(one: ActionPlace, other: ActionPlace): boolean {
  if (one === other || one === "window" || other === "window") return true;
  return one.startsWith(`${other}/`) || other.startsWith(`${one}/`);
}
