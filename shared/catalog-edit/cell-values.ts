import { readNumberText } from "../catalog-import/words.ts";
import type { ParameterType } from "../domain/catalog.ts";

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

/** null where the text is no number that can be kept with all of its digits. A comma is read as in an import: `12,50`. */
export function readNumber(text: string): number | null {
  const trimmed = readNumberText(text) ?? text.trim();
  if (!/^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/iu.test(trimmed)) return null;
  const value = Number(trimmed);
  const isWhole = !/[.e]/iu.test(trimmed);
  return Number.isFinite(value) && (!isWhole || Number.isSafeInteger(value)) ? value : null;
}
