import type { ParameterFormat, ParameterType } from "../domain/catalog.ts";
import type { Api } from "../domain/tenant.ts";

/** A word for comparing: lower case, without spaces, dashes and the like. */
export function plainWord(text: string): string {
  return text.toLowerCase().replaceAll(/[\s_\-./()[\]:*#"'`?!]+/g, "");
}

/** What a type word says. `note`: what it says beyond the three types, or that it had to be interpreted. */
export type TypeWord = {
  readonly type: ParameterType;
  readonly format?: ParameterFormat;
  readonly note?: string;
};

const STRING: TypeWord = { type: "string" };
const NUMBER: TypeWord = { type: "number" };
const BOOLEAN: TypeWord = { type: "boolean" };
const INTEGER: TypeWord = { type: "number", note: "The catalog has one type for all numbers." };
const DATE: TypeWord = { type: "string", format: "date-time" };
const LIST: TypeWord = { type: "string", note: "Lists are no type of the API; a string takes its place." };

/** The three official words, those seen in the vendor's tables, and those of schemas and databases. */
const TYPE_WORDS: ReadonlyMap<string, TypeWord> = new Map([
  ...words(STRING, "string str text varchar nvarchar char alphanumeric guid uuid"),
  ...words(NUMBER, "number numeric num decimal float double real money currency amount"),
  ...words(INTEGER, "integer int bigint long short smallint int32 int64"),
  ...words(BOOLEAN, "boolean bool bit truefalse yesno flag"),
  ...words(DATE, "timestamp date datetime time dateandtime isodate"),
  ...words({ type: "string", format: "email" }, "email emailaddress mail"),
  ...words({ type: "string", format: "url" }, "url uri link"),
  ...words(LIST, "array list object json enum"),
]);

function words(meaning: TypeWord, list: string): [string, TypeWord][] {
  return list.split(" ").map((word) => [word, meaning]);
}

/** Reads `String`, `Decimal (10,2)`, `varchar(255)`, `Boolean*`; null for a word that is no type. */
export function readType(text: string): TypeWord | null {
  const whole = TYPE_WORDS.get(text.toLowerCase()) ?? TYPE_WORDS.get(plainWord(text));
  if (whole !== undefined) return whole;
  const first = /^[^\p{L}]*(\p{L}[\p{L}\p{N}]*)/u.exec(
    text.replaceAll(/date[\s/_-]*time/gi, "datetime"),
  )?.[1];
  return first === undefined ? null : (TYPE_WORDS.get(plainWord(first)) ?? null);
}

/** Whether a cell is a type, or begins with one before a comma or bar: `varchar(50)`, `String/Number`, not `date of birth`. */
export function isTypeWord(text: string): boolean {
  if (text.length > 60) return false;
  if (TYPE_WORDS.has(plainWord(text))) return true;
  const [first = ""] = text.replaceAll(/\s*[([][^()[\]]*[)\]]/g, "").split(/[/|,;]|\bor\b/i);
  return TYPE_WORDS.has(plainWord(first));
}

const YES = new Set(["true", "yes", "y", "1", "x", "✓", "✔", "☑", "✅", "mandatory", "required", "m", "on"]);
const NO = new Set([
  "false",
  "no",
  "n",
  "0",
  "✗",
  "✘",
  "☐",
  "❌",
  "optional",
  "o",
  "off",
  "-",
  "–",
  "notrequired",
  "none",
]);

/** `Yes`, `TRUE`, `x`, `Mandatory`; undefined for a word that says neither. */
export function readYesNo(text: string): boolean | undefined {
  const raw = text.trim().toLowerCase();
  if (YES.has(raw)) return true;
  if (NO.has(raw)) return false;
  const word = plainWord(text);
  if (YES.has(word)) return true;
  return NO.has(word) ? false : undefined;
}

const FORMATS: ReadonlyMap<string, ParameterFormat> = new Map([
  ["email", "email"],
  ["emailaddress", "email"],
  ["idnemail", "email"],
  ["url", "url"],
  ["uri", "url"],
  ["iri", "url"],
  ["link", "url"],
  ["datetime", "date-time"],
  ["date", "date-time"],
  ["timestamp", "date-time"],
  ["iso8601", "date-time"],
]);

export function readFormat(text: string): ParameterFormat | null {
  return FORMATS.get(plainWord(text)) ?? null;
}

/** `optievent, realtime`, `both`; null where a word is neither API. */
export function readApis(text: string): Api[] | null {
  const apis = new Set<Api>();
  for (const part of text.split(/[,;|/+&]|\band\b/i)) {
    const word = plainWord(part);
    if (word === "both" || word === "all") apis.add("optievent").add("realtime");
    else if (word === "optievent" || word === "optitrack") apis.add("optievent");
    else if (word === "realtime") apis.add("realtime");
    else if (word !== "") return null;
  }
  return [...apis];
}

/**
 * A JSON number as people write it in cells. A comma is a decimal point where it can be nothing else (`12,50`, `0,125`);
 * `1,000` is refused, since half the world means one.
 */
export function readNumberText(text: string): string | null {
  const trimmed = text
    .trim()
    .replace(/^\+/, "")
    .replace(/^(-?(?:0(?=,)|(?:0|[1-9][0-9]*)(?=,(?:[0-9]{1,2}|[0-9]{4,})$))),([0-9]+)$/, "$1.$2");
  return /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$/.test(trimmed) ? trimmed : null;
}
