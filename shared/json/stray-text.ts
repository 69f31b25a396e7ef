import type { JsonProblem } from "./types.ts";

const WORD = /[\p{L}\p{N}_$.-]+/uy;
const PLACEHOLDER = /\{\{[^{}\n]*\}\}/y;
const CURLY_QUOTES = "“”„‟‘’‚‛«»";

const WORD_HINTS: Readonly<Record<string, string>> = {
  True: "JSON writes true in lower case.",
  TRUE: "JSON writes true in lower case.",
  False: "JSON writes false in lower case.",
  FALSE: "JSON writes false in lower case.",
  None: "JSON writes null where Python writes None.",
  nil: "JSON writes null where other languages write nil.",
  Null: "JSON writes null in lower case.",
  NULL: "JSON writes null in lower case.",
  undefined: "JSON has no undefined: leave the member out, or write null.",
  NaN: "JSON has no NaN: a number has digits.",
  Infinity: "JSON has no Infinity: a number has digits.",
};

/**
 * Why the text at `offset` cannot stand there, in words. `expected` is what could, with its article: `a value`,
 * `a member name in quotes`, `"," or "}"`.
 */
export function explainStrayText(text: string, offset: number, expected: string): JsonProblem {
  if (offset >= text.length) {
    return { message: `The text ends where ${expected} was expected.`, offset: text.length, length: 0 };
  }
  const placeholder = matchAt(PLACEHOLDER, text, offset);
  if (placeholder !== null) {
    return {
      message: `A placeholder stands in quotes: "${placeholder}".`,
      offset,
      length: placeholder.length,
    };
  }
  if (text.startsWith("//", offset) || text.startsWith("/*", offset)) {
    return { message: "JSON has no comments.", offset, length: 2 };
  }
  const word = matchAt(WORD, text, offset);
  if (word !== null) return { message: explainWord(word, expected), offset, length: word.length };
  return { message: explainCharacter(text, offset, expected), offset, length: 1 };
}

function explainWord(word: string, expected: string): string {
  const hint = Object.hasOwn(WORD_HINTS, word) ? WORD_HINTS[word] : undefined;
  const shown = word.length > 40 ? `${word.slice(0, 40)}...` : word;
  if (hint !== undefined) return hint;
  const advice = /^[-.0-9]/.test(word) ? "" : " Text stands in double quotes.";
  return `Here stands ${shown} where ${expected} was expected.${advice}`;
}

function explainCharacter(text: string, offset: number, expected: string): string {
  const character = text.charAt(offset);
  if (character === "'") return "JSON uses double quotes, not single ones.";
  if (CURLY_QUOTES.includes(character)) return `JSON uses straight double quotes, not ${character}.`;
  if (character === "\ufeff") {
    return offset === 0
      ? "The text starts with a byte-order mark, which JSON does not allow. Remove it."
      : "An invisible byte-order mark (U+FEFF) stands here. Remove it.";
  }
  if (/\s/.test(character) || /\p{C}/u.test(character)) {
    const name = `U+${text.charCodeAt(offset).toString(16).toUpperCase().padStart(4, "0")}`;
    return `An invisible character (${name}) stands here that is no white space in JSON. Remove it.`;
  }
  return `Here stands ${character} where ${expected} was expected.`;
}

/** A pattern that runs over many millions of characters overflows its stack, and no word is that long. */
const LONGEST_WORD = 10_000;

function matchAt(pattern: RegExp, text: string, offset: number): string | null {
  pattern.lastIndex = 0;
  return pattern.exec(text.slice(offset, offset + LONGEST_WORD))?.[0] ?? null;
}
