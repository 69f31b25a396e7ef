import { toBytes } from "../../redaction/bytes.ts";
import { createReplacer } from "../../redaction/redact.ts";
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
  const sought = targets.filter(({ value }) => isFoundAnywhere(value));
  if (sought.length === 0 || text.length < SHORTEST_ANYWHERE) return text;
  const searched = { text, lower: text.toLowerCase(), essence: essenceOf(text), readings: readingsOf(text) };
  const found = sought.map((target) => ({ target, where: placeOf(searched, target.value) }));
  // All of them, so that of two values of which one contains the other the longer goes first.
  if (found.some(({ where }) => where === "encoded")) return replaceEncoded(text, sought, heard);
  const plain = found.filter(({ where }) => where === "plain").map(({ target }) => target);
  return plain.length === 0 ? text : replacePlain(text, plain, heard, "");
}

/** Replaces values that stand as whole words: for those that are too short to be looked for anywhere. */
export function replaceWords(text: string, targets: readonly Target[], heard: Heard, shortest = 1): string {
  const sought = targets.filter(({ value }) => value.length >= shortest && !isFoundAnywhere(value));
  return sought.length === 0 ? text : replacePlain(text, sought, heard, String.raw`[\p{L}\p{N}_]`);
}

type Place = "nowhere" | "plain" | "encoded";
type Searched = {
  readonly text: string;
  readonly lower: string;
  readonly essence: string;
  readonly readings: readonly string[];
};

function placeOf(searched: Searched, value: string): Place {
  const inRaw = count(searched.lower, value.toLowerCase());
  if (count(searched.essence, essenceOf(value)) !== inRaw) return "encoded";
  const bytes = toBytes(value);
  if (bytes.length >= SHORTEST_BASE64) {
    const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0"));
    const spaced = [hex.join(""), hex.join(":"), hex.join("-"), hex.join(" ")];
    if (spaced.some((form) => searched.lower.includes(form)) || isInBase64(searched, value)) return "encoded";
  }
  return inRaw > 0 ? "plain" : "nowhere";
}

/** Base64 tells capitals from small letters, so it is looked for in the readings as they are. */
function isInBase64({ readings }: Searched, value: string): boolean {
  return base64Cores(value).some((core) => {
    const forUrls = core.replaceAll("+", "-").replaceAll("/", "_");
    return readings.some((reading) => reading.includes(core) || reading.includes(forUrls));
  });
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

/** `neighbour` is what must not stand on either side; empty for anything may. */
function replacePlain(text: string, targets: readonly Target[], heard: Heard, neighbour: string): string {
  const sought = targets.toSorted((one, other) => other.value.length - one.value.length);
  const groups = sought.map(({ value }) => `(${value.replaceAll(/[$()*+./?[\\\]^{|}]/g, "\\$&")})`);
  const [before, after] = neighbour === "" ? ["", ""] : [`(?<!${neighbour})`, `(?!${neighbour})`];
  const pattern = new RegExp(`${REFERENCE}|${before}(?:${groups.join("|")})${after}`, "giu");
  return text.replaceAll(pattern, (whole: string, ...found: unknown[]) => {
    const target = sought.find((_, group) => found[group] !== undefined);
    if (target === undefined) return whole;
    heard(target);
    return target.replacement;
  });
}
