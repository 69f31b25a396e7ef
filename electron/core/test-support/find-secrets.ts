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
  return Object.entries(secrets).flatMap(([name, secret]) =>
    soughtForms(secret)
      .filter(({ form, isExact }) => (isExact ? haystacks.exact : haystacks.small).includes(form))
      .map(({ how }) => `${name} ${how}`),
  );
}

type Sought = { readonly how: string; readonly form: string; readonly isExact: boolean };

const known = new Map<string, readonly Sought[]>();

function soughtForms(secret: string): readonly Sought[] {
  const forms = known.get(secret) ?? wordsOf(secret).flatMap(formsOf);
  known.set(secret, forms);
  return forms;
}

/** Runs of eight and more letters and digits, both of them in it. */
function wordsOf(secret: string): string[] {
  const words = secret.match(/[A-Za-z0-9]{8,}/g) ?? [];
  const telling = words.filter((word) => /[A-Za-z]/.test(word) && /\d/.test(word));
  return telling.length === 0 ? [secret] : telling;
}

function formsOf(word: string): Sought[] {
  return [...writtenForms(word)].map(([how, written]) => {
    const isExact = how.startsWith("base64");
    const form = written.toString("latin1");
    return { how, form: isExact ? middleOf(form) : quotedOnce(form), isExact };
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
