import { readNumberText } from "../catalog-import/words.ts";
import type { WrittenScalar } from "../catalog/number-texts.ts";
import type { ParameterType } from "../domain/catalog.ts";

/**
 * A text as a value of this type, a number with the digits it is written with; the text itself where it is none of that type,
 * so that what was written is there to be seen and corrected.
 */
export function readScalar(text: string, type: ParameterType): WrittenScalar {
  const trimmed = text.trim();
  if (type === "boolean" && (trimmed === "true" || trimmed === "false")) {
    return { value: trimmed === "true", digits: null };
  }
  return (type === "number" ? readNumber(trimmed) : null) ?? { value: text, digits: null };
}

/**
 * A number and its digits, however many; null where the text is no number, or one beyond what a catalog can hold. A comma is
 * read as in an import: `12,50`.
 */
export function readNumber(text: string): { readonly value: number; readonly digits: string } | null {
  // JSON has no zeros in front.
  const digits = readNumberText(text.trim().replace(/^(-?)0+(?=\d)/, "$1"));
  const value = Number(digits);
  return digits !== null && Number.isFinite(value) ? { value, digits } : null;
}
