import { jsonTexts, numberText } from "../catalog/number-texts.ts";
import type { Catalog, CatalogEvent, Parameter } from "../domain/catalog.ts";

/**
 * The catalog as TypeScript: a type for each event's context, one for their keys, and one for the body of an OptiEvent
 * request. Names of the catalog stand in quotes and comments only, where nothing in them can end either.
 */
export function catalogTypeScript(catalog: Catalog): string {
  const names = typeNames(catalog.events);
  const contexts = catalog.events.map((event, index) =>
    contextType(event, names[index] ?? `Event${index + 1}`),
  );
  const keys = new Map(catalog.events.map(({ key }, index) => [key, names[index] ?? ""]));
  const members = [...keys].map(([key, name]) => `  ${text(key)}: ${name};`);
  return `${[
    comment(
      [
        `The events of the catalog "${catalog.name}".`,
        "Written by OptiEvent Console; export the catalog again to change it.",
      ],
      "",
    ),
    ...contexts,
    `${comment(["The context of each event, by its key."], "")}\nexport type EventContexts = {\n${members.join("\n")}\n};`,
    "export type EventKey = keyof EventContexts;",
    BODY,
  ].join("\n\n")}\n`;
}

const BODY = `/** Whose event it is: a customer's or a visitor's, not both. */
export type EventIdentity =
  | { customer: string; visitor?: never }
  | { visitor: string; customer?: never };

/** The body of an OptiEvent request. */
export type OptiEventBody<Key extends EventKey = EventKey> = {
  [Each in Key]: EventIdentity & {
    tenant: number;
    event: Each;
    /** UTC, e.g. "2020-04-12 17:32:06.094 UTC". */
    timestamp: string;
    context: EventContexts[Each];
  };
}[Key];`;

function contextType(event: CatalogEvent, name: string): string {
  const about = [event.title ?? event.key, ...(event.description === undefined ? [] : [event.description])];
  const seen = new Set<string>();
  const lines = event.parameters.flatMap((parameter) => {
    if (seen.has(parameter.name)) return [];
    seen.add(parameter.name);
    return memberLines(parameter);
  });
  return `${comment(about, "")}\nexport type ${name} = {${lines.length === 0 ? "" : `\n${lines.join("\n")}\n`}};`;
}

function memberLines(parameter: Parameter): string[] {
  const mark = parameter.required === true ? "" : "?";
  const about = aboutParameter(parameter);
  const line = `  ${text(parameter.name)}${mark}: ${valueType(parameter)};`;
  return about.length === 0 ? [line] : [comment(about, "  "), line];
}

function aboutParameter(parameter: Parameter): string[] {
  const { description, format, maxLength, monetary } = parameter;
  const [minimum, maximum] = [numberText(parameter, "minimum"), numberText(parameter, "maximum")];
  const facts = [
    format === undefined ? null : `Format: ${format}.`,
    maxLength === undefined ? null : `At most ${maxLength} characters.`,
    minimum === undefined ? null : `At least ${minimum}.`,
    maximum === undefined ? null : `At most ${maximum}.`,
    monetary === true ? "In the currency of the catalog." : null,
  ].filter((fact) => fact !== null);
  return [...(description === undefined || description === "" ? [] : [description]), ...facts];
}

function valueType(parameter: Parameter): string {
  const values = jsonTexts(parameter, "enum");
  return values.length === 0 ? parameter.type : [...new Set(values)].join(" | ");
}

/** A string literal. JSON's is one of TypeScript too. */
function text(value: string): string {
  return JSON.stringify(value);
}

const LINE_END = /\r\n|[\n\r\u2028\u2029]/;

/** A comment of one sentence or more; nothing in it can end it. */
function comment(sentences: readonly string[], indent: string): string {
  const lines = sentences.flatMap((sentence) => sentence.toWellFormed().split(LINE_END)).map(harmless);
  const [first = ""] = lines;
  if (lines.length === 1) return `${indent}/** ${first} */`;
  return [`${indent}/**`, ...lines.map((line) => `${indent} * ${line}`), `${indent} */`].join("\n");
}

function harmless(line: string): string {
  return line
    .replaceAll("*/", "*\\/")
    .replaceAll(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, " ")
    .replace(/^\//, "\\/")
    .trimEnd();
}

/** `AddToCartContext` for `add_to_cart`; unlike each other, and unlike the names that the file has itself. */
function typeNames(events: readonly CatalogEvent[]): string[] {
  const taken = new Set(["EventContexts", "EventKey", "EventIdentity", "OptiEventBody"]);
  return events.map(({ key }, index) => {
    const words = key.match(/[A-Za-z0-9]+/g) ?? [];
    const joined = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
    const base = /^[A-Za-z]/.test(joined) ? `${joined}Context` : `Event${index + 1}Context`;
    let name = base;
    for (let number = 2; taken.has(name); number += 1) name = `${base}${number}`;
    taken.add(name);
    return name;
  });
}
