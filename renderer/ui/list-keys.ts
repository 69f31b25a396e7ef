import type { KeyboardEvent, MouseEvent } from "react";
import { rowAfterKey } from "./list-window.ts";

// What keys and presses mean in a list of which items can be ticked.

/** Items that are ticked, for doing something with many, apart from the one that is chosen. */
export type ListTicks = {
  readonly ids: ReadonlySet<string>;
  /** `isRange`: everything from the last ticked item to this one. */
  readonly onTick: (id: string, isRange: boolean) => void;
  /** Shift and an arrow led from one item to another. */
  readonly onTickOnward: (from: string, to: string) => void;
  readonly onTickAll: () => void;
};

/** A press with one of them ticks, as in file managers. */
export function holdsModifier(event: MouseEvent): boolean {
  return event.shiftKey || event.ctrlKey || event.metaKey;
}

/** Whether the key was one that ticks. */
export function tickByKey(
  event: KeyboardEvent,
  isAll: boolean,
  active: { readonly id: string } | undefined,
  ticks: ListTicks | undefined,
): boolean {
  if (active === undefined || ticks === undefined) return false;
  const isOne = event.key === " " && !event.ctrlKey && !event.metaKey && !event.altKey;
  if (!isAll && !isOne) return false;
  event.preventDefault();
  if (isAll) ticks.onTickAll();
  else ticks.onTick(active.id, event.shiftKey);
  return true;
}

type KeyMeaning = { readonly kind: "leave" | "choose" | "move"; readonly row: number };

/** What a key means with the active row where it is. Keys held with Ctrl, Command or Alt are the window's. */
export function keyMeaning(
  event: KeyboardEvent,
  row: number,
  rowCount: number,
  pageRows: number,
): KeyMeaning | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  if (event.key === "Enter" || event.key === " ") return { kind: "choose", row };
  if (event.key === "ArrowUp" && row === 0 && !event.shiftKey) return { kind: "leave", row };
  const next = rowAfterKey(event.key, row, rowCount, pageRows);
  return next === null ? null : { kind: "move", row: next };
}

/** Whoever ticks on with Shift looks at no event on the way. */
export function isOnward(event: KeyboardEvent, meaning: KeyMeaning): boolean {
  return event.shiftKey && meaning.kind === "move";
}
