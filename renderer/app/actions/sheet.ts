import { shortcutKeys } from "../shortcut.ts";
import { ACTION_GROUPS } from "./definition.ts";
import { ACTIONS, keysOf, type ChosenKeys } from "./table.ts";

/** A line of the sheet: the keys of each combination one by one, and what any of them does. */
export type KeyLine = {
  readonly id: string;
  readonly combinations: readonly (readonly string[])[];
  readonly does: string;
};
export type KeyGroup = { readonly title: string; readonly lines: readonly KeyLine[] };

/** Every key there is as it is now, in groups; what has no key is left out. */
export function keySheet(chosen: ChosenKeys, isMac: boolean): readonly KeyGroup[] {
  return ACTION_GROUPS.map((title) => ({
    title,
    lines: ACTIONS.filter(({ group }) => group === title)
      .map((action) => ({
        id: action.id,
        combinations: keysOf(action, chosen).map((key) => shortcutKeys(key, isMac)),
        does: action.title,
      }))
      .filter(({ combinations }) => combinations.length > 0),
  })).filter(({ lines }) => lines.length > 0);
}
