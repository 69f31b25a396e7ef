import type { Parameter } from "../domain/catalog.ts";
import { parseJson } from "../json/parse.ts";
import { quoteJson } from "../json/value.ts";
import { assertNever } from "../result/result.ts";

/**
 * A value for a parameter, as JSON text of its declared type: the catalog's example, else the first value that the catalog
 * allows, else something of its format, else an empty text, the least number or true. An example that is written as text
 * keeps its digits (`"100.00"`); one that does not fit the type is passed over.
 */
export function exampleText(parameter: Parameter): string {
  for (const candidate of [parameter.example, ...(parameter.enum ?? [])]) {
    const text = candidate === undefined ? null : asDeclared(candidate, parameter.type);
    if (text !== null) return text;
  }
  return fallback(parameter);
}

function asDeclared(value: string | number | boolean, type: Parameter["type"]): string | null {
  if (type === "string") return quoteJson(String(value));
  const parsed = parseJson(String(value));
  return parsed.ok && parsed.root.kind === type ? String(value).trim() : null;
}

function fallback({ type, format, minimum }: Parameter): string {
  switch (type) {
    case "string":
      return quoteJson(format === undefined ? "" : FORMAT_PLACEHOLDERS[format]);
    case "number":
      return String(minimum ?? 0);
    case "boolean":
      return "true";
    default:
      return assertNever(type);
  }
}

const FORMAT_PLACEHOLDERS = {
  email: "{{$randomExampleEmail}}",
  url: "{{$randomUrl}}",
  "date-time": "{{$now:iso}}",
} as const satisfies Record<NonNullable<Parameter["format"]>, string>;
