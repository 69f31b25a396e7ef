import { base64Patterns } from "./base64.ts";
import { toBytes } from "./bytes.ts";
import { characterPattern, hexPattern } from "./spellings.ts";

/** A value that must not get out, and the name by which texts refer to it. */
export type KnownSecret = { readonly name: string; readonly value: string };

/** Replaces every known secret in a text by its reference. */
export type Redact = (text: string) => string;

/** How a text refers to a secret: `{{secret:token}}`. */
export function secretReference(name: string): string {
  return `{{secret:${name}}}`;
}

/** Below this many characters a value is too common to be looked for: every "1" of an answer would go. */
const SHORTEST_REDACTED = 4;

/** Below this many bytes a base64 form is so short that ordinary words contain it. */
const SHORTEST_BASE64_BYTES = 8;

/** A text to be replaced wherever it occurs, and what takes its place. */
export type Replacement = { readonly value: string; readonly replacement: string };

export type ReplacerOptions = {
  /** The source of a regular expression without groups: what it finds stays, whatever is in it. */
  readonly kept: string | null;
  /** Shorter values, in bytes, are not looked for in base64. */
  readonly shortestBase64: number;
  /** Told of each replacement, by the value that was replaced. */
  readonly onReplace?: (value: string) => void;
};

/**
 * Makes the one redaction function for records, logs and exports. It finds a secret in any case of letters as it is, escaped
 * for JSON, C, URL or HTML, in hexadecimal, and in base64 at any alignment. References that already stand in the text stay.
 */
export function createRedactor(secrets: readonly KnownSecret[]): Redact {
  const references = new Set(secrets.map(({ name }) => secretReference(name)));
  const kept = [...references].map((reference) => reference.replaceAll(/[{}.]/g, "\\$&")).join("|");
  const replacements = secrets.map(({ name, value }) => ({ value, replacement: secretReference(name) }));
  return createReplacer(replacements, { kept, shortestBase64: SHORTEST_BASE64_BYTES });
}

/** Replaces values in all the encodings in which `createRedactor` finds secrets. Values under four characters are passed over. */
export function createReplacer(replacements: readonly Replacement[], options: ReplacerOptions): Redact {
  const sought = replacements
    .filter(({ value }) => Array.from(value).length >= SHORTEST_REDACTED)
    // The longer first, so that a value that contains another goes as a whole.
    .sort((one, other) => other.value.length - one.value.length);
  if (sought.length === 0) return (text) => text;
  const isLongEnough = ({ value }: Replacement) => toBytes(value).length >= options.shortestBase64;
  const passes = [
    createPass(sought, "giu", (value) => [characterPattern(value), hexPattern(value)], options),
    createPass(sought.filter(isLongEnough), "gu", base64Patterns, options),
  ];
  return (text) => passes.reduce((redacted, pass) => pass(redacted), text);
}

/** One search for all values, so that nothing is looked for within what was just put in. */
function createPass(
  sought: readonly Replacement[],
  flags: string,
  patternsOf: (value: string) => readonly string[],
  { kept, onReplace }: ReplacerOptions,
): Redact {
  if (sought.length === 0) return (text) => text;
  // One group for each value and none within it, so that the group found tells the value.
  const groups = sought.map(({ value }) => `(${patternsOf(value).join("|")})`);
  const pattern = new RegExp([...(kept === null ? [] : [kept]), ...groups].join("|"), flags);
  return (text) =>
    text.replace(pattern, (whole: string, ...found: unknown[]) => {
      const match = sought.find((_, group) => found[group] !== undefined);
      if (match === undefined) return whole;
      onReplace?.(match.value);
      return match.replacement;
    });
}
