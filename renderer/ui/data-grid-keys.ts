import { rowAfterKey } from "./list-window.ts";

/** What is read of a keyboard event. */
type KeyPress = {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
};

export type GridKeyMeaning =
  | { readonly kind: "move"; readonly row: number; readonly isRange: boolean }
  | { readonly kind: "open" }
  | { readonly kind: "escape" }
  | { readonly kind: "tick"; readonly isRange: boolean }
  | { readonly kind: "tick-all" };

/**
 * What a key means in a table with its active row where it is; null for a key that means nothing there. `isAll`: the user has
 * it tick everything.
 */
export function gridKeyMeaning(
  press: KeyPress,
  isAll: boolean,
  row: number,
  rowCount: number,
  pageRows: number,
): GridKeyMeaning | null {
  if (isAll) return { kind: "tick-all" };
  if (press.altKey || press.ctrlKey || press.metaKey) return null;
  if (press.key === "Escape") return { kind: "escape" };
  if (press.key === "Enter") return { kind: "open" };
  if (press.key === " ") return { kind: "tick", isRange: press.shiftKey };
  const next = rowAfterKey(press.key, row, rowCount, Math.max(1, pageRows));
  return next === null ? null : { kind: "move", row: next, isRange: press.shiftKey };
}
