import type { HistorySort } from "../../../../shared/domain/history.ts";
import { FLAG } from "./facts.ts";
import type { IndexDatabase } from "./index-database.ts";
import type { Plan } from "./plan.ts";
import type { TestContext } from "./compile.ts";

export type Direction = HistorySort["direction"];

export type WalkContext = TestContext & {
  readonly index: IndexDatabase;
  /** Asked now and then; throws `Superseded` to break a walk off. */
  readonly checkpoint: () => void;
};

/** False to end the walk. */
type Visit = (index: number) => boolean;

const CHECK_EVERY = 2048;

/**
 * Visits every exchange that may be found, in the order of their sequences, those that the columns rule out left aside.
 * `from` is the first place to look at. False when the visitor ended it.
 */
export function walk(
  context: WalkContext,
  plan: Plan,
  direction: Direction,
  from: number,
  visit: Visit,
): boolean {
  if (plan.trigrams.length === 0) return walkRange(context, plan, direction, from, plan, visit);
  // What is not in the index yet is looked at one by one; it is the newest, so it comes first or last.
  const indexed = context.columns.countUpTo(context.index.upTo());
  const tail = { start: Math.max(plan.start, indexed), end: plan.end };
  if (direction === "descending") {
    return (
      walkRange(context, plan, direction, from, tail, visit) &&
      walkIndex(context, plan, direction, Math.min(from, indexed - 1), indexed, visit)
    );
  }
  return (
    walkIndex(context, plan, direction, from, indexed, visit) &&
    walkRange(context, plan, direction, from, tail, visit)
  );
}

/** Where a walk through all of the plan begins. */
export function beginning(plan: Plan, direction: Direction): number {
  return direction === "descending" ? plan.end - 1 : plan.start;
}

function walkRange(
  { checkpoint }: WalkContext,
  plan: Plan,
  direction: Direction,
  from: number,
  range: { readonly start: number; readonly end: number },
  visit: Visit,
): boolean {
  const step = direction === "descending" ? -1 : 1;
  const { passesFast } = plan;
  let index = direction === "descending" ? Math.min(from, range.end - 1) : Math.max(from, range.start);
  for (; index >= range.start && index < range.end; index += step) {
    if (index % CHECK_EVERY === 0) checkpoint();
    if (passesFast(index) && !visit(index)) return false;
  }
  return true;
}

function walkIndex(
  context: WalkContext,
  plan: Plan,
  direction: Direction,
  from: number,
  indexed: number,
  visit: Visit,
): boolean {
  const { columns, index, checkpoint } = context;
  const isDescending = direction === "descending";
  const sequence = columns.of.sequence[from];
  if (sequence === undefined || from >= indexed) return true;
  const beyond = sequence + (isDescending ? 1 : -1);
  const found = places(index.search(plan.trigrams, beyond, direction), (one) => columns.indexOf(one));
  let count = 0;
  for (const place of merged(found, unindexed(context, plan, indexed, from, isDescending), isDescending)) {
    count += 1;
    if (count % 64 === 0) checkpoint();
    if (isDescending ? place < plan.start : place >= plan.end) return true;
    if (plan.passesFast(place) && !visit(place)) return false;
  }
  return true;
}

function* places(sequences: Iterable<number>, indexOf: (sequence: number) => number): Generator<number> {
  for (const sequence of sequences) {
    const index = indexOf(sequence);
    if (index !== -1) yield index;
  }
}

/** Long texts, of which the index has a part only, and exchanges with a note, which is not in it. */
function unindexed(
  { columns, beside }: WalkContext,
  plan: Plan,
  indexed: number,
  from: number,
  isDescending: boolean,
): number[] {
  const all = new Set<number>();
  for (let index = plan.start; index < Math.min(indexed, plan.end); index += 1) {
    if (((columns.of.flags[index] ?? 0) & FLAG.longText) !== 0) all.add(index);
  }
  for (const sequence of beside.sequences()) {
    const index = columns.indexOf(sequence);
    if (index !== -1 && index < indexed && beside.of(sequence)?.note !== "") all.add(index);
  }
  const ahead = [...all].filter((index) => (isDescending ? index <= from : index >= from));
  return ahead.sort((a, b) => (isDescending ? b - a : a - b));
}

/** Both in their common order, each place once. */
function* merged(
  found: Iterable<number>,
  others: readonly number[],
  isDescending: boolean,
): Generator<number> {
  const isBefore = (a: number, b: number) => (isDescending ? a > b : a < b);
  let next = 0;
  for (const place of found) {
    for (let other = others[next]; other !== undefined && isBefore(other, place); other = others[next]) {
      yield other;
      next += 1;
    }
    if (others[next] === place) next += 1;
    yield place;
  }
  yield* others.slice(next);
}
