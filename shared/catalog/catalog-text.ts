import { CATALOG_FORMAT, type Catalog } from "../domain/catalog.ts";
import { quoteJson } from "../json/value.ts";
import { textsFor, type NumberTexts } from "./number-texts.ts";
import { WRITTEN, writtenOf } from "./written.ts";

/** The members of each level in the order of the format; those it does not know follow in their own order. */
const CATALOG_MEMBERS = ["format", "name", "conventions", "events"] as const;
const EVENT_MEMBERS = ["key", "id", "title", "description", "group", "apis", "parameters"] as const;
const PARAMETER_MEMBERS = [
  "name",
  "type",
  "required",
  "format",
  "enum",
  "maxLength",
  "minimum",
  "maximum",
  "monetary",
  "description",
  "example",
] as const;

type Values = Readonly<Record<string, unknown>>;

/**
 * The text of a catalog file. Two spaces a level, known members in the order of the format, everything else where it was, so
 * that a change makes a small difference. Numbers have the digits they were read with, as long as their value is the same.
 */
export function catalogText(catalog: Catalog): string {
  const text = printObject({ ...catalog, format: CATALOG_FORMAT }, "", CATALOG_MEMBERS, {
    events: (events, indent) => printList(events, indent, printEvent),
  });
  return `${text}\n`;
}

/** An object as JSON, two spaces a level, in its own order and with the digits it was read with. */
export function objectText(object: Values): string {
  return printObject(object, "", [], {});
}

/** Any value of a catalog on one line, as its file has it; `texts` are the digits that its object remembers of it. */
export function valueLine(value: unknown, texts: readonly string[] | null = null): string {
  // Line breaks within strings are escaped.
  return printValue(value, "", textsFor(value, texts)).replaceAll(/\n */g, " ");
}

type PrintMember = (value: unknown, indent: string) => string;

function printEvent(event: unknown, indent: string): string {
  if (!isObject(event)) return printValue(event, indent, null);
  return printObject(event, indent, EVENT_MEMBERS, {
    parameters: (parameters, inner) => printList(parameters, inner, printParameter),
  });
}

function printParameter(parameter: unknown, indent: string): string {
  return isObject(parameter)
    ? printObject(parameter, indent, PARAMETER_MEMBERS, {})
    : printValue(parameter, indent, null);
}

function printList(value: unknown, indent: string, printItem: PrintMember): string {
  if (!Array.isArray(value)) return printValue(value, indent, null);
  const inner = `${indent}  `;
  return enclose(
    "[",
    "]",
    indent,
    value.map((item) => inner + printItem(item, inner)),
  );
}

function printObject(
  object: Values,
  indent: string,
  first: readonly string[],
  special: Readonly<Record<string, PrintMember>>,
): string {
  const inner = `${indent}  `;
  const written = Object.hasOwn(object, WRITTEN) ? writtenOf(object) : null;
  const kept = new Map(written?.members);
  const numbers = new Map(written?.numbers);
  const lines: string[] = [];
  for (const name of namesOf(object, first, written?.order, kept)) {
    const value = kept.has(name) ? kept.get(name) : object[name];
    if (value === undefined) continue;
    const texts = numbers.get(name);
    const print = Object.hasOwn(special, name) ? special[name] : undefined;
    const text = print === undefined ? printValue(value, inner, textsFor(value, texts)) : print(value, inner);
    lines.push(`${inner}${quoteJson(name)}: ${text}`);
  }
  return enclose("{", "}", indent, lines);
}

function namesOf(
  object: Values,
  first: readonly string[],
  order: readonly string[] | undefined,
  kept: ReadonlyMap<string, unknown>,
): readonly string[] {
  const known = first.filter((name) => Object.hasOwn(object, name));
  const rest = Object.keys(object).filter((name) => name !== WRITTEN && !first.includes(name));
  if (kept.size === 0 && order === undefined) return known.length === 0 ? rest : [...known, ...rest];
  const others = [...rest, ...kept.keys()];
  const places = new Map((order ?? []).map((name, place) => [name, place]));
  const placeOf = (name: string): number => places.get(name) ?? places.size;
  return [...known, ...others.sort((one, other) => placeOf(one) - placeOf(other))];
}

function printValue(value: unknown, indent: string, texts: NumberTexts): string {
  if (typeof value === "string") return quoteJson(value);
  if (typeof value === "number" || value === null) return texts?.next(value) ?? JSON.stringify(value);
  if (Array.isArray(value)) {
    const inner = `${indent}  `;
    return enclose(
      "[",
      "]",
      indent,
      value.map((item) => inner + printValue(item, inner, texts)),
    );
  }
  return isObject(value) ? printObject(value, indent, [], {}) : (JSON.stringify(value) ?? "null");
}

function enclose(opening: string, closing: string, indent: string, lines: readonly string[]): string {
  return lines.length === 0 ? opening + closing : `${opening}\n${lines.join(",\n")}\n${indent}${closing}`;
}

function isObject(value: unknown): value is Values {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
