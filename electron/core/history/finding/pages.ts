import type { HistorySort } from "../../../../shared/domain/history.ts";
import type { Plan } from "./plan.ts";
import { beginning, walk, type WalkContext } from "./walk.ts";

/** The places of a page's exchanges, and where the next page begins; null where this is the last one. */
export type PagePlaces = { readonly places: readonly number[]; readonly next: string | null };

/** A cursor that is none of ours begins at the beginning. */
export function findPage(
  context: WalkContext,
  plan: Plan,
  sort: HistorySort,
  cursor: string | null,
  limit: number,
): PagePlaces {
  return sort.by === "time"
    ? byTime(context, plan, sort, cursor, limit)
    : byDuration(context, plan, sort, cursor, limit);
}

function byTime(
  context: WalkContext,
  plan: Plan,
  { direction }: HistorySort,
  cursor: string | null,
  limit: number,
): PagePlaces {
  const { columns } = context;
  const last = cursor === null ? Number.NaN : Number(cursor);
  let from = beginning(plan, direction);
  if (!Number.isNaN(last)) {
    const behind = direction === "descending" ? columns.countUpTo(last - 1) - 1 : columns.countUpTo(last);
    from = direction === "descending" ? Math.min(from, behind) : Math.max(from, behind);
  }
  const places: number[] = [];
  // One more than is shown says whether there is a next page.
  walk(context, plan, direction, from, (index) => {
    if (plan.passesSlow === null || plan.passesSlow(index)) places.push(index);
    return places.length <= limit;
  });
  return pageOf(places, limit, (index) => String(columns.of.sequence[index]));
}

function byDuration(
  context: WalkContext,
  plan: Plan,
  { direction }: HistorySort,
  cursor: string | null,
  limit: number,
): PagePlaces {
  const order = orderOf(context, direction);
  const places: number[] = [];
  let behind = placeOf(context, cursor);
  // Looking into the evidence is left for those that would be shown.
  for (;;) {
    const best = firstOf(context, plan, order, behind, limit + 1);
    for (const index of best) {
      if (plan.passesSlow === null || plan.passesSlow(index)) places.push(index);
      if (places.length > limit) break;
    }
    behind = best.at(-1) ?? null;
    if (places.length > limit || best.length <= limit) break;
  }
  const { of } = context.columns;
  return pageOf(places, limit, (index) => `${of.took[index]} ${of.sequence[index]}`);
}

function pageOf(places: readonly number[], limit: number, cursorOf: (index: number) => string): PagePlaces {
  const shown = places.slice(0, limit);
  const last = shown.at(-1);
  return { places: shown, next: places.length > limit && last !== undefined ? cursorOf(last) : null };
}

/** `sign` is 1 where the shortest comes first. */
type Order = { readonly compare: (one: number, other: number) => number; readonly sign: 1 | -1 };

/** Of equal durations the newer one comes first. */
function orderOf({ columns: { of } }: WalkContext, direction: HistorySort["direction"]): Order {
  const sign = direction === "descending" ? -1 : 1;
  return {
    sign,
    compare: (one, other) => sign * ((of.took[one] ?? 0) - (of.took[other] ?? 0)) || other - one,
  };
}

/** The exchange that a cursor names; it may have been removed since, but keeps its place. */
function placeOf({ columns }: WalkContext, cursor: string | null): number | null {
  const sequence = Number(cursor?.split(" ")[1] ?? Number.NaN);
  const index = Number.isNaN(sequence) ? -1 : columns.indexOf(sequence);
  return index === -1 ? null : index;
}

/** The first `count` behind a place, in order: by one look at all, with few of them ever sorted. */
function firstOf(
  context: WalkContext,
  plan: Plan,
  { compare, sign }: Order,
  behind: number | null,
  count: number,
): number[] {
  const { took } = context.columns.of;
  let kept: number[] = [];
  let worst: number | null = null;
  let worstTook = 0;
  const trim = (): void => {
    kept = kept.sort(compare).slice(0, count);
    worst = kept.length === count ? (kept.at(-1) ?? null) : null;
    worstTook = (took[worst ?? 0] ?? 0) * sign;
  };
  // Most are out by their number alone, which costs less to see than what the query asks for.
  const isNear = (index: number): boolean => worst === null || (took[index] ?? 0) * sign <= worstTook;
  const near = { ...plan, passesFast: (index: number) => isNear(index) && plan.passesFast(index) };
  walk(context, near, "descending", beginning(plan, "descending"), (index) => {
    if (behind !== null && compare(index, behind) <= 0) return true;
    if (worst !== null && compare(index, worst) >= 0) return true;
    kept.push(index);
    if (kept.length >= 4 * count) trim();
    return true;
  });
  trim();
  return kept;
}
