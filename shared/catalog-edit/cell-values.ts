import type { ParameterFormat, ParameterType } from "../domain/catalog.ts";

// The words that people, spreadsheets and the vendor's own lists write for a cell of one of few values.

const TYPE_WORDS = new Map<string, ParameterType>([
  ...["string", "str", "text", "timestamp", "date"].map((word) => [word, "string"] as const),
  ...["number", "num", "integer", "int", "decimal", "float", "double"].map(
    (word) => [word, "number"] as const,
  ),
  ...["boolean", "bool"].map((word) => [word, "boolean"] as const),
]);

const FORMAT_WORDS = new Map<string, ParameterFormat>([
  ...["email", "e-mail", "mail"].map((word) => [word, "email"] as const),
  ...["url", "uri", "link"].map((word) => [word, "url"] as const),
  ...["date-time", "datetime", "date", "timestamp", "time"].map((word) => [word, "date-time"] as const),
]);

const YES = new Set(["yes", "y", "true", "1", "x", "\u2713", "on", "mandatory", "required", "monetary"]);
const NO = new Set(["", "no", "n", "false", "0", "-", "off", "optional"]);

/** The type that a word names in any capitals; null where it names none. */
export function readType(text: string): ParameterType | null {
  return TYPE_WORDS.get(text.trim().toLowerCase()) ?? null;
}

export function readFormat(text: string): ParameterFormat | null {
  return FORMAT_WORDS.get(text.trim().toLowerCase()) ?? null;
}

/** null where the word is neither a yes nor a no. */
export function readYesNo(text: string): boolean | null {
  const word = text.trim().toLowerCase();
  if (YES.has(word)) return true;
  return NO.has(word) ? false : null;
}

/**
 * A text as a value of this type; the text itself where it is none of that type, so that what was written is there to be
 * seen and corrected. So is a number of more digits than a number holds.
 */
export function readScalar(text: string, type: ParameterType): string | number | boolean {
  const trimmed = text.trim();
  if (type === "boolean" && (trimmed === "true" || trimmed === "false")) return trimmed === "true";
  if (type === "number") return readNumber(trimmed) ?? text;
  return text;
}

/** null where the text is no number that can be kept with all of its digits. */
export function readNumber(text: string): number | null {
  const trimmed = text.trim();
  if (!/^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/iu.test(trimmed)) return null;
  const value = Number(trimmed);
  const isWhole = !/[.e]/iu.test(trimmed);
  return Number.isFinite(value) && (!isWhole || Number.isSafeInteger(value)) ? value : null;
}
