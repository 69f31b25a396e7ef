import type { Position } from "../domain/finding.ts";

/** Turns offsets into positions of one text. */
export type Locator = (offset: number, length: number) => Position;

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/**
 * Indexes the lines of a text once, so that many positions in it cost little each. Lines end with LF, CR LF or CR, as
 * editors count them. Offsets outside the text are taken as its nearest end.
 */
export function createLocator(text: string): Locator {
  const starts = [0];
  for (let offset = 0; offset < text.length; offset += 1) {
    const unit = text.charCodeAt(offset);
    if (unit === LINE_FEED || (unit === CARRIAGE_RETURN && text.charCodeAt(offset + 1) !== LINE_FEED)) {
      starts.push(offset + 1);
    }
  }
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
