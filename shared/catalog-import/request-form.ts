import type { CatalogBuilder } from "./builder.ts";
import { quoted, type Place, type Report } from "./report.ts";
import { aboutStruck } from "./struck.ts";
import { matchColumns, type ColumnRole } from "./tables/columns.ts";
import { eventFieldsOf, parameterOf, type Row } from "./tables/read-row.ts";
import { plainMarkdown, struckMarkdown } from "./tables/markdown.ts";
import { plainWord } from "./words.ts";

/** Longer lines are no fields of a form. */
const LONGEST_LINE = 10_000;
/** What lists, quotes, headings and numbering put before a label. */
const BULLET = /^(?:[\s>*•·–—+#-]|\d{1,4}[.)]\s)+/;

/** One `Label: value` of the text. */
type Field = {
  readonly role: ColumnRole;
  readonly value: string;
  readonly line: number;
  readonly column: number;
  /** What is to be said of what is struck out in it. */
  readonly about: string | null;
};

/** Labels that mean themselves; in a table, `Event Name` is the key where no other column is. */
const LABELS: ReadonlyMap<string, ColumnRole> = new Map([
  ["eventname", "eventTitle"],
  ["parametername", "parameterTitle"],
]);
/** Other headings of tables that are labels of a form too. Words like `context` stand in code and prose as well. */
const LABEL =
  /^(?:(?:event|param).*|type|datatype|(?:max)?length|maxlength|description|mandatory|required|optional|format|examples?|samplevalue|enum|values|allowedvalues|possiblevalues|minimum|maximum|monetary|apis?|group)$/;

/** Whether a text has the form's first label on a line of its own. */
export function looksLikeRequestForm(text: string): boolean {
  return /(?:^|\n|>)[^\p{L}\n]{0,20}(?:event|parameter)[ _-]?(?:name|key)?\W{0,6}:/iu.test(text);
}

/**
 * Reads the vendor's request form (`Event Name:`, `-- Parameter Name:`, `-- Parameter Type:`), as text or Markdown, with the
 * fields in any order within their event or parameter. Answers how many events it names.
 */
export function readRequestForm(text: string, builder: CatalogBuilder, report: Report): number {
  const fields = fieldsOf(text);
  for (const field of fields) if (field.about !== null) report.say("warning", field, field.about);
  const groups = groupFields(fields);
  let event: string | null = null;
  let count = 0;
  for (const group of groups) {
    const row = rowOf(group.fields);
    const place = { line: group.line, column: group.column };
    if (group.kind === "event") {
      event = row.text("event") || row.text("eventTitle");
      if (event === "") {
        report.say("warning", place, "The form names no event here.");
        event = null;
        continue;
      }
      count += 1;
      builder.addEvent(event, eventFields(row, event, report), place);
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

/** `<br>` ends a line, and so does a dash before the next label: `-- Parameter Name: a -- Parameter Type: String`. */
const BREAK = /<br\s*\/?>|\s(?=(?:--?|–|—|\||,|;)\s*(?:parameter|param)[ _-]?(?:name|key|type)\W{0,6}:)/gi;

function fieldsOf(text: string): Field[] {
  const fields: Field[] = [];
  let waiting: Field | null = null;
  text.split("\n").forEach((line, index) => {
    if (line.length > LONGEST_LINE) return;
    let column = 1;
    for (const part of line.split(BREAK)) {
      const field = fieldOf(part, index + 1, column);
      column += part.length;
      if (field !== null) {
        if (waiting !== null) fields.push(waiting);
        waiting = field.value === "" ? field : null;
        if (waiting === null) fields.push(field);
      } else if (waiting !== null && index === waiting.line && bareText(part) !== "") {
        // A value may stand on the line below its label.
        fields.push({ ...waiting, value: bareText(part), about: aboutStruck(struckMarkdown(part)) });
        waiting = null;
      }
    }
  });
  if (waiting !== null) fields.push(waiting);
  return fields;
}

function bareText(part: string): string {
  return plainMarkdown(part.replace(BULLET, "")).trim();
}

function fieldOf(part: string, line: number, column: number): Field | null {
  const bare = part.replace(BULLET, "");
  const colon = bare.indexOf(":");
  if (colon < 1 || colon > 60) return null;
  const word = plainWord(bare.slice(0, colon));
  const role = LABELS.get(word) ?? (LABEL.test(word) ? matchColumns([word])[0] : undefined);
  if (role === null || role === undefined) return null;
  const value = plainMarkdown(
    bare
      .slice(colon + 1)
      .replace(/^[*_\s]+(?=\S)/, "")
      .replace(/\*+\s*$/, ""),
  );
  return {
    role,
    value: value.trim(),
    line,
    column: column + part.length - bare.length,
    about: aboutStruck(struckMarkdown(bare)),
  };
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
