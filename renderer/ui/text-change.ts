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

/**
 * The changes from one text to another that move as little as possible: where only JSON's white space differs, one for each
 * stretch of it, so that a caret between two tokens stays between them; else the smallest single change.
 */
export function changesBetween(before: string, after: string): readonly TextChange[] {
  const change = changeBetween(before, after);
  if (change === null) return [];
  return whiteSpaceChanges(before, after, change.from) ?? [change];
}

const WHITE_SPACE = /[ \t\n\r]*/y;

/** From the start of the white space around `from` on; null where more than white space differs. */
function whiteSpaceChanges(before: string, after: string, from: number): readonly TextChange[] | null {
  const changes: TextChange[] = [];
  let [old, now] = [from, from];
  while (old > 0 && " \t\n\r".includes(before.charAt(old - 1))) [old, now] = [old - 1, now - 1];
  while (old < before.length || now < after.length) {
    const oldSpace = whiteSpaceAt(before, old);
    const newSpace = whiteSpaceAt(after, now);
    if (oldSpace !== newSpace) changes.push({ from: old, to: old + oldSpace.length, insert: newSpace });
    old += oldSpace.length;
    now += newSpace.length;
    if (before.charAt(old) !== after.charAt(now)) return null;
    [old, now] = [old + 1, now + 1];
  }
  return changes;
}

function whiteSpaceAt(text: string, offset: number): string {
  WHITE_SPACE.lastIndex = offset;
  return WHITE_SPACE.exec(text)?.[0] ?? "";
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
