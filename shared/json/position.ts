import type { Position } from "../domain/finding.ts";

/** Turns offsets into positions of one text. */
export type Locator = (offset: number, length: number) => Position;

/**
 * Indexes the lines of a text once, so that many positions in it cost little each. Lines end with LF, CR LF or CR, as
 * editors count them. Offsets outside the text are taken as its nearest end.
 */
export function createLocator(text: string): Locator {
  const starts = [0];
  for (const lineEnd of text.matchAll(/\r\n|\n|\r/g)) starts.push(lineEnd.index + lineEnd[0].length);
  return (offset, length) => {
    const start = Math.min(Math.max(offset, 0), text.length);
    const line = lineOf(starts, start);
    return {
      offset: start,
      length: Math.min(Math.max(length, 0), text.length - start),
      line: line + 1,
      column: start - (starts[line] ?? 0) + 1,
    };
  };
}

/** One position. For many in the same text, keep a locator. */
export function positionOf(text: string, offset: number, length: number): Position {
  return createLocator(text)(offset, length);
}

/** The index of the last line that starts at or before the offset. */
function lineOf(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
