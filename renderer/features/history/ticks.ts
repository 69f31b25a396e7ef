/** The ticked rows, and the row where a range starts. */
export type Ticks = { readonly ids: ReadonlySet<string>; readonly anchor: string | null };

export const NO_TICKS: Ticks = { ids: new Set(), anchor: null };

/** Ticks one row, or takes its tick away; from now on ranges start here. */
export function tickOne(ticks: Ticks, id: string): Ticks {
  const ids = new Set(ticks.ids);
  if (!ids.delete(id)) ids.add(id);
  return { ids, anchor: id };
}

/** Ticks from the last ticked row to this one, in the list's order. Without such a row it is like ticking one. */
export function tickRange(ticks: Ticks, id: string, order: readonly string[]): Ticks {
  const from = ticks.anchor === null ? -1 : order.indexOf(ticks.anchor);
  const to = order.indexOf(id);
  if (from === -1 || to === -1) return tickOne(ticks, id);
  const range = order.slice(Math.min(from, to), Math.max(from, to) + 1);
  return { ids: new Set([...ticks.ids, ...range]), anchor: ticks.anchor };
}

/**
 * Goes on from one row to another as Shift and an arrow do: what lies between the row where the range starts and the second one
 * is ticked. Going back takes away the ticks of the rows that the range had before. A row without a tick starts a new range.
 */
export function tickOnward(ticks: Ticks, from: string, to: string, order: readonly string[]): Ticks {
  const anchor = ticks.anchor === null || !ticks.ids.has(from) ? from : ticks.anchor;
  const [start, before, after] = [anchor, from, to].map((id) => order.indexOf(id));
  if (start === undefined || before === undefined || after === undefined) return ticks;
  if (Math.min(start, before, after) === -1) return tickOne(ticks, to);
  const ids = new Set(ticks.ids);
  for (const id of between(order, start, before)) ids.delete(id);
  for (const id of between(order, start, after)) ids.add(id);
  return { ids, anchor };
}

function between(order: readonly string[], one: number, other: number): readonly string[] {
  return order.slice(Math.min(one, other), Math.max(one, other) + 1);
}

/** Ticks every row of the list, or none if every one is ticked already. */
export function tickAll(ticks: Ticks, order: readonly string[]): Ticks {
  const isEverything = order.length > 0 && order.every((id) => ticks.ids.has(id));
  return isEverything ? NO_TICKS : { ids: new Set(order), anchor: null };
}
