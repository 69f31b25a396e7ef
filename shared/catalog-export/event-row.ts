import { objectText } from "../catalog/catalog-text.ts";
import { jsonTexts, numberText, plainTexts } from "../catalog/number-texts.ts";
import { numberTexts, WRITTEN, writtenOf } from "../catalog/written.ts";
import { catalogEventSchema, catalogSchema, parameterSchema, type Catalog } from "../domain/catalog.ts";
import type { CatalogEvent, Parameter } from "../domain/catalog.ts";
import { readListCell, readScalarCell } from "../catalog-import/tables/cells.ts";
import type { ColumnRole } from "../catalog-import/tables/columns.ts";
import { TYPE_TITLES } from "./type-titles.ts";

/** The cells of a row, by what their columns mean. */
export type RowCells = Partial<Record<ColumnRole, string>>;

type Values = Readonly<Record<string, unknown>>;

/** The cells of an event; its key stands in each of its rows. What no cell can hold exactly stands as JSON in one more. */
export function eventCells(event: CatalogEvent): RowCells {
  const plain: RowCells = {
    ...textCell("event", event.key),
    ...textCell("eventTitle", event.title),
    ...textCell("eventDescription", event.description),
    ...textCell("group", event.group),
    ...(isPlainId(event) ? { eventId: String(event.id) } : {}),
    ...(event.apis === undefined || event.apis.length === 0 ? {} : { apis: event.apis.join(", ") }),
  };
  const fields = {
    event: "key",
    eventTitle: "title",
    eventDescription: "description",
    group: "group",
    eventId: "id",
    apis: "apis",
  };
  const other = rest(event, catalogEventSchema.shape, written(plain, fields), ["parameters"]);
  return other === null ? plain : { ...plain, otherEventFields: other };
}

export function parameterCells(parameter: Parameter): RowCells {
  const { type } = parameter;
  const plain: RowCells = {
    ...textCell("parameter", parameter.name),
    type: TYPE_TITLES[type],
    ...yesNoCell("required", parameter.required),
    ...(parameter.format === undefined ? {} : { format: parameter.format }),
    ...listCell(parameter),
    ...numberCell("maxLength", parameter),
    ...numberCell("minimum", parameter),
    ...numberCell("maximum", parameter),
    ...yesNoCell("monetary", parameter.monetary),
    ...textCell("description", parameter.description),
    ...exampleCell(parameter),
  };
  const other = rest(parameter, parameterSchema.shape, written(plain, { parameter: "name" }), []);
  return other === null ? plain : { ...plain, otherParameterFields: other };
}

/** The catalog's own fields; they stand in the first row. */
export function catalogCells(catalog: Catalog): RowCells {
  const plain = textCell("catalog", catalog.name);
  const other = rest(catalog, catalogSchema.shape, written(plain, { catalog: "name" }), ["format", "events"]);
  return other === null ? plain : { ...plain, otherCatalogFields: other };
}

/** The names of the fields that have a cell of their own. */
function written(
  cells: RowCells,
  fields: Readonly<Partial<Record<ColumnRole, string>>>,
): ReadonlySet<string> {
  return new Set(Object.keys(cells).map((role) => fields[role as ColumnRole] ?? role));
}

/** What has no cell, as a JSON object on one line; null for nothing. */
function rest(
  object: Values,
  shape: object,
  done: ReadonlySet<string>,
  without: readonly string[],
): string | null {
  const left = Object.entries(object).filter(
    ([field, value]) =>
      field !== WRITTEN && value !== undefined && !without.includes(field) && !done.has(field),
  );
  const isKept = (writtenOf(object).members ?? []).some(([field]) => !Object.hasOwn(shape, field));
  if (left.length === 0 && !isKept) return null;
  const memory = Object.hasOwn(object, WRITTEN) ? { [WRITTEN]: object[WRITTEN] } : {};
  // Line breaks are layout: within a JSON string there are none.
  return objectText({ ...Object.fromEntries(left), ...memory }).replaceAll(/\n\s*/g, " ");
}

/** Texts that white space around them, or emptiness, would change in a cell do not get one. */
function textCell(role: ColumnRole, text: string | undefined): RowCells {
  return text === undefined || text === "" || text.trim() !== text || !text.isWellFormed()
    ? {}
    : { [role]: text };
}

function isPlainId(event: CatalogEvent): boolean {
  return event.id !== undefined && /^\d{1,15}$/.test(String(event.id)) && numberTexts(event, "id") === null;
}

function yesNoCell(role: "required" | "monetary", value: boolean | undefined): RowCells {
  return value === undefined ? {} : { [role]: value ? "Yes" : "No" };
}

function numberCell(role: "maxLength" | "minimum" | "maximum", parameter: Parameter): RowCells {
  const digits = numberText(parameter, role);
  return digits === undefined ? {} : { [role]: digits };
}

/** A cell holds an example as long as it reads back as the same value of the parameter's type. */
function exampleCell(parameter: Parameter): RowCells {
  const { example, type } = parameter;
  if (example === undefined || typeof example !== type) return {};
  const text = plainTexts(parameter, "example")[0] ?? "";
  const isSame = text.trim() === text && text !== "" && text.isWellFormed();
  return isSame && readScalarCell(text, type)?.value === example ? { example: text } : {};
}

/** `a | b | c` where that reads back as these values, else a JSON list. */
function listCell(parameter: Parameter): RowCells {
  const { enum: values, type } = parameter;
  if (values === undefined) return {};
  const texts = plainTexts(parameter, "enum");
  const line = texts.join(" | ");
  const read = values.length > 1 || !/[\n|;,]/.test(line) ? readListCell(line, type) : null;
  const isSame =
    line !== "" &&
    read?.length === values.length &&
    read.every(
      (item, index) => item.value === values[index] && (item.digits ?? texts[index]) === texts[index],
    );
  return {
    enum: isSame && line.isWellFormed() ? line : `[${jsonTexts(parameter, "enum").join(", ")}]`,
  };
}
