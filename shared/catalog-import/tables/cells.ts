import type { ParameterType } from "../../domain/catalog.ts";
import { parseJson } from "../../json/parse.ts";
import type { JsonNode, JsonObject } from "../../json/types.ts";
import { readNumberText } from "../words.ts";

/** A value of a cell, and its digits where it is a number. */
export type CellScalar = { readonly value: string | number | boolean; readonly digits: string | null };

/** What a spreadsheet would take for a formula; full-width signs count for some of them. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;
const NUMBER = /^-?[0-9]+(?:\.[0-9]+)?$/;

/** A cell that no spreadsheet runs: an apostrophe before what one would take for a formula. Plain numbers stay. */
export function neutralCell(text: string): string {
  return FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
}

/** Takes back what `neutralCell` did. A formula that stands in a cell stays the text it is. */
export function plainCell(text: string): string {
  return text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text;
}

/** A value of this type as people write it in a cell; null where the cell has none. */
export function readScalarCell(text: string, type: ParameterType): CellScalar | null {
  if (type === "string") return { value: text, digits: null };
  if (type === "boolean") {
    const word = text.trim().toLowerCase();
    if (word === "true" || word === "yes") return { value: true, digits: null };
    return word === "false" || word === "no" ? { value: false, digits: null } : null;
  }
  const digits = readNumberText(text);
  return digits === null || !Number.isFinite(Number(digits)) ? null : { value: Number(digits), digits };
}

/**
 * Allowed values: a JSON list, or values between line breaks, `|`, `;` or commas, whichever of these comes first in this
 * order. null where one is not of the type.
 */
export function readListCell(text: string, type: ParameterType): CellScalar[] | null {
  const list = readJsonList(text);
  if (list !== null) return list;
  const separator = ["\n", "|", ";", ","].find((character) => text.includes(character));
  const parts = separator === undefined ? [text] : text.split(separator);
  const values = parts.flatMap((part) => {
    const trimmed = part.trim();
    return trimmed === "" ? [] : [readScalarCell(trimmed, type)];
  });
  const known = values.filter((value) => value !== null);
  return known.length === values.length ? known : null;
}

function readJsonList(text: string): CellScalar[] | null {
  if (!text.startsWith("[")) return null;
  const parsed = parseJson(text);
  if (!parsed.ok || parsed.root.kind !== "array") return null;
  const values = parsed.root.items.map(scalarOf);
  const known = values.filter((value) => value !== null);
  return known.length === values.length ? known : null;
}

function scalarOf(node: JsonNode): CellScalar | null {
  if (node.kind === "string") return { value: node.value, digits: null };
  if (node.kind === "boolean") return { value: node.text === "true", digits: null };
  return node.kind === "number" ? { value: Number(node.text), digits: node.text } : null;
}

/** The fields that a cell holds as a JSON object; null where it holds none. */
export function readFieldsCell(text: string): JsonObject | null {
  const parsed = parseJson(text);
  return parsed.ok && parsed.root.kind === "object" ? parsed.root : null;
}
