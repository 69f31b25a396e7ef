import { createBeginnings, type Reading } from "./beginnings.ts";
import { LONGEST_BEGINNING } from "./parts.ts";
import type { Step } from "./step.ts";

/** A text to be replaced wherever it occurs, and what takes its place. */
export type Replacement = { readonly value: string; readonly replacement: string };

/** How a value may be written: the sources of regular expressions without groups, and how what they find begins. */
export type Spellings = {
  readonly patterns: () => readonly string[];
  readonly steps: readonly (readonly Step[])[];
};

/** A place of a text; `sought` is null for what stays as it is. */
export type Found = { readonly start: number; readonly end: number; readonly sought: Replacement | null };

/**
 * What is found in a text, from its beginning to its end and none within another, as long as it begins before `limit`. Where several
 * begin at one place, it is the one that was given first. `keptPattern` is the source of an expression for what stays.
 */
export type Search = (text: string, limit: number) => Iterable<Found>;

type Sought = Replacement & {
  /** Where the spelling that begins at a place ends; -1 where there is none. */
  readonly endAt: (text: string, place: number) => number;
};

export function createSearch(
  replacements: readonly Replacement[],
  spellingsOf: (value: string) => Spellings,
  keptPattern: string | null,
): Search {
  const spellings = replacements.map(({ value }) => spellingsOf(value));
  const sought = replacements.map((one, index) => ({ ...one, endAt: createMatcher(spellings[index]) }));
  const beginnings = createBeginnings(
    spellings.flatMap((one, owner) => one.steps.map((steps) => ({ steps, owner }))),
  );

  const kept = keptPattern === null ? null : new RegExp(keptPattern, "gu");
  const isThere = (text: string, { place, state }: Reading): boolean =>
    state.complete.some(({ owner, length }) => sought[owner]?.endAt(text, place - length) !== -1);
  const findFrom = (text: string, from: number, limit: number, staying: Found | null): Found | null => {
    const stop = Math.min(staying?.start ?? text.length, limit + LONGEST_BEGINNING, text.length);
    let reading: Reading = { place: from, state: beginnings.start };
    do {
      reading = beginnings.read(text, reading, stop);
      // One whose beginning is longer can have begun before the one that is there.
      if (reading.place === staying?.start || isThere(text, reading)) {
        const found = firstOf(sought, text, reading.place - reading.state.depth, reading.place);
        if (found !== null) return found;
      }
    } while (reading.place < stop);
    return staying;
  };
  return function* search(text, limit) {
    const findKept = createKeptSearch(text, kept);
    let found: Found | null = null;
    do {
      const from: number = found?.end ?? 0;
      found = findFrom(text, from, limit, findKept(from));
      if (found !== null && found.start < limit) yield found;
    } while (found !== null && found.start < limit);
  };
}

/** The first that begins at one of the places from `start` to before `end`. */
function firstOf(all: readonly Sought[], text: string, start: number, end: number): Found | null {
  for (let place = start; place < end; place += 1) {
    for (const sought of all) {
      const found = sought.endAt(text, place);
      if (found !== -1) return { start: place, end: found, sought };
    }
  }
  return null;
}

/** The expression is made when it is first asked for: most secrets are in no text. */
function createMatcher(spellings: Spellings | undefined): Sought["endAt"] {
  let pattern: RegExp | null = null;
  return (text, place) => {
    pattern ??= new RegExp(spellings?.patterns().join("|") ?? "$.", "uy");
    pattern.lastIndex = place;
    return pattern.test(text) ? pattern.lastIndex : -1;
  };
}

/** Finds the first that stays at or behind a place; asked for places one behind the other. */
function createKeptSearch(text: string, pattern: RegExp | null): (from: number) => Found | null {
  if (pattern === null) return () => null;
  let found: Found | null = null;
  let isOver = false;
  return (from) => {
    if (isOver || (found !== null && found.start >= from)) return found;
    pattern.lastIndex = from;
    const match = pattern.exec(text);
    isOver = match === null;
    found = match === null ? null : { start: match.index, end: match.index + match[0].length, sought: null };
    return found;
  };
}
