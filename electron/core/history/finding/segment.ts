import { z } from "zod";
import { columnOf, NUMBER_COLUMNS, TEXTS, type Columns, type TextColumn } from "./columns.ts";

/** So many exchanges are put into the index at a time: as long as that takes, no question is answered. */
export const SEGMENT_LENGTH = 256;

/** A stretch of the columns as it is kept, one column after the other, texts as numbers of its own list. */
export type Segment = { readonly numbers: Uint8Array; readonly texts: string };

const textsSchema = z.record(z.enum(TEXTS), z.array(z.string()));
const ALL = [...NUMBER_COLUMNS, ...TEXTS];
const BYTES = ALL.reduce((sum, name) => sum + columnOf(name).BYTES_PER_ELEMENT * SEGMENT_LENGTH, 0);

export function packSegment(columns: Columns, from: number): Segment {
  const numbers = new Uint8Array(BYTES);
  const texts: Partial<Record<TextColumn, string[]>> = {};
  for (const { name, part } of partsOf(numbers)) {
    const column = columns.of[name].subarray(from, from + SEGMENT_LENGTH);
    if (!isText(name)) {
      part.set(column);
      continue;
    }
    const list = new Map<number, number>();
    column.forEach((code, index) => {
      if (code !== 0 && !list.has(code)) list.set(code, list.size + 1);
      part[index] = list.get(code) ?? 0;
    });
    texts[name] = [...list.keys()].map((code) => columns.texts[name].text(code) ?? "");
  }
  return { numbers, texts: JSON.stringify(texts) };
}

/** Adds the segment's exchanges to the columns. Throws where it is none that `packSegment` made. */
export function unpackSegment(columns: Columns, segment: Segment): void {
  if (segment.numbers.length !== BYTES) {
    throw new Error("A part of the history's index has not the length it must have.");
  }
  const texts = textsSchema.parse(JSON.parse(segment.texts));
  const start = columns.extend(SEGMENT_LENGTH);
  // Copied, because numbers have to begin at multiples of their width.
  for (const { name, part } of partsOf(new Uint8Array(segment.numbers))) {
    if (!isText(name)) {
      columns.of[name].set(part, start);
      continue;
    }
    const codes = [0, ...texts[name].map((text) => columns.texts[name].code(text))];
    const column = columns.of[name];
    part.forEach((code, index) => {
      column[start + index] = codes[code] ?? 0;
    });
  }
}

/** The columns in the bytes of a segment, the widest first. */
function* partsOf(bytes: Uint8Array<ArrayBuffer>) {
  let offset = 0;
  const widestFirst = ALL.toSorted((a, b) => columnOf(b).BYTES_PER_ELEMENT - columnOf(a).BYTES_PER_ELEMENT);
  for (const name of widestFirst) {
    const Column = columnOf(name);
    yield { name, part: new Column(bytes.buffer, offset, SEGMENT_LENGTH) };
    offset += Column.BYTES_PER_ELEMENT * SEGMENT_LENGTH;
  }
}

function isText(name: (typeof ALL)[number]): name is TextColumn {
  return TEXTS.some((text) => text === name);
}
