import { NO_TICKS, tickOne as tickOneRow, tickRange as tickRowRange, type Ticks } from "./ticks.ts";

/** Which exchanges something is to be done with: ticked ones, or everything that the query finds. */
export type ExchangeSelection =
  | ({ readonly kind: "ids" } & Ticks)
  | {
      readonly kind: "all";
      /** What was there when all were selected; later ones are not among them. */
      readonly upTo: number;
    };

export const NOTHING_SELECTED: ExchangeSelection = { kind: "ids", ...NO_TICKS };

export function isSelected(selection: ExchangeSelection, id: string): boolean {
  return selection.kind === "all" || selection.ids.has(id);
}

/**
 * Ticks one row, or takes its tick away; from now on ranges begin here. `loaded` are the rows of the list in their order: taking
 * one away from everything leaves those of the others that are loaded, since nobody has seen the rest.
 */
export function tickOne(
  selection: ExchangeSelection,
  id: string,
  loaded: readonly string[],
): ExchangeSelection {
  const ticks = selection.kind === "all" ? { ids: new Set(loaded), anchor: null } : selection;
  return { kind: "ids", ...tickOneRow(ticks, id) };
}

/** Ticks from the last ticked row to this one. Without such a row it is like ticking one. */
export function tickRange(
  selection: ExchangeSelection,
  id: string,
  loaded: readonly string[],
): ExchangeSelection {
  return selection.kind === "all" ? selection : { kind: "ids", ...tickRowRange(selection, id, loaded) };
}

/** Selects everything, or nothing if everything is selected already. */
export function tickAll(selection: ExchangeSelection, upTo: number): ExchangeSelection {
  return selection.kind === "all" ? NOTHING_SELECTED : { kind: "all", upTo };
}

export function isEmptySelection(selection: ExchangeSelection): boolean {
  return selection.kind === "ids" && selection.ids.size === 0;
}
