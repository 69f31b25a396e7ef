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

/**
 * Makes the one redaction function for records, logs and exports. It finds a secret in any case of letters as it is, escaped
 * for JSON, C, URL or HTML, in hexadecimal, and in base64 at any alignment. References that already stand in the text stay.
 */
export function createRedactor(secrets: readonly KnownSecret[]): Redact {
  const sought = secrets
    .filter(({ value }) => Array.from(value).length >= SHORTEST_REDACTED)
    // The longer first, so that a secret that contains another goes as a whole.
    .sort((one, other) => other.value.length - one.value.length);
  if (sought.length === 0) return (text) => text;

  const kept = [...new Set(secrets.map(({ name }) => secretReference(name)))];
  const passes = [
    createPass(kept, sought, "giu", (value) => [characterPattern(value), hexPattern(value)]),
    createPass(
      kept,
      sought.filter(({ value }) => toBytes(value).length >= SHORTEST_BASE64_BYTES),
      "gu",
      base64Patterns,
    ),
  ];
  return (text) => passes.reduce((redacted, pass) => pass(redacted), text);
}

/** One search for all secrets, so that nothing is looked for within what was just put in. */
function createPass(
  kept: readonly string[],
  secrets: readonly KnownSecret[],
  flags: string,
  patternsOf: (value: string) => readonly string[],
): Redact {
  if (secrets.length === 0) return (text) => text;
  const keptPatterns = kept.map((reference) => reference.replaceAll(/[{}.]/g, "\\$&"));
  // One group for each secret and none within it, so that the group found tells the secret.
  const groups = secrets.map(({ value }) => `(${patternsOf(value).join("|")})`);
  const pattern = new RegExp([...keptPatterns, ...groups].join("|"), flags);
  return (text) =>
    text.replace(pattern, (whole: string, ...found: unknown[]) => {
      const secret = secrets.find((_, group) => found[group] !== undefined);
      return secret === undefined ? whole : secretReference(secret.name);
    });
}
