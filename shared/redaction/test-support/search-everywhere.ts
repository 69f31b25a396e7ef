import { base64Patterns } from "../base64.ts";
import { secretReference, type KnownSecret } from "../redact.ts";
import { characterPattern, hexPattern, writtenForms } from "../spellings.ts";

/** Redaction as one regular expression over all secrets that is asked at every place of the text: slow, and plainly right. */
export function redactEverywhere(secrets: readonly KnownSecret[], text: string): string {
  const sought = secrets
    .filter(({ value }) => Array.from(value).length >= 4)
    .sort((one, other) => other.value.length - one.value.length);
  const long = sought.filter(({ value }) => new TextEncoder().encode(value).length >= 8);
  const spelled = replaceAll(text, sought, (value) => [
    characterPattern(value),
    ...writtenForms(value).map(hexPattern),
  ]);
  return replaceAll(spelled, long, (value) => writtenForms(value).flatMap(base64Patterns));
}

function replaceAll(
  text: string,
  secrets: readonly KnownSecret[],
  patternsOf: (value: string) => readonly string[],
): string {
  if (secrets.length === 0) return text;
  const kept = secrets.map(({ name }) => secretReference(name).replaceAll(/[{}.]/g, "\\$&"));
  const groups = secrets.map(({ value }) => `(${patternsOf(value).join("|")})`);
  return text.replaceAll(new RegExp([...kept, ...groups].join("|"), "gu"), (whole, ...parts: unknown[]) => {
    const found = secrets.find((_, index) => parts[index] !== undefined);
    return found === undefined ? whole : secretReference(found.name);
  });
}
