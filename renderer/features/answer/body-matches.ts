/** Where a query stands in a text or in bytes: starts and ends, in order. */
export type Matches = {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** There are more than are counted. */
  readonly isCapped: boolean;
};

/** More than anybody goes through one by one. */
const MOST = 1_000_000;

/** The places of a text that are these characters, capitals or not. */
export function matchesInText(text: string, query: string): Matches {
  const places = noMatches();
  const pattern = new RegExp(query.replaceAll(/[.*+?^${}()|[\]\\/]/gu, String.raw`\$&`), "giu");
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    if (places.starts.length === MOST) return { ...places, isCapped: true };
    places.starts.push(match.index);
    places.ends.push(pattern.lastIndex);
  }
  return places;
}

/** The places of a body that are these bytes. */
export function matchesInBytes(bytes: Uint8Array, wanted: Uint8Array): Matches {
  const places = noMatches();
  const [first] = wanted;
  if (first === undefined) return places;
  for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at)) {
    if (!wanted.every((byte, index) => bytes[at + index] === byte)) at += 1;
    else if (places.starts.length === MOST) return { ...places, isCapped: true };
    else {
      places.starts.push(at);
      at += wanted.length;
      places.ends.push(at);
    }
  }
  return places;
}

function noMatches() {
  const starts: number[] = [];
  const ends: number[] = [];
  return { starts, ends, isCapped: false };
}
