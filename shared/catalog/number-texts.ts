import { quoteJson } from "../json/value.ts";
import { numberTexts, WRITTEN, writtenOf } from "./written.ts";

// A catalog's numbers as its file writes them: `100.00`, twenty digits. Whoever shows, compares or sends a number of a
// catalog takes its text from here and not from the value, which has lost those digits.

type Values = Readonly<Record<string, unknown>>;
type Scalar = string | number | boolean;

/** Gives out the digits of a value's numbers, one after the other. */
export type NumberTexts = { next(value: number | null): string | undefined } | null;

/** The digits count as long as the numbers are those they were read with; of changed ones, those that still are. */
export function textsFor(value: unknown, texts: readonly string[] | null | undefined): NumberTexts {
  if (texts === undefined || texts === null) return null;
  const left = [...texts];
  const values = numbersIn(value);
  const isSame = values.length === texts.length && values.every((item, place) => isText(texts[place], item));
  return {
    next(number) {
      const place = isSame ? 0 : left.findIndex((text) => isText(text, number));
      return place === -1 ? undefined : left.splice(place, 1)[0];
    },
  };
}

function numbersIn(value: unknown): readonly (number | null)[] {
  const items: readonly unknown[] = Array.isArray(value) ? value.flat(Infinity) : [value];
  return items.filter((item) => typeof item === "number" || item === null);
}

/** null stands for a number beyond what a double holds. */
function isText(text: string | undefined, value: unknown): boolean {
  const number = Number(text);
  return value === null ? !Number.isFinite(number) : number === value;
}

/** The value, or each value of the list, that a member holds, as JSON text; nothing for a member that is not there. */
export function jsonTexts(object: Values, name: string): string[] {
  return scalarTexts(object, name, quoteJson);
}

/** The same with texts as they are, without quotes. */
export function plainTexts(object: Values, name: string): string[] {
  return scalarTexts(object, name, (text) => text);
}

function scalarTexts(object: Values, name: string, printText: (text: string) => string): string[] {
  const value = Object.hasOwn(object, name) ? object[name] : undefined;
  if (value === undefined) return [];
  const texts = textsFor(value, numberTexts(object, name));
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  return items.map((item) => {
    if (typeof item === "string") return printText(item);
    return (typeof item === "number" ? texts?.next(item) : undefined) ?? String(item);
  });
}

/** The object's number as it is written; undefined where the member is not there. */
export function numberText(object: Values, name: string): string | undefined {
  return plainTexts(object, name)[0];
}

/** Whether the numbers of a member have the same digits in both objects, which have the same value there. */
export function hasSameDigits(left: object, right: object, name: string): boolean {
  const texts = [left, right].map((object) => writtenDigits(object as Values, name));
  const [one, other] = texts;
  if (one === null && other === null) return true;
  const value = Object.hasOwn(left, name) ? (left as Values)[name] : undefined;
  const [mine, theirs] = [textsFor(value, one), textsFor(value, other)];
  return numbersIn(value).every(
    (number) =>
      (mine?.next(number) ?? JSON.stringify(number)) === (theirs?.next(number) ?? JSON.stringify(number)),
  );
}

function writtenDigits(object: Values, name: string): readonly string[] | null {
  return Object.hasOwn(object, WRITTEN) ? numberTexts(object, name) : null;
}

/** A value and, where it is a number, its text as JSON writes it. */
export type WrittenScalar = { readonly value: Scalar; readonly digits: string | null };

/** The value, or each of the list, that a member holds, with its digits. */
export function writtenScalars(object: Values, name: string): WrittenScalar[] {
  const value = Object.hasOwn(object, name) ? object[name] : undefined;
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  // A member of a catalog that has such values is a text, a number, a Boolean or a list of them.
  return plainTexts(object, name).map((digits, index) => ({ value: items[index] as Scalar, digits }));
}

/**
 * The object with another value, or list of values, in a member, whose numbers are written with these digits and no longer
 * with those that the member had.
 */
export function withScalars<Value extends Values>(
  object: Value,
  name: keyof Value & string,
  written: WrittenScalar | readonly WrittenScalar[],
): Value {
  const items = isList(written) ? written : [written];
  const digits = items.flatMap((item) => (typeof item.value === "number" ? [textOf(item)] : []));
  const isPlain = items.every(
    (item) => typeof item.value !== "number" || textOf(item) === String(item.value),
  );
  const value = isList(written) ? written.map((item) => item.value) : written.value;
  const changed = { ...withoutDigits(object, name), [name]: value };
  if (isPlain) return changed;
  const memory = writtenOf(changed);
  const numbers = [...(memory.numbers ?? []), [name, digits] as [string, string[]]];
  return { ...changed, [WRITTEN]: { ...memory, numbers } };
}

function isList(written: WrittenScalar | readonly WrittenScalar[]): written is readonly WrittenScalar[] {
  return Array.isArray(written);
}

function textOf({ value, digits }: WrittenScalar): string {
  return digits ?? String(value);
}

/** The object without what it remembers of a member's digits. */
export function withoutDigits<Value extends Values>(object: Value, name: string): Value {
  if (numberTexts(object, name) === null) return object;
  const { numbers, ...rest } = writtenOf(object);
  const others = (numbers ?? []).filter(([member]) => member !== name);
  const memory = others.length === 0 ? rest : { ...rest, numbers: others };
  if (Object.keys(memory).length > 0) return { ...object, [WRITTEN]: memory };
  const { [WRITTEN]: _none, ...plain } = object;
  return plain as unknown as Value;
}
