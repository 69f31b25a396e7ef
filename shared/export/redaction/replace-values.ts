import { toBytes } from "../../redaction/bytes.ts";
import { createReplacer } from "../../redaction/redact.ts";
import { writtenForms } from "../../redaction/spellings.ts";
import { base64Cores, essenceOf, readingsOf } from "./readings.ts";

/** What is replaced, by the reason. */
export type FoundKind = "identity" | "email" | "context";

/** A value that must not be in the export, and what takes its place. */
export type Target = { readonly kind: FoundKind; readonly value: string; readonly replacement: string };

/** Hears of each replacement. */
export type Heard = (target: Target) => void;

/** References to secrets are ours: no part of one is anybody's. Any other placeholder can have been typed. */
const REFERENCE = String.raw`\{\{secret:(?:token|signature|[a-z]+(?:-[a-z]+)*-(?:key|passphrase|password))\}\}`;

/** Below this many characters, or digits, a value stands in a text by chance: it is replaced as a whole word only. */
const SHORTEST_ANYWHERE = 4;
const SHORTEST_DIGITS_ANYWHERE = 7;
const SHORTEST_BASE64 = 6;
const WORD_CHARACTER = /[\p{L}\p{N}_]/u;

export function isFoundAnywhere(value: string): boolean {
  const isNumber = /^[\d.,-]+$/.test(value);
  return Array.from(value).length >= (isNumber ? SHORTEST_DIGITS_ANYWHERE : SHORTEST_ANYWHERE);
}

/**
 * Replaces values wherever they stand in a text, whatever the case of letters, as they are or escaped for JSON, URL or HTML, in
 * hexadecimal and in base64. Most texts hold none in an encoding, which a few searches show; the full pattern is made for the
 * others only.
 */
export function replaceValues(text: string, targets: readonly Target[], heard: Heard): string {
  const sought = targets.map(formsOf).filter((forms) => forms.isFoundAnywhere);
  if (sought.length === 0 || text.length < SHORTEST_ANYWHERE) return text;
  const searched = searchedOf(text);
  const places = sought.map((forms) => placeOf(searched, forms));
  // All of them, so that of two values of which one contains the other the longer goes first.
  if (places.includes("encoded"))
    return replaceEncoded(
      text,
      sought.map(({ target }) => target),
      heard,
    );
  const plain = sought.filter((_, index) => places[index] === "plain").map(({ target }) => target);
  return plain.length === 0 ? text : replacePlain(text, plain, heard, null);
}

/** Replaces values that stand as whole words: for those that are too short to be looked for anywhere. */
export function replaceWords(text: string, targets: readonly Target[], heard: Heard, shortest = 1): string {
  const lower = text.toLowerCase();
  const sought = targets.filter(
    (target) =>
      target.value.length >= shortest &&
      !formsOf(target).isFoundAnywhere &&
      lower.includes(formsOf(target).lower),
  );
  return sought.length === 0 ? text : replacePlain(text, sought, heard, WORD_CHARACTER);
}

/** A value in the forms in which it is looked for; made once, because an exchange has many texts. */
type Forms = {
  readonly target: Target;
  readonly isFoundAnywhere: boolean;
  readonly lower: string;
  readonly essence: string;
  readonly encoded: () => EncodedForms;
};

const known = new WeakMap<Target, Forms>();

function formsOf(target: Target): Forms {
  const forms = known.get(target) ?? makeForms(target);
  known.set(target, forms);
  return forms;
}

function makeForms(target: Target): Forms {
  const { value } = target;
  return {
    target,
    isFoundAnywhere: isFoundAnywhere(value),
    lower: value.toLowerCase(),
    essence: essenceOf(value),
    encoded: once(() => encodedForms(value)),
  };
}

type EncodedForms = { readonly hex: readonly string[]; readonly base64: readonly string[] };

function encodedForms(value: string): EncodedForms {
  const bytes = toBytes(value);
  if (bytes.length < SHORTEST_BASE64) return { hex: [], base64: [] };
  const written = writtenForms(value);
  const hex = written.map((form) => Array.from(toBytes(form), (byte) => byte.toString(16).padStart(2, "0")));
  const cores = written.flatMap(base64Cores);
  const forUrls = cores.map((core) => core.replaceAll("+", "-").replaceAll("/", "_"));
  return {
    hex: hex.flatMap((digits) => ["", ":", "-", " "].map((between) => digits.join(between))),
    base64: [...new Set([...cores, ...forUrls])],
  };
}

/** Most texts hold nothing that could be an encoding, so that most values are never encoded. */
function once<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => (made ??= make());
}

