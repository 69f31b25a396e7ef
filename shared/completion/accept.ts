import type { TextEdit } from "../json/apply-edits.ts";
import type { Caret } from "./caret.ts";
import type { OpenPlaceholder } from "./open-placeholder.ts";
import type { Suggestion } from "./suggest.ts";

/** What accepting a suggestion does to the text, and where the caret is then, in the new text. */
export type Acceptance = { readonly edits: readonly TextEdit[]; readonly caret: number };

/**
 * Writes a suggestion at the caret that it was made for, in place of what was typed of it. Commas that the members around it
 * lack are written too, so that a new line between two members makes the text JSON again.
 */
export function accept(text: string, caret: Caret, suggestion: Suggestion): Acceptance {
  if (caret.placeholder !== null) return acceptPlaceholder(caret.placeholder, suggestion.written);
  const { start, end } = caret.span;
  const comma = caret.commaMissingAt;
  const before: readonly TextEdit[] = comma === null ? [] : [{ offset: comma, length: 0, text: "," }];
  const inserted = memberText(text, caret, suggestion);
  return {
    edits: [...before, { offset: start, length: end - start, text: inserted.text }],
    caret: start + before.length + inserted.caret,
  };
}

function memberText(text: string, caret: Caret, { written, value }: Suggestion) {
  if (caret.hasColon) return { text: written, caret: written.length };
  const comma = caret.needsCommaAfter ? "," : "";
  if (value === null) return { text: written + comma, caret: written.length };
  const start = written + colonOf(text);
  return { text: start + value.text + comma, caret: start.length + value.caret };
}

/** A colon as the text writes it, with a space after it or not. */
function colonOf(text: string): string {
  const [, space = " "] = /"[ \t]*:( ?)/u.exec(text) ?? [];
  return `:${space}`;
}

function acceptPlaceholder({ start, end, isClosed }: OpenPlaceholder, name: string): Acceptance {
  const insert = isClosed ? name : `${name}}}`;
  return {
    edits: [{ offset: start, length: end - start, text: insert }],
    caret: start + name.length + 2,
  };
}
