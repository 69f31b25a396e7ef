/** A replacement of `length` UTF-16 units at `offset`; a length of 0 inserts. */
export type TextEdit = { readonly offset: number; readonly length: number; readonly text: string };

/**
 * Applies edits that were all made from this text, in any order. Insertions at one place keep the order they are listed
 * in. An edit that overlaps one before it in the text is left out, because the two cannot both hold.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const pieces: string[] = [];
  let copiedTo = 0;
  for (const edit of edits.toSorted((left, right) => left.offset - right.offset)) {
    if (edit.offset < copiedTo) continue;
    pieces.push(text.slice(copiedTo, edit.offset), edit.text);
    copiedTo = edit.offset + edit.length;
  }
  pieces.push(text.slice(copiedTo));
  return pieces.join("");
}
