import * as make from "../compose/random-values.ts";
import { words } from "../compose/sample-words.ts";
import { formatTimestamp } from "../compose/timestamp.ts";
import type { Parameter, ParameterFormat } from "../domain/catalog.ts";
import { assertNever } from "../result/result.ts";
import type { ValueSource } from "./example-value.ts";
import { hintedText } from "./value-hints.ts";

/** Texts that look real: of the format, of the shape of the catalog's example, of what the name promises. */
export function* likelyTexts(parameter: Parameter, { random, now }: ValueSource): Generator<string> {
  const { format, name, example, maxLength } = parameter;
  if (format !== undefined) {
    yield formatted(format, random, now);
    if (typeof example === "string") yield example;
    return;
  }
  const hinted = hintedText(name, random);
  if (hinted !== null) yield hinted;
  if (typeof example === "string" && example !== "") yield withOtherDigits(example, random);
  const text = make.severalWords(random);
  yield text;
  yield make.pick(random, words);
  if (maxLength !== undefined) yield text.slice(0, maxLength).trim();
}

function formatted(format: ParameterFormat, random: make.Random, now: Date): string {
  switch (format) {
    case "email":
      return make.email(random);
    case "url":
      return make.webAddress(random);
    case "date-time":
      return formatTimestamp(new Date(now.getTime() - make.integer(random, 1, MONTH_SECONDS) * 1000), "iso");
    default:
      return assertNever(format);
  }
}

const MONTH_SECONDS = 30 * 24 * 60 * 60;

/** `SKU-20418` becomes `SKU-73915`: a number of the same kind, and never one that starts with a zero it did not have. */
function withOtherDigits(example: string, random: make.Random): string {
  return example.replaceAll(/\d+/g, (digits) =>
    digits.replaceAll(/\d/g, (digit, index: number) => {
      if (index === 0 && digit === "0") return digit;
      return String(make.integer(random, index === 0 ? 1 : 0, 9));
    }),
  );
}

const SHORTEST: Readonly<Record<ParameterFormat, readonly string[]>> = {
  email: ["a@b.c"],
  url: ["http://a"],
  "date-time": ["2020-01-01T00:00:00Z"],
};

/** The shortest that is not empty, which would count as missing. */
export function shortestTexts({ format }: Parameter): readonly string[] {
  return format === undefined ? ["a"] : SHORTEST[format];
}

/** As long as the catalog and, where it says nothing, the vendor's documents allow. */
export function* longestTexts(
  parameter: Parameter,
  { profile, random, now }: ValueSource,
): Generator<string> {
  const { textErrorLength, textWarningLength } = profile;
  const length = Math.min(parameter.maxLength ?? textWarningLength, textErrorLength);
  const { format } = parameter;
  switch (format) {
    case undefined:
      yield fillerOf(length);
      return;
    case "email":
      yield `${"a".repeat(Math.max(1, Math.min(length, MAXIMUM_EMAIL_LENGTH) - EMAIL_END.length))}${EMAIL_END}`;
      return;
    case "url":
      yield URL_START + "a".repeat(Math.max(1, length - URL_START.length));
      return;
    case "date-time":
      yield formatTimestamp(new Date(now.getTime() - make.integer(random, 1, MONTH_SECONDS) * 1000), "micro");
      return;
    default:
      assertNever(format);
  }
}

const MAXIMUM_EMAIL_LENGTH = 254;
const EMAIL_END = "@example.com";
const URL_START = "https://example.com/";

/** Words of exactly that length, without a blank at the end. */
function fillerOf(length: number): string {
  const line = words.join(" ");
  const filled = `${line} `.repeat(Math.ceil(length / (line.length + 1))).slice(0, length);
  return filled.endsWith(" ") ? `${filled.slice(0, -1)}s` : filled;
}
