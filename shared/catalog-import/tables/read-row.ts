import { catalogEventSchema, catalogSchema, parameterSchema, type Parameter } from "../../domain/catalog.ts";
import type { ParameterType } from "../../domain/catalog.ts";
import { toWrittenValue, withNumber } from "../../catalog/written.ts";
import { quoted, type Place, type Report } from "../report.ts";
import { lengthOfType, typesNamed, valuesOfType } from "../type-details.ts";
import { readApis, readFormat, readNumberText, readType, readYesNo } from "../words.ts";
import { readFieldsCell, readListCell, readScalarCell } from "./cells.ts";
import type { ColumnRole } from "./columns.ts";

/** One row of a table, by what its columns mean. Texts are trimmed; that of a column that is not there is empty. */
export type Row = {
  text(role: ColumnRole): string;
  place(role: ColumnRole): Place;
};

type Subject = { readonly event: string; readonly parameter: string | null };
type Values = Record<string, unknown>;

/** What a row says of its event. */
export function eventFieldsOf(row: Row, event: string, isOfParameters: boolean, report: Report): Values {
  const subject = { event, parameter: null };
  const fields: Values = otherFields(row, "otherEventFields", catalogEventSchema.shape, report, subject);
  const id = row.text("eventId");
  if (/^\d{1,15}$/.test(id)) fields["id"] = Number(id);
  else if (id !== "")
    report.say(
      "error",
      row.place("eventId"),
      `${quoted(id)} is no event id: that is a whole number.`,
      subject,
    );
  for (const [role, field] of [
    ["eventTitle", "title"],
    ["eventDescription", "description"],
    ["group", "group"],
  ] as const) {
    const text = row.text(role);
    if (text !== "") fields[field] = text;
  }
  const apis = row.text("apis");
  const read = readApis(apis);
  if (apis !== "" && read !== null) fields["apis"] = read;
  else if (apis !== "")
    report.say(
      "error",
      row.place("apis"),
      `${quoted(apis)} is no API: these are optievent and realtime.`,
      subject,
    );
  // In the vendor's table of events, the type and description are the event's own.
  if (!isOfParameters) {
    if (row.text("type") !== "") fields["type"] ??= row.text("type");
    if (row.text("description") !== "") fields["description"] ??= row.text("description");
  }
  return fields;
}

/** The parameter that a row describes. A cell that cannot be read is told, and left out of it. */
export function parameterOf(row: Row, event: string, name: string, report: Report): Parameter {
  const subject = { event, parameter: name };
  const other = otherFields(row, "otherParameterFields", parameterSchema.shape, report, subject);
  const { type, format } = typeOf(row, report, subject);
  let parameter: Parameter = { ...other, name, type };
  if (format !== null) parameter.format = format;
  else if (type === "string") parameter = withLengthOfType(parameter, row, report, subject);
  const required = requiredOf(row, report, subject);
  if (required !== undefined) parameter.required = required;
  const monetary = yesNo(row, "monetary", report, subject);
  if (monetary !== undefined) parameter.monetary = monetary;
  const title = row.text("parameterTitle");
  if (title !== "" && title !== name) parameter["title"] = title;
  const description = row.text("description");
  if (description !== "") parameter.description = description;
  for (const role of ["maxLength", "minimum", "maximum"] as const)
    parameter = withLimit(parameter, role, row, report, event);
  return withValues(parameter, row, report, subject);
}

function typeOf(
  row: Row,
  report: Report,
  subject: Subject,
): { type: ParameterType; format: Parameter["format"] | null } {
  const word = row.text("type");
  const isList = valuesOfType(word) !== null;
  const read = readType(word) ?? (isList ? ({ type: "string" } as const) : null);
  const formatText = row.text("format");
  const format = readFormat(formatText);
  if (formatText !== "" && format === null) {
    report.say(
      "error",
      row.place("format"),
      `${quoted(formatText)} is no format: these are email, url and date-time.`,
      subject,
    );
  }
  const { event, parameter } = subject;
  if (read !== null) {
    const types = isList ? [] : typesNamed(word);
    if (types.length > 1) {
      const reason = `${quoted(word)} names more than one type.`;
      report.guess({ event, parameter, field: "type", reason });
      report.say("warning", row.place("type"), `${reason} ${read.type} was taken.`, subject);
    } else if (read.note !== undefined && !isList)
      report.say("info", row.place("type"), `${quoted(word)} became ${read.type}. ${read.note}`, subject);
    return { type: read.type, format: format ?? read.format ?? null };
  }
  report.guess({
    event,
    parameter,
    field: "type",
    reason: word === "" ? "The table does not say." : `${quoted(word)} is no type.`,
  });
  if (word !== "")
    report.say("error", row.place("type"), `${quoted(word)} is no type; string was taken.`, subject);
  return { type: "string", format };
}

