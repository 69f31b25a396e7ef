import type { Parameter } from "../domain/catalog.ts";
import { plainTexts } from "../catalog/number-texts.ts";
import { formatValueList } from "./value-list.ts";

/** The columns of an event's parameters, in their order. */
export const COLUMNS = [
  "name",
  "type",
  "required",
  "format",
  "enum",
  "maxLength",
  "minimum",
  "maximum",
  "monetary",
  "example",
  "description",
] as const;
export type ColumnId = (typeof COLUMNS)[number];

export const COLUMN_LABELS = {
  name: "Name",
  type: "Type",
  required: "Required",
  format: "Format",
  enum: "Allowed values",
  maxLength: "Max. length",
  minimum: "Minimum",
  maximum: "Maximum",
  monetary: "Monetary",
  example: "Example",
  description: "Description",
} as const satisfies Record<ColumnId, string>;

/** What a cell of one of few values can have, as it is shown; null for a cell of free text. */
export function choicesOf(column: ColumnId): readonly string[] | null {
  switch (column) {
    case "type":
      return ["string", "number", "boolean"];
    case "format":
      return ["", "email", "url", "date-time"];
    case "required":
    case "monetary":
      return ["yes", ""];
    default:
      return null;
  }
}

/** A cell as text: what is shown, edited and copied, numbers with their digits. Empty where the parameter says nothing. */
export function cellText(parameter: Parameter, column: ColumnId): string {
  switch (column) {
    case "required":
    case "monetary":
      return parameter[column] === true ? "yes" : "";
    case "enum":
      return formatValueList(plainTexts(parameter, column));
    default:
      return plainTexts(parameter, column)[0] ?? "";
  }
}