type Place = "nowhere" | "plain" | "encoded";
type Searched = {
  readonly lower: string;
  readonly essence: string;
  /** Only where there is what could be one. */
  readonly hex: string;
  /** Base64 tells capitals from small letters, so it is looked for in the readings as they are. */
  readonly base64: readonly string[];
};

function searchedOf(text: string): Searched {
  const lower = text.toLowerCase();
  const readings = readingsOf(text);
  return {
    lower,
    essence: essenceOf(readings.at(-1) ?? text),
    hex: /(?:[0-9a-f]{2}[: -]?){6}/.test(lower) ? lower : "",
    base64: readings.filter((reading) => /[A-Za-z0-9+/_-]{7}/.test(reading)),
  };
}

function placeOf({ lower, essence, hex, base64 }: Searched, forms: Forms): Place {
  // Of backslashes and quotes alone nothing is left to look for.
  if (forms.essence === "") return "encoded";
  const inRaw = count(lower, forms.lower);
  if (count(essence, forms.essence) !== inRaw) return "encoded";
  if (hex !== "" && forms.encoded().hex.some((form) => hex.includes(form))) return "encoded";
  if (base64.some((reading) => forms.encoded().base64.some((form) => reading.includes(form))))
    return "encoded";
  return inRaw > 0 ? "plain" : "nowhere";
}

function count(text: string, value: string): number {
  if (value === "") return 0;
  let found = 0;
  for (let at = text.indexOf(value); at !== -1; at = text.indexOf(value, at + value.length)) found += 1;
  return found;
}

type CachedReplacer = { readonly replace: (text: string) => string; hear: Heard };

/** The texts of one exchange follow each other and have the same targets; making the pattern costs more than using it. */
const cached = new Map<string, CachedReplacer>();
const MOST_CACHED = 16;

function replaceEncoded(text: string, targets: readonly Target[], heard: Heard): string {
  const key = JSON.stringify(targets.map(({ value, replacement }) => [value, replacement]));
  const replacer = cached.get(key) ?? makeReplacer(targets);
  cached.delete(key);
  cached.set(key, replacer);
  for (const oldest of cached.keys()) {
    if (cached.size <= MOST_CACHED) break;
    cached.delete(oldest);
  }
  replacer.hear = heard;
  return replacer.replace(text);
}

function makeReplacer(targets: readonly Target[]): CachedReplacer {
  const byValue = new Map(targets.map((target) => [target.value, target]));
  const replacer: CachedReplacer = {
    hear: () => {},
    replace: createReplacer(targets, {
      kept: REFERENCE,
      shortestBase64: SHORTEST_BASE64,
      onReplace: (value) => {
        const target = byValue.get(value);
        if (target !== undefined) replacer.hear(target);
      },
    }),
  };
  return replacer;
}

type Hit = { readonly start: number; readonly end: number; readonly target: Target | null };

/** `neighbour` is what must not stand on either side; null for anything may. */
function replacePlain(
  text: string,
  targets: readonly Target[],
  heard: Heard,
  neighbour: RegExp | null,
): string {
  const lower = text.toLowerCase();
  // A few letters become two in small: then places in the one are not places in the other.
  if (lower.length !== text.length) return replaceEncoded(text, targets, heard);
  const hits = targets
    .flatMap((target) => hitsOf(lower, target))
    .filter(({ start, end }) => neighbour === null || !isBetween(text, start, end, neighbour))
    .concat(referencesIn(text))
    .sort((one, other) => one.start - other.start || other.end - one.end);
  let replaced = "";
  let copiedTo = 0;
  for (const { start, end, target } of hits) {
    if (start < copiedTo) continue;
    replaced += text.slice(copiedTo, start) + (target?.replacement ?? text.slice(start, end));
    copiedTo = end;
    if (target !== null) heard(target);
  }
  return replaced + text.slice(copiedTo);
}

function hitsOf(lower: string, target: Target): Hit[] {
  const value = formsOf(target).lower;
  const hits: Hit[] = [];
  if (value === "") return hits;
  for (let start = lower.indexOf(value); start !== -1; start = lower.indexOf(value, start + 1)) {
    hits.push({ start, end: start + value.length, target });
  }
  return hits;
}

function isBetween(text: string, start: number, end: number, neighbour: RegExp): boolean {
  return neighbour.test(text.charAt(start - 1)) || neighbour.test(text.charAt(end));
}

function referencesIn(text: string): Hit[] {
  if (!text.includes("{{secret:")) return [];
  const found = text.matchAll(new RegExp(REFERENCE, "g"));
  return Array.from(found, ({ 0: whole, index }) => ({
    start: index,
    end: index + whole.length,
    target: null,
  }));
}
