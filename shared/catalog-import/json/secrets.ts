import type { JsonNode } from "../../json/types.ts";
import { createRedactor, secretReference, type KnownSecret, type Redact } from "../../redaction/redact.ts";
import type { CatalogImport } from "../types.ts";

/** Below this a value is looked for as a whole word only: it would be found within every second one. */
const SHORTEST_ANYWHERE = 8;
/** Below this, or without a digit below the other, it is no token, but a number or a word like any other. */
const SHORTEST_TOKEN = 4;

/** A document with more of them is none of a tenant. Each is looked for in all of it, in every spelling. */
export const MAXIMUM_SECRETS = 100;

/** Every value in the document whose name says that it is a credential, text or number. They are kept out of all that is read. */
export function secretsOf(root: JsonNode): KnownSecret[] {
  const secrets = new Map<string, KnownSecret>();
  const left: JsonNode[] = [root];
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    if (node.kind === "array") for (const item of node.items) left.push(item);
    if (node.kind !== "object") continue;
    for (const { key, value } of node.members) {
      const text = isCredentialName(key.value) ? textOf(value) : null;
      if (text !== null && isToken(text)) secrets.set(text, { name: "token", value: text });
      else left.push(value);
    }
  }
  return [...secrets.values()];
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
  const redact: Redact = (text) =>
    short.reduce((rest, { name, word }) => rest.replaceAll(word, secretReference(name)), long(text));
  return onceEach(redact, Math.min(...secrets.map(({ value }) => value.length)));
}

/** So many texts are remembered at a time. Types, names and dates come again and again in a document. */
const MOST_REMEMBERED = 10_000;
const LONGEST_REMEMBERED = 200;

/** In no encoding is a secret shorter than as it is, so that shorter texts hold none; of others the answer is kept. */
function onceEach(redact: Redact, shortest: number): Redact {
  const known = new Map<string, string>();
  return (text) => {
    if (text.length < shortest) return text;
    if (text.length > LONGEST_REMEMBERED) return redact(text);
    const before = known.get(text);
    if (before !== undefined) return before;
    const clean = redact(text);
    if (known.size >= MOST_REMEMBERED) known.clear();
    known.set(text, clean);
    return clean;
  };
}

function redacted(value: unknown, redact: Redact, numbers: ReadonlySet<string>): unknown {
  if (typeof value === "string") return redact(value);
  if (typeof value === "number") return numbers.has(String(value)) ? secretReference("token") : value;
  if (Array.isArray(value)) {
    const items = value.map((item) => redacted(item, redact, numbers));
    return items.some((item, index) => item !== value[index]) ? items : value;
  }
  if (typeof value !== "object" || value === null) return value;
  const before = Object.entries(value);
  const after = before.map(([name, member]) => [redact(name), redacted(member, redact, numbers)] as const);
  const isSame = after.every(([name, member], index) => {
    const [oldName, oldMember] = before[index] ?? [];
    return name === oldName && member === oldMember;
  });
  return isSame ? value : Object.fromEntries(after);
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
