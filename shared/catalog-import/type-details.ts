import type { ParameterType } from "../domain/catalog.ts";
import { readType } from "./words.ts";

/** The longest text that a type allows. It is certain where the text says that it is a length. */
export type TypeLength = { readonly length: number; readonly isCertain: boolean };

const LONGEST_WORD = 200;
/** Most types are one word, which says nothing more. Tables have hundreds of thousands. */
const ONE_WORD = /^[a-z]*$/i;
const UNIT = String.raw`(?:chars?|characters?|letters?|long)`;
/** `string(50)`, `String (max. 255 chars)`, `varchar[50]`. */
const IN_BRACKETS = new RegExp(
  String.raw`^[\p{L} ]{1,20}\d?[(\[]\s*(?:(?:max|up to)\W{0,3})?(\d{1,7})\s*${UNIT}?\W?\s*[)\]]\*?$`,
  "iu",
);
/** `string, max 50 chars`, `up to 20 characters`, `max length: 30`. */
const AS_MAXIMUM = new RegExp(
  String.raw`\b(?:max(?:imum)?|up to|length)\b\W{0,3}(?:length\W{0,3})?(\d{1,7})\b(?!\s*[.,]\d)`,
  "iu",
);
/** `string 50 chars`: may be the longest, or that of each. */
const WITH_UNIT = new RegExp(String.raw`(?<![\d.,-])(\d{1,7})\s*${UNIT}\b`, "iu");
/** `string (50) or longer`, `string 50`: what else the number might be is not said. */
const NUMBER_ALONE = /[([](\d{1,7})[)\]]|^[\p{L} ]{1,20}[,:;]?\s(\d{1,7})$/iu;

/** The length in the type of a string; null where it says none. */
export function lengthOfType(text: string): TypeLength | null {
  if (text.length > LONGEST_WORD || ONE_WORD.test(text)) return null;
  const certain = IN_BRACKETS.exec(text) ?? AS_MAXIMUM.exec(text);
  const found = certain ?? WITH_UNIT.exec(text) ?? NUMBER_ALONE.exec(text);
  const length = Number(found?.[1] ?? found?.[2] ?? 0);
  return length > 0 ? { length, isCertain: certain !== null } : null;
}

/** What stands in `Enum (web, app)` or `one of: web | app`, to be read as a list; null where nothing does. */
export function valuesOfType(text: string): string | null {
  if (ONE_WORD.test(text)) return null;
  const found =
    /^(?:enum(?:eration)?|one of|list of values)\s*(?:[:=]\s*([^]+)|[([{<]([^]+)[)\]}>])\s*$/i.exec(
      text.trim(),
    );
  const list = (found?.[1] ?? found?.[2] ?? "").trim();
  if (list === "") return null;
  const values = list.includes("/") && !/[,;|\n]/.test(list) ? list.split("/") : list.split(/[,;|\n]/);
  const bare = values
    .map((value) => value.trim().replace(/^(["'`])(.*)\1$/, "$2"))
    .filter((value) => value !== "");
  return bare.length === 0 ? null : JSON.stringify(bare);
}

/** The types that a text names, the first of them first: `String/Number`, `Integer or String`. `Date/Time` is one. */
export function typesNamed(text: string): ParameterType[] {
  const whole = /^\W*(?:yes\W*no|true\W*false|date\W*time)\W*$/i;
  if (text.length > LONGEST_WORD || ONE_WORD.test(text) || whole.test(text)) return [];
  const parts = text.replaceAll(/\([^()]*\)/g, " ").split(/[/|,;+&\n]|\bor\b|\band\b/i);
  // More words are a sentence about the type.
  const named = parts.map((part) => part.trim()).filter((part) => part.split(/\s+/).length <= 2);
  return [...new Set(named.flatMap((part) => readType(part)?.type ?? []))];
}
