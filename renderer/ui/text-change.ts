/** The one span in which two texts differ, in UTF-16 units of the old text, and what stands there in the new one. */
export type TextChange = { readonly from: number; readonly to: number; readonly insert: string };

/** The smallest single change from one text to another; null where they are equal. */
export function changeBetween(before: string, after: string): TextChange | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start += 1;
  let end = 0;
  while (
    end < shorter - start &&
    before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)
  ) {
    end += 1;
  }
  return { from: start, to: before.length - end, insert: after.slice(start, after.length - end) };
}

/** A text as CodeMirror keeps it: every line break is one unit. Offsets into the original map through `offsetIn`. */
export function withOneUnitLineBreaks(text: string): {
  readonly text: string;
  readonly offsetIn: (offset: number) => number;
} {
  if (!text.includes("\r")) return { text, offsetIn: (offset) => offset };
  const pairs = [...text.matchAll(/\r\n/gu)].map((match) => match.index);
  return {
    text: text.replace(/\r\n?/gu, "\n"),
    offsetIn: (offset) => offset - pairs.filter((pair) => pair < offset).length,
  };
}
