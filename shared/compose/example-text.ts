import { numberText, plainTexts } from "../catalog/number-texts.ts";
import type { Parameter } from "../domain/catalog.ts";
import { parseJson } from "../json/parse.ts";
import { quoteJson } from "../json/value.ts";
import { assertNever } from "../result/result.ts";

/**
 * A value for a parameter, as JSON text of its declared type: the catalog's example, else the first value that the catalog
 * allows, else something of its format, else an empty text, the least number or true. Numbers keep their digits (`100.00`); an
 * example that does not fit the type is passed over.
 */
export function exampleText(parameter: Parameter): string {
  for (const candidate of [...plainTexts(parameter, "example"), ...plainTexts(parameter, "enum")]) {
    const text = asDeclared(candidate, parameter.type);
    if (text !== null) return text;
  }
  return fallback(parameter);
}

function asDeclared(value: string, type: Parameter["type"]): string | null {
  if (type === "string") return quoteJson(value);
  const parsed = parseJson(value);
  return parsed.ok && parsed.root.kind === type ? value.trim() : null;
}

function fallback(parameter: Parameter): string {
  const { type, format } = parameter;
  switch (type) {
    case "string":
      return quoteJson(format === undefined ? "" : FORMAT_PLACEHOLDERS[format]);
    case "number":
      return numberText(parameter, "minimum") ?? "0";
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
