import type { CatalogBuilder } from "./builder.ts";
import { quoted, type Place, type Report } from "./report.ts";
import { fieldsOf, type Field } from "./request-form-fields.ts";
import type { ColumnRole } from "./tables/columns.ts";
import { addId, nameAndId } from "./title-id.ts";
import { eventFieldsOf, parameterOf, type Row } from "./tables/read-row.ts";

/** Whether a text has the form's first label on a line of its own. */
export function looksLikeRequestForm(text: string): boolean {
  return /(?:^|\n|>)[^\p{L}"'\n]{0,20}(?:event|parameter)[ _-]?(?:name|key)?\W{0,6}:/iu.test(text);
}

/**
 * Reads the vendor's request form (`Event Name:`, `-- Parameter Name:`, `-- Parameter Type:`), as text or Markdown, with the
 * fields in any order within their event or parameter. Answers how many events it names.
 */
export function readRequestForm(
  text: string,
  builder: CatalogBuilder,
  report: Report,
  isMarkdown = true,
): number {
  const fields = fieldsOf(text, isMarkdown);
  for (const field of fields) if (field.about !== null) report.say("warning", field, field.about);
  const groups = groupFields(fields);
  let event: string | null = null;
  let count = 0;
  for (const group of groups) {
    const row = rowOf(group.fields);
    const place = { line: group.line, column: group.column };
    if (group.kind === "event") {
      const named = nameAndId(row.text("event") || row.text("eventTitle"));
      event = named.name;
      if (event === "") {
        report.say("warning", place, "The form names no event here.");
        event = null;
        continue;
      }
      count += 1;
      builder.addEvent(event, eventFields(row, event, report), place);
      addId(event, named, place, builder, report);
    } else readParameter(row, event, place, builder, report);
  }
  return count;
}

function eventFields(row: Row, event: string, report: Report): Record<string, unknown> {
  const { title, ...fields } = eventFieldsOf(row, event, false, report);
  return title === event || title === undefined ? fields : { ...fields, title };
}

function readParameter(
  row: Row,
  event: string | null,
  place: Place,
  builder: CatalogBuilder,
  report: Report,
): void {
  const name = row.text("parameter") || row.text("parameterTitle");
  if (name === "") {
    const type = row.text("type");
    if (type !== "")
      report.say("error", place, `A parameter of type ${quoted(type)} has no name; it was left out.`, {
        event,
      });
    return;
  }
  if (event === null) {
    report.say("error", place, `No event stands above the parameter ${quoted(name)}; it was left out.`);
    return;
  }
  builder.addParameter(event, parameterOf(row, event, name, report), place);
}

type Group = {
  readonly kind: "event" | "parameter";
  readonly line: number;
  readonly column: number;
  readonly fields: Map<ColumnRole, Field>;
};

const OF_EVENT: ReadonlySet<ColumnRole> = new Set([
  "event",
  "eventTitle",
  "eventId",
  "eventDescription",
  "group",
  "apis",
]);

/** A label that the group has already starts the next one, and so does one of the other kind. */
function groupFields(fields: readonly Field[]): Group[] {
  const groups: Group[] = [];
  for (const field of fields) {
    const last = groups.at(-1);
    const isDescription = field.role === "description" && last?.kind === "event";
    const kind = OF_EVENT.has(field.role) || isDescription ? "event" : "parameter";
    const isNext = last?.kind !== kind || last.fields.has(field.role);
    const group: Group = isNext ? { kind, line: field.line, column: field.column, fields: new Map() } : last;
    if (isNext) groups.push(group);
    group.fields.set(field.role, field);
  }
  return groups;
}

function rowOf(fields: ReadonlyMap<ColumnRole, Field>): Row {
  const [first] = fields.values();
  return {
    text: (role) => fields.get(role)?.value ?? "",
    place: (role) => fields.get(role) ?? first ?? { line: 1, column: 1 },
  };
}