/** A column of lengths says it better. */
function withLengthOfType(parameter: Parameter, row: Row, report: Report, subject: Subject): Parameter {
  const word = row.text("type");
  const found = row.text("maxLength") === "" && valuesOfType(word) === null ? lengthOfType(word) : null;
  if (found === null) return parameter;
  if (!found.isCertain) {
    const reason = `${quoted(word)} has a number that may be the longest it can be.`;
    report.guess({ event: subject.event, parameter: subject.parameter, field: "maxLength", reason });
  }
  return { ...parameter, maxLength: found.length };
}

function requiredOf(row: Row, report: Report, subject: Subject): boolean | undefined {
  const required = yesNo(row, "required", report, subject);
  if (required !== undefined) return required;
  const optional = yesNo(row, "optional", report, subject);
  return optional === undefined ? undefined : !optional;
}

function yesNo(
  row: Row,
  role: "required" | "optional" | "monetary",
  report: Report,
  subject: Subject,
): boolean | undefined {
  const text = row.text(role);
  if (text === "") return undefined;
  // In a column that is headed "Optional", the word is a yes.
  const answer = role === "optional" && /^optional$/i.test(text) ? true : readYesNo(text);
  if (answer === undefined)
    report.say("warning", row.place(role), `${quoted(text)} says neither yes nor no.`, subject);
  return answer;
}

const LIMIT_WORDS = {
  maxLength: "maximum length, which is a whole number above 0",
  minimum: "minimum, which is a number",
  maximum: "maximum, which is a number",
} as const;

function withLimit(
  parameter: Parameter,
  role: "maxLength" | "minimum" | "maximum",
  row: Row,
  report: Report,
  event: string,
): Parameter {
  const text = row.text(role);
  const digits = text === "" ? null : readNumberText(text);
  if (digits !== null && parameterSchema.shape[role].safeParse(Number(digits)).success) {
    return withNumber({ ...parameter, [role]: Number(digits) }, role, [digits]);
  }
  if (text !== "") {
    const subject = { event, parameter: parameter.name };
    report.say(
      "error",
      row.place(role),
      `${quoted(text)} is no ${LIMIT_WORDS[role]}, so none was taken.`,
      subject,
    );
  }
  return parameter;
}

function withValues(parameter: Parameter, row: Row, report: Report, subject: Subject): Parameter {
  let result = parameter;
  const { type } = parameter;
  const listText = row.text("enum") || (type === "string" ? (valuesOfType(row.text("type")) ?? "") : "");
  const list = listText === "" ? null : readListCell(listText, type);
  if (list !== null) {
    const digits = list.flatMap((item) => item.digits ?? []);
    result = withNumber({ ...result, enum: list.map(({ value }) => value) }, "enum", digits);
  } else if (listText !== "") {
    report.say(
      "error",
      row.place("enum"),
      `Not each of ${quoted(listText)} is a ${type}; the values were left out.`,
      subject,
    );
  }
  const exampleText = row.text("example");
  const example = exampleText === "" ? null : readScalarCell(exampleText, type);
  if (example !== null) {
    const digits = example.digits === null ? [] : [example.digits];
    return withNumber({ ...result, example: example.value }, "example", digits);
  }
  if (exampleText !== "") {
    report.say(
      "error",
      row.place("example"),
      `The example ${quoted(exampleText)} is no ${type}; it was left out.`,
      subject,
    );
  }
  return result;
}

type Shape = Readonly<Record<string, { safeParse(value: unknown): { readonly success: boolean } }>>;

/** Fields that have no column of their own, as our own tables carry them. */
export function otherFields(
  row: Row,
  role: "otherEventFields" | "otherParameterFields" | "otherCatalogFields",
  shape: Shape,
  report: Report,
  subject: { readonly event: string | null; readonly parameter: string | null },
): Values {
  const text = row.text(role);
  if (text === "") return {};
  const object = readFieldsCell(text);
  if (object === null) {
    report.say("error", row.place(role), "This is no JSON object; it was left out.", subject);
    return {};
  }
  const values = Object.entries(toWrittenValue(object) as Values);
  return Object.fromEntries(
    values.filter(
      ([field, value]) => !Object.hasOwn(shape, field) || shape[field]?.safeParse(value).success === true,
    ),
  );
}

export function catalogFieldsOf(row: Row, report: Report): Values {
  const fields = otherFields(row, "otherCatalogFields", catalogSchema.shape, report, {
    event: null,
    parameter: null,
  });
  const name = row.text("catalog");
  return name === "" ? fields : { ...fields, name };
}
