import { createParts, type Beginning, type Parts } from "./parts.ts";
import { UNITS, unitOf } from "./step.ts";

// Whether a spelling of a secret may begin at a place of a text, told by its first few units. At nearly every place none does, and
// no regular expression has to be asked. A machine of states reads the text unit by unit, however many secrets there are; a state is
// made when a text first leads to it. What begins so need not be a spelling, but every spelling begins so.

/** What the units read last can be the beginnings of. */
export type State = Parts & { readonly number: number };

/** How far a text was read, and what was met. */
export type Reading = { readonly place: number; readonly state: State };

export type Beginnings = {
  /** Before anything was read. */
  readonly start: State;
  /** Reads on to behind the unit that completes a beginning, else to `stop`. */
  read(text: string, from: Reading, stop: number): Reading;
};

/** With more states all are forgotten. Only a text that is made for it leads to so many. */
const MOST_STATES = 4_000;

/** In the table: what follows is not known yet. A row that is to be told of is written as what is below this. */
const UNKNOWN = -1;

export function createBeginnings(beginnings: readonly Beginning[]): Beginnings {
  const parts = createParts(beginnings);
  const start: State = { ...parts.none, number: 0 };
  let states: State[] = [];
  let byName = new Map<string, State>();
  // For each state a row with the first place of the row of what follows it, by unit.
  let table = new Int32Array(0);
  // Of the state in which reading stands.
  let row = 0;

  const forget = (): void => {
    states = [start];
    byName = new Map([[start.name, start]]);
    table = new Int32Array(UNITS * 16).fill(UNKNOWN);
  };
  const add = (found: Parts): State => {
    const state = { ...found, number: states.length };
    states.push(state);
    byName.set(state.name, state);
    if (table.length < states.length * UNITS) {
      const larger = new Int32Array(table.length * 2).fill(UNKNOWN);
      larger.set(table);
      table = larger;
    }
    return state;
  };
  const stateOf = (its: number): State => states[its / UNITS] ?? start;
  const learn = (its: number, unit: number): number => {
    const found = parts.after(stateOf(its), unit);
    const state = byName.get(found.name) ?? add(found);
    const following = state.number * UNITS;
    table[its + unit] = state.complete.length > 0 ? UNKNOWN - 1 - following : following;
    return table[its + unit] ?? UNKNOWN;
  };
  // Of its own, because as part of a longer function it takes twice the time.
  const readKnown = (text: string, from: number, stop: number): number => {
    const rows = table;
    let here = row;
    let place = from;
    for (; place < stop; place += 1) {
      const following = rows[here + unitOf(text.charCodeAt(place))] ?? UNKNOWN;
      if (following < 0) break;
      here = following;
    }
    row = here;
    return place;
  };
  forget();
  return {
    start,
    read(text, { place: from, state }, stop) {
      if (states.length > MOST_STATES) forget();
      row = (states[state.number] === state ? state : add(state)).number * UNITS;
      for (let place = readKnown(text, from, stop); place < stop; place = readKnown(text, place + 1, stop)) {
        const unit = unitOf(text.charCodeAt(place));
        const known = table[row + unit] ?? UNKNOWN;
        const following = known === UNKNOWN ? learn(row, unit) : known;
        if (following < UNKNOWN) return { place: place + 1, state: stateOf(UNKNOWN - 1 - following) };
        row = following;
      }
      return { place: stop, state: stateOf(row) };
    },
  };
}
