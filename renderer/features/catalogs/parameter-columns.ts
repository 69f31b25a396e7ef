import {
  cellText,
  choicesOf,
  COLUMN_LABELS,
  COLUMNS,
  type ColumnId,
} from "../../../shared/catalog-edit/columns.ts";
import type { Parameter } from "../../../shared/domain/catalog.ts";
import type { GridColumn } from "../../ui/grid/grid-column.ts";

const WIDTHS = {
  name: 168,
  type: 76,
  required: 72,
  format: 84,
  enum: 150,
  maxLength: 88,
  minimum: 76,
  maximum: 78,
  monetary: 76,
  example: 140,
  description: 260,
} as const satisfies Record<ColumnId, number>;

const MONOSPACE: ReadonlySet<ColumnId> = new Set([
  "name",
  "enum",
  "maxLength",
  "minimum",
  "maximum",
  "example",
]);

function kindOf(column: ColumnId): "text" | "choice" | "check" {
  if (column === "required" || column === "monetary") return "check";
  return choicesOf(column) === null ? "text" : "choice";
}

/** The table of an event's parameters. */
export const PARAMETER_COLUMNS: readonly GridColumn<Parameter>[] = COLUMNS.map(columnOf);

function columnOf(column: ColumnId): GridColumn<Parameter> {
  const choices = choicesOf(column);
  return {
    id: column,
    label: COLUMN_LABELS[column],
    width: WIDTHS[column],
    kind: kindOf(column),
    text: (parameter) => cellText(parameter, column),
    isMonospace: MONOSPACE.has(column),
    ...(choices === null ? {} : { choices }),
  };
}
