import { base64Patterns, base64Steps } from "./base64.ts";
import { toBytes } from "./bytes.ts";
import { createSearch, type Replacement, type Spellings } from "./search.ts";
import { characterSteps, hexSteps } from "./spelling-steps.ts";
import { characterPattern, hexPattern, writtenForms } from "./spellings.ts";

/** A value that must not get out, and the name by which texts refer to it. */
export type KnownSecret = { readonly name: string; readonly value: string };

/** Replaces every known secret in a text by its reference. */
export type Redact = (text: string) => string;

/** `gradually` does the same to a long text in steps, and lets others have their turn in each `pause` between them. */
export type Redactor = Redact & {
  readonly gradually: (text: string, pause: () => Promise<void>) => Promise<string>;
};

/** UTF-16 units looked through in one step: some milliseconds. */
const STEP = 1_000_000;
/** How far beyond a step a secret that begins in it may reach. In no encoding is one a thousandth as long. */
const REACH = 100_000;

/** How a text refers to a secret: `{{secret:token}}`. */
export function secretReference(name: string): string {
  return `{{secret:${name}}}`;
}

/** Below this many characters a value is too common to be looked for: every "1" of an answer would go. */
const SHORTEST_REDACTED = 4;

/** Below this many bytes a base64 form is so short that ordinary words contain it. */
const SHORTEST_BASE64_BYTES = 8;

export type ReplacerOptions = {
  /** The source of a regular expression without groups: what it finds stays, whatever is in it. */
  readonly kept: string | null;
  /** Told of each replacement, by the value that was replaced. */
  readonly onReplace?: (value: string) => void;
  /** Shorter values, in bytes, are not looked for in base64. */
  readonly shortestBase64: number;
};

/**
 * Makes the one redaction function for records, logs and exports. It finds a secret in any case of letters as it is, escaped
 * for JSON, C, URL or HTML, in hexadecimal, and in base64 at any alignment. References that already stand in the text stay.
 */
export function createRedactor(secrets: readonly KnownSecret[]): Redactor {
  const references = new Set(secrets.map(({ name }) => secretReference(name)));
  const kept = [...references].map((reference) => reference.replaceAll(/[{}.]/g, "\\$&")).join("|");
  const replacements = secrets.map(({ name, value }) => ({ value, replacement: secretReference(name) }));
  return createReplacer(replacements, { kept, shortestBase64: SHORTEST_BASE64_BYTES });
}

/** Replaces values in all the encodings in which `createRedactor` finds secrets. Values under four characters are passed over. */
export function createReplacer(replacements: readonly Replacement[], options: ReplacerOptions): Redactor {
  const sought = replacements
    .filter(({ value }) => Array.from(value).length >= SHORTEST_REDACTED)
    // The longer first, so that a value that contains another goes as a whole.
    .sort((one, other) => other.value.length - one.value.length);
  if (sought.length === 0) return withSteps([]);
  const isLongEnough = ({ value }: Replacement) => toBytes(value).length >= options.shortestBase64;
  return withSteps([
    createPass(sought, inCharacters, options),
    createPass(sought.filter(isLongEnough), inBase64, options),
  ]);
}

function inCharacters(value: string): Spellings {
  return {
    patterns: () => [characterPattern(value), ...writtenForms(value).map(hexPattern)],
    steps: [characterSteps(value), ...writtenForms(value).map(hexSteps)],
  };
}

function inBase64(value: string): Spellings {
  return {
    patterns: () => writtenForms(value).flatMap(base64Patterns),
    steps: writtenForms(value).flatMap(base64Steps),
  };
}

function withSteps(passes: readonly Pass[]): Redactor {
  const redact: Redact = (text) => passes.reduce((redacted, pass) => pass(redacted, null).text, text);
  return Object.assign(redact, {
    async gradually(text: string, pause: () => Promise<void>) {
      let redacted = text;
      for (const pass of passes) redacted = await inSteps(pass, redacted, pause);
      return redacted;
    },
  });
}

/** Each step goes on behind the last secret found in the one before it, as a search through the whole text would. */
async function inSteps(pass: Pass, text: string, pause: () => Promise<void>): Promise<string> {
  const parts: string[] = [];
  let position = 0;
  while (position < text.length) {
    if (position > 0) await pause();
    const step = pass(text.slice(position, position + STEP + REACH), STEP);
    parts.push(step.text);
    position += step.read;
  }
  return parts.join("");
}

/** Redacts a text up to where a secret can no longer begin before `limit`; says how much of it that was. */
type Pass = (text: string, limit: number | null) => { readonly text: string; readonly read: number };

/** One search for all values, so that nothing is looked for within what was just put in. */
function createPass(
  replacements: readonly Replacement[],
  spellingsOf: (value: string) => Spellings,
  { kept, onReplace }: ReplacerOptions,
): Pass {
  if (replacements.length === 0) return (text, limit) => upTo(text, limit);
  const search = createSearch(replacements, spellingsOf, kept);
  return (text, limit) => {
    let written = "";
    let read = 0;
    for (const { start, end, sought } of search(text, limit ?? text.length)) {
      if (sought !== null) onReplace?.(sought.value);
      written += text.slice(read, start) + (sought?.replacement ?? text.slice(start, end));
      read = end;
    }
    const rest = upTo(text, limit, read);
    return { text: written + rest.text, read: read + rest.read };
  };
}

/** What is left of a text from `start` on, as far as a step goes. A pair of surrogates stays together. */
function upTo(
  text: string,
  limit: number | null,
  start = 0,
): { readonly text: string; readonly read: number } {
  const isWhole = limit === null || text.length <= limit;
  const end = isWhole ? text.length : Math.max(start, limit);
  const isBetweenPair = end < text.length && /[\uD800-\uDBFF]/.test(text.charAt(end - 1));
  const cut = text.slice(start, isBetweenPair && end > start ? end - 1 : end);
  return { text: cut, read: cut.length };
}
