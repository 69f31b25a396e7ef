import type { JsonNode } from "../../json/types.ts";
import { createRedactor, secretReference, type KnownSecret, type Redact } from "../../redaction/redact.ts";
import type { CatalogImport } from "../types.ts";

/** Below this a value is looked for as a whole word only: it would be found within every second one. */
const SHORTEST_ANYWHERE = 8;
/** Below this, or without a digit below the other, it is no token, but a number or a word like any other. */
const SHORTEST_TOKEN = 4;

/** Every value in the document whose name says that it is a credential, text or number. They are kept out of all that is read. */
export function secretsOf(root: JsonNode): KnownSecret[] {
  const secrets: KnownSecret[] = [];
  const left: JsonNode[] = [root];
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    if (node.kind === "array") left.push(...node.items);
    if (node.kind !== "object") continue;
    for (const { key, value } of node.members) {
      const text = isCredentialName(key.value) ? textOf(value) : null;
      if (text !== null && isToken(text)) secrets.push({ name: "token", value: text });
      else left.push(value);
    }
  }
  return secrets;
}

/** What could have a member that `secretsOf` takes for a credential, told without reading the text as JSON. */
export function mayHoldSecrets(text: string): boolean {
  return /(?:"tid|token|secret|password|api_?key)"\s*:\s*["\d-]/i.test(text);
}

/** A token may stand anywhere in a source; nothing but the offer of a tenant keeps it. */
export function withoutSecrets(read: CatalogImport, secrets: readonly KnownSecret[]): CatalogImport {
  if (secrets.length === 0) return read;
  const redact = redactorOf(secrets);
  const numbers = new Set(
    secrets.map(({ value }) => value).filter((value) => value.length >= SHORTEST_ANYWHERE),
  );
  const clean = (value: unknown): unknown => redacted(value, redact, numbers);
  return {
    ...read,
    catalog: clean(read.catalog) as CatalogImport["catalog"],
    problems: read.problems.map((problem) => clean(problem) as typeof problem),
    guesses: read.guesses.map((guess) => clean(guess) as typeof guess),
  };
}

function redactorOf(secrets: readonly KnownSecret[]): Redact {
  const long = createRedactor(secrets.filter(({ value }) => value.length >= SHORTEST_ANYWHERE));
  const short = secrets
    .filter(({ value }) => value.length < SHORTEST_ANYWHERE)
    .map(({ name, value }) => ({
      name,
      word: new RegExp(`(?<![\\w-])${value.replaceAll(/[^\w\s]/g, "\\$&")}(?![\\w-])`, "g"),
    }));
  return (text) =>
    short.reduce((rest, { name, word }) => rest.replaceAll(word, secretReference(name)), long(text));
}

function redacted(value: unknown, redact: Redact, numbers: ReadonlySet<string>): unknown {
  if (typeof value === "string") return redact(value);
  if (typeof value === "number") return numbers.has(String(value)) ? secretReference("token") : value;
  if (Array.isArray(value)) return value.map((item) => redacted(item, redact, numbers));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [redact(name), redacted(member, redact, numbers)]),
  );
}

function textOf(value: JsonNode): string | null {
  if (value.kind === "string") return value.value;
  return value.kind === "number" ? value.text : null;
}

function isToken(text: string): boolean {
  return text.length >= SHORTEST_ANYWHERE || (text.length >= SHORTEST_TOKEN && /\d/.test(text));
}

function isCredentialName(name: string): boolean {
  return /^tid$|(?:token|secret|password|api_?key)$/i.test(name);
}
