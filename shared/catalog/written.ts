import { z } from "zod";
import type { JsonMember, JsonNode, JsonObject } from "../json/types.ts";
import { assertNever } from "../result/result.ts";

/**
 * The name of the member that keeps, beside the values of an object, what JavaScript values cannot hold of a file: the
 * digits of numbers (`100.00`, twenty digits), the order of members whose names are digits, and members with names that
 * JavaScript gives a meaning. It travels with the object through stores, calls, edits and merges, and is no part of any file:
 * `catalogText` turns it back into what was written. Whoever shows or compares catalogs leaves it out.
 */
export const WRITTEN = "#written";

const writtenSchema = z.strictObject({
  /** By member: the text of every number in its value, in order, where one of them is not what the value would print. */
  numbers: z.array(z.tuple([z.string(), z.array(z.string())])).optional(),
  /** The names of the members in the order of the file, where the object has them in another one. */
  order: z.array(z.string()).optional(),
  /** Members that the object cannot have under their own name. */
  members: z.array(z.tuple([z.string(), z.unknown()])).optional(),
});
export type Written = z.infer<typeof writtenSchema>;

/** What an object remembers of its file; empty where there is nothing to remember. */
export function writtenOf(object: Readonly<Record<string, unknown>>): Written {
  const kept = Object.hasOwn(object, WRITTEN) ? object[WRITTEN] : undefined;
  if (kept === undefined) return {};
  const parsed = writtenSchema.safeParse(kept);
  return parsed.success ? parsed.data : {};
}

/** The value of a document, which `catalogText` writes as the document had it. Of duplicate members the last counts. */
export function toWrittenValue(node: JsonNode): unknown {
  switch (node.kind) {
    case "object":
      return objectValue(node);
    case "array":
      return node.items.map(toWrittenValue);
    case "string":
      return node.value;
    case "number":
      return numberValue(node.text);
    case "boolean":
      return node.text === "true";
    case "null":
      return null;
    default:
      return assertNever(node);
  }
}

/** A number too large for a double has no JSON value; its text is kept all the same. */
function numberValue(text: string): number | null {
  const value = Number(text);
  return Number.isFinite(value) ? value : null;
}

function objectValue(object: JsonObject): Record<string, unknown> {
  return plainValue(object) ?? rememberingValue(object);
}

/** Most objects have nothing to remember; null for one that has. */
function plainValue({ members }: JsonObject): Record<string, unknown> | null {
  const value: Record<string, unknown> = {};
  for (const { key, value: node } of members) {
    const name = key.value;
    if (isUnsafeName(name) || Object.hasOwn(value, name) || /^\d/.test(name)) return null;
    if ((node.kind === "number" || node.kind === "array") && numberTextsOf(node) !== null) return null;
    value[name] = toWrittenValue(node);
  }
  return value;
}

function rememberingValue(object: JsonObject): Record<string, unknown> {
  const last = lastMembers(object.members);
  const value: Record<string, unknown> = {};
  const numbers: [string, string[]][] = [];
  const members: [string, unknown][] = [];
  const order = [...last.keys()];
  for (const [name, node] of last) {
    if (isUnsafeName(name)) members.push([name, toWrittenValue(node)]);
    else value[name] = toWrittenValue(node);
    const texts = numberTextsOf(node);
    if (texts !== null) numbers.push([name, texts]);
  }
  const written: Written = {
    ...(numbers.length === 0 ? {} : { numbers }),
    ...(members.length === 0 && isIn(order, value) ? {} : { order }),
    ...(members.length === 0 ? {} : { members }),
  };
  if (Object.keys(written).length > 0) value[WRITTEN] = written;
  return value;
}

function lastMembers(members: readonly JsonMember[]): ReadonlyMap<string, JsonNode> {
  const last = new Map<string, JsonNode>();
  for (const { key, value } of members) last.set(key.value, value);
  return last;
}

/** `__proto__` is a setter on most objects, and the libraries between here and the disk drop it. */
function isUnsafeName(name: string): boolean {
  return name === "__proto__" || name === WRITTEN;
}

function isIn(order: readonly string[], value: Record<string, unknown>): boolean {
  // Only names of digits change places.
  if (!order.some((name) => /^\d+$/.test(name))) return true;
  return Object.keys(value).every((name, index) => name === order[index]);
}

/** The texts of a member's numbers, in order and not within objects, which keep their own; null where values suffice. */
function numberTextsOf(node: JsonNode): string[] | null {
  if (node.kind === "number") return isPlain(node.text) ? null : [node.text];
  if (node.kind !== "array") return null;
  const texts: string[] = [];
  collectTexts(node.items, texts);
  return texts.every(isPlain) ? null : texts;
}

function collectTexts(items: readonly JsonNode[], texts: string[]): void {
  for (const item of items) {
    // A number beyond a double has the value null, so that true nulls have to be counted with them.
    if (item.kind === "number" || item.kind === "null") texts.push(item.text);
    else if (item.kind === "array") collectTexts(item.items, texts);
  }
}

function isPlain(text: string): boolean {
  return JSON.stringify(Number(text)) === text;
}

/**
 * An object with one more number, which is written with these digits. For importers of formats that are not JSON.
 * `text` is a JSON number.
 */
export function withNumber<Value extends Record<string, unknown>>(
  object: Value,
  name: string,
  texts: readonly string[],
): Value {
  if (texts.every(isPlain)) return object;
  const written = writtenOf(object);
  const others = (written.numbers ?? []).filter(([member]) => member !== name);
  return { ...object, [WRITTEN]: { ...written, numbers: [...others, [name, [...texts]]] } };
}

/** The digits of a member's numbers, as they are written; null where the values say it all. */
export function numberTexts(
  object: Readonly<Record<string, unknown>>,
  name: string,
): readonly string[] | null {
  return writtenOf(object).numbers?.find(([member]) => member === name)?.[1] ?? null;
}

/** What an object remembers that has the fields `taken` from another one, and its own for the rest; null for nothing. */
export function overlayWritten(
  own: Readonly<Record<string, unknown>>,
  other: Readonly<Record<string, unknown>>,
  taken: ReadonlySet<string>,
): Written | null {
  const [mine, theirs] = [writtenOf(own), writtenOf(other)];
  const replaced = new Set(theirs.members?.map(([name]) => name));
  const numbers = [
    ...(mine.numbers ?? []).filter(([name]) => !taken.has(name)),
    ...(theirs.numbers ?? []).filter(([name]) => taken.has(name) || replaced.has(name)),
  ];
  const members = [
    ...(mine.members ?? []).filter(([name]) => !replaced.has(name)),
    ...(theirs.members ?? []),
  ];
  const order = [...new Set([...(mine.order ?? []), ...(theirs.order ?? [])])];
  const written: Written = {
    ...(numbers.length === 0 ? {} : { numbers }),
    ...(order.length === 0 ? {} : { order }),
    ...(members.length === 0 ? {} : { members }),
  };
  return Object.keys(written).length === 0 ? null : written;
}
