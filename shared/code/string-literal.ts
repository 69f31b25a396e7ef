/** How a language writes a character within quotes. */
export type LiteralSyntax = {
  readonly quote: string;
  /** What stands for a character that cannot or should not stand for itself, the quote and the backslash included. */
  readonly escapes: Readonly<Record<string, string>>;
  /** Any other character that cannot be seen, or that the language's source files cannot be trusted with. */
  readonly escapeCodePoint: (codePoint: number) => string;
  readonly isAsciiOnly?: boolean;
};

/** Letters, digits, punctuation, symbols and marks can be seen; what controls, separates or is unassigned cannot. */
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}\p{M} ]/u;
const INVISIBLE = /[^\p{L}\p{N}\p{P}\p{S}\p{M} \n]/u;

/** Whether a text holds anything but line feeds that cannot be seen, and so gets lost where it is pasted. */
export function hasInvisible(text: string): boolean {
  return INVISIBLE.test(text);
}

/** Whether a text is of ASCII's visible characters alone. */
export function isPlainAscii(text: string): boolean {
  return /^[ -~]*$/.test(text);
}

/** The text, which holds no half of a surrogate pair, as one literal of a language. */
export function writeLiteral(text: string, syntax: LiteralSyntax): string {
  let written = "";
  for (const character of text) {
    const escape = Object.hasOwn(syntax.escapes, character) ? syntax.escapes[character] : undefined;
    const codePoint = character.codePointAt(0) ?? 0;
    const isPlain = VISIBLE.test(character) && (codePoint < 0x7f || syntax.isAsciiOnly !== true);
    written += escape ?? (isPlain ? character : syntax.escapeCodePoint(codePoint));
  }
  return `${syntax.quote}${written}${syntax.quote}`;
}

const MOST_LINES = 200;
/** Well below 65,535 bytes of UTF-8, the most a literal of Java can have. */
const LONGEST_PIECE = 4000;

/** Cuts a text into what is written as one literal each: its lines where they are few and short. */
export function literalPieces(text: string): string[] {
  if (text === "") return [];
  const lines = text.split(/(?<=\n)/);
  if (lines.length <= MOST_LINES && lines.every(({ length }) => length <= LONGEST_PIECE)) return lines;
  const pieces: string[] = [];
  for (let start = 0; start < text.length;) {
    const end = start + LONGEST_PIECE;
    // A pair of surrogates is one character and stays in one piece.
    const isBetweenPair = /[\uD800-\uDBFF]/.test(text.charAt(end - 1));
    pieces.push(text.slice(start, isBetweenPair ? end + 1 : end));
    start = isBetweenPair ? end + 1 : end;
  }
  return pieces;
}

export function hexadecimal(codePoint: number, digits: number): string {
  return codePoint.toString(16).padStart(digits, "0");
}

/** The escapes that most languages share. */
export const COMMON_ESCAPES: Readonly<Record<string, string>> = {
  "\\": "\\\\",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
};
