import type { ParameterType } from "../domain/catalog.ts";
import { quoteJson } from "../json/value.ts";
import { assertNever } from "../result/result.ts";
import type { FormValue } from "./form.ts";
import { valueText } from "./read-form.ts";

/**
 * The value as JSON of a type that is not the declared one, as integrations get it wrong: an amount in quotes, a number where a
 * text belongs, "yes" for true.
 */
export function wrongTypeText(value: FormValue, type: ParameterType): string {
  const shown = valueText(value);
  switch (type) {
    case "string":
      return /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/u.test(shown) ? shown : "12345";
    case "number":
      return quoteJson(shown === "" || value.state === "null" ? "149.90" : shown);
    case "boolean":
      return quoteJson(shown === "false" ? "no" : "yes");
    default:
      return assertNever(type);
  }
}

/** The text, made just longer than a limit allows; UTF-16 units, as validation counts them. */
export function overLongText(text: string, longest: number): string {
  const filler = text === "" ? "x" : text;
  return filler.repeat(Math.ceil((longest + 1) / filler.length)).slice(0, longest + 1);
}
