import { encodings } from "../../../shared/redaction/test-support/encodings.ts";

/** Secrets by the names under which a finding tells them. */
export type PlantedSecrets = Readonly<Record<string, string>>;

/** A text as bytes in every encoding, by its name. */
export function writtenForms(text: string): ReadonlyMap<string, Buffer> {
  return new Map([
    ...Object.entries(encodings).map(([name, encode]): [string, Buffer] => [name, Buffer.from(encode(text))]),
    ["utf-16", Buffer.from(text, "utf16le")],
    ["utf-16 with the high byte first", Buffer.from(text, "utf16le").swap16()],
  ]);
}

/**
 * Names of secret and encoding for each secret of which anything is in the content; none where nothing is. A secret is looked for by
 * its words, which stay together in every encoding and are in no other text, so that a part of it that was left is found too. How often
 * the encoded form was quoted does not matter. One without such a word is looked for as a whole.
 */
export function findSecrets(secrets: PlantedSecrets, content: Buffer): string[] {
  const text = content.toString("latin1");
  const haystacks = { exact: text, small: quotedOnce(text) };
  const isIn = (isExact: boolean, form: string) => haystacks[isExact ? "exact" : "small"].includes(form);
  const found = soughtIn(secrets)
    .filter(({ beginning, isExact }) => isIn(isExact, beginning))
    .flatMap(({ forms }) => forms.filter(({ form, isExact }) => isIn(isExact, form)));
  return found.map(({ name, how }) => `${name} ${how}`);
}

type Sought = {
  readonly name: string;
  readonly how: string;
  readonly form: string;
  readonly isExact: boolean;
};

/** Forms that begin alike, so that one look tells that none of them is there. */
type Group = { readonly beginning: string; readonly isExact: boolean; readonly forms: Sought[] };

const known = new WeakMap<PlantedSecrets, readonly Group[]>();

function soughtIn(secrets: PlantedSecrets): readonly Group[] {
  const groups = known.get(secrets) ?? grouped(Object.entries(secrets).flatMap(formsOfSecret));
  known.set(secrets, groups);
  return groups;
}

function grouped(sought: readonly Sought[]): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const one of sought) {
    const { form, isExact } = one;
    const beginning = form.slice(0, 6);
    const key = `${isExact} ${beginning}`;
    const group = groups.get(key) ?? { beginning, isExact, forms: [] };
    group.forms.push(one);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** Runs of eight and more letters and digits, both of them in it. */
function wordsOf(secret: string): string[] {
  const words = secret.match(/[A-Za-z0-9]{8,}/g) ?? [];
  const telling = words.filter((word) => /[A-Za-z]/.test(word) && /\d/.test(word));
  return telling.length === 0 ? [secret] : telling;
}

function formsOfSecret([name, secret]: readonly [string, string]): Sought[] {
  return wordsOf(secret).flatMap((word) => formsOfWord(name, word));
}

function formsOfWord(name: string, word: string): Sought[] {
  return [...writtenForms(word)].map(([how, written]) => {
    const isExact = how.includes("base64");
    const form = written.toString("latin1");
    return { name, how, form: isExact ? middleOf(form) : quotedOnce(form), isExact };
  });
}

/** In small letters, and without what quoting escapes once more adds to them. */
function quotedOnce(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/%(?:25)+/g, "%")
    .replaceAll(/%(?:5c|26|23|3b|3a)/g, (escape) => String.fromCharCode(Number.parseInt(escape.slice(1), 16)))
    .replaceAll("\\", "")
    .replaceAll(/&(?:amp;)+/g, "&");
}

/** What stands beside a text decides the first and last digits of its base64, so that those between them are looked for. */
function middleOf(base64: string): string {
  return base64.replaceAll("=", "").slice(4, -4);
}
