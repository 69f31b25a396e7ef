import { MAXIMUM_PASTE_LENGTH } from "../../../shared/paste/types.ts";

/** What was pasted, or why it could not be taken. */
export type SourceText = {
  readonly text: string;
  /** The name of the file it came from; null for what was typed or pasted. */
  readonly fileName: string | null;
  readonly problem: string | null;
};

export const NO_TEXT: SourceText = { text: "", fileName: null, problem: null };

/** A longer text is shown to be read, not to be typed in: a text field would take seconds for it. */
export const LONGEST_TYPED = 100_000;

/** No character takes more bytes than this in UTF-8 for each of its units. */
const MOST_BYTES = MAXIMUM_PASTE_LENGTH * 3;

/** Reads a file that was dropped or chosen. One that is too large is not even read. */
export async function readSource(file: File): Promise<SourceText> {
  const nothing = { text: "", fileName: file.name };
  if (file.size > MOST_BYTES) {
    return {
      ...nothing,
      problem: `"${file.name}" is larger than the 16 MB that are read. Take a part of it.`,
    };
  }
  try {
    return { text: await file.text(), fileName: file.name, problem: null };
  } catch {
    return {
      ...nothing,
      problem: `"${file.name}" cannot be read. Check that it is there and that you may read it.`,
    };
  }
}
