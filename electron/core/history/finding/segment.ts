import { z } from "zod";
import { NUMBER_COLUMNS, TEXTS, type Columns, type TextColumn } from "./columns.ts";

/** So many exchanges are put into the index at a time: as long as that takes, no question is answered. */
export const SEGMENT_LENGTH = 256;

/** A stretch of the columns as it is kept: every number as a double, texts as numbers of its own list. */
export type Segment = { readonly numbers: Uint8Array; readonly texts: string };

const textsSchema = z.record(z.enum(TEXTS), z.array(z.string()));

export function packSegment(columns: Columns, from: number): Segment {
  const numbers = new Float64Array((NUMBER_COLUMNS.length + TEXTS.length) * SEGMENT_LENGTH);
  NUMBER_COLUMNS.forEach((name, place) => {
    numbers.set(columns.of[name].subarray(from, from + SEGMENT_LENGTH), place * SEGMENT_LENGTH);
  });
  const texts: Partial<Record<TextColumn, string[]>> = {};
  TEXTS.forEach((name, offset) => {
    const list = new Map<number, number>();
    const at = (NUMBER_COLUMNS.length + offset) * SEGMENT_LENGTH;
    for (let index = 0; index < SEGMENT_LENGTH; index += 1) {
      const code = columns.of[name][from + index] ?? 0;
      if (code !== 0 && !list.has(code)) list.set(code, list.size + 1);
      numbers[at + index] = list.get(code) ?? 0;
    }
    texts[name] = [...list.keys()].map((code) => columns.texts[name].text(code) ?? "");
  });
  return { numbers: new Uint8Array(numbers.buffer), texts: JSON.stringify(texts) };
}

/** Adds the segment's exchanges to the columns. Throws where it is none that `packSegment` made. */
export function unpackSegment(columns: Columns, segment: Segment): void {
  const bytes = new Uint8Array(segment.numbers);
  const numbers = new Float64Array(bytes.buffer);
  if (numbers.length !== (NUMBER_COLUMNS.length + TEXTS.length) * SEGMENT_LENGTH) {
    throw new Error("A part of the history's index has not the length it must have.");
  }
  const texts = textsSchema.parse(JSON.parse(segment.texts));
  const start = columns.extend(SEGMENT_LENGTH);
  const part = (place: number) => numbers.subarray(place * SEGMENT_LENGTH, (place + 1) * SEGMENT_LENGTH);
  NUMBER_COLUMNS.forEach((name, place) => columns.of[name].set(part(place), start));
  TEXTS.forEach((name, offset) => {
    const codes = [0, ...texts[name].map((text) => columns.texts[name].code(text))];
    const column = columns.of[name];
    part(NUMBER_COLUMNS.length + offset).forEach((code, index) => {
      column[start + index] = codes[code] ?? 0;
    });
  });
}
