import { createDictionary, type Dictionary } from "./dictionary.ts";
import { FLAG, type Facts } from "./facts.ts";

/** Columns of numbers, with the width each takes. */
const NUMBERS = {
  sequence: Float64Array,
  sentAt: Float64Array,
  took: Float64Array,
  outcome: Uint8Array,
  api: Uint8Array,
  kind: Uint8Array,
  expected: Uint8Array,
  status: Uint16Array,
  flags: Uint8Array,
  has: Uint32Array,
  identityHash: Uint32Array,
  referenceHash: Uint32Array,
} as const;

/** Columns of texts that repeat: the numbers of their dictionary. */
export const TEXTS = ["tenant", "event", "run", "preset", "rules"] as const;
export type TextColumn = (typeof TEXTS)[number];
export type NumberColumn = keyof typeof NUMBERS;
export const NUMBER_COLUMNS = Object.keys(NUMBERS) as readonly NumberColumn[];

type Numbers = Record<NumberColumn | TextColumn, Float64Array | Uint8Array | Uint16Array | Uint32Array>;

/**
 * The facts of all exchanges, one array for each column, in the order of their sequences. A million of them take some
 * 60 MB, and a look through a column a few milliseconds, so that every question about them is answered by looking at all.
 */
export type Columns = {
  /** How many there are; removed ones, which are marked, included. */
  length(): number;
  readonly of: Numbers;
  readonly texts: Readonly<Record<TextColumn, Dictionary>>;
  add(facts: Facts): void;
  /** Makes room for so many more, which the caller fills in, and answers where they begin. */
  extend(count: number): number;
  /** Marks the one of this sequence as removed. */
  remove(sequence: number): void;
  /** Where this sequence is; -1 where it is not. */
  indexOf(sequence: number): number;
  /** How many have a sequence up to this one. */
  countUpTo(sequence: number): number;
  liveCount(): number;
};

const FIRST_CAPACITY = 1024;

export function createColumns(): Columns {
  let capacity = FIRST_CAPACITY;
  let length = 0;
  let removed = 0;
  const of = emptyColumns(capacity);
  const texts = Object.fromEntries(TEXTS.map((name) => [name, createDictionary()])) as Record<
    TextColumn,
    Dictionary
  >;
  const extend = (count: number): number => {
    while (length + count > capacity) capacity *= 2;
    if (of.flags.length < capacity) grow(of, capacity);
    length += count;
    return length - count;
  };
  const countUpTo = (sequence: number): number => {
    let low = 0;
    let high = length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((of.sequence[middle] ?? 0) <= sequence) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const indexOf = (sequence: number): number => {
    const index = countUpTo(sequence) - 1;
    return index >= 0 && of.sequence[index] === sequence ? index : -1;
  };
  return {
    length: () => length,
    of,
    texts,
    extend,
    add(facts) {
      const at = extend(1);
      for (const name of NUMBER_COLUMNS) of[name][at] = facts[name];
      for (const name of TEXTS) of[name][at] = texts[name].code(facts[name]);
    },
    remove(sequence) {
      const index = indexOf(sequence);
      const flags = of.flags[index];
      if (flags === undefined || (flags & FLAG.removed) !== 0) return;
      of.flags[index] = flags | FLAG.removed;
      removed += 1;
    },
    indexOf,
    countUpTo,
    liveCount: () => length - removed,
  };
}

function emptyColumns(capacity: number): Numbers {
  const columns = [...NUMBER_COLUMNS, ...TEXTS].map((name) => {
    const Column = columnOf(name);
    return [name, new Column(capacity)];
  });
  return Object.fromEntries(columns) as Numbers;
}

function grow(of: Numbers, capacity: number): void {
  for (const name of [...NUMBER_COLUMNS, ...TEXTS]) {
    const Column = columnOf(name);
    const larger = new Column(capacity);
    larger.set(of[name]);
    of[name] = larger;
  }
}

/** The kind of array of a column. */
export function columnOf(name: NumberColumn | TextColumn) {
  return isNumberColumn(name) ? NUMBERS[name] : Uint32Array;
}

function isNumberColumn(name: NumberColumn | TextColumn): name is NumberColumn {
  return name in NUMBERS;
}
