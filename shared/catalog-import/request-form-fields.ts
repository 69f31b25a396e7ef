import { aboutStruck } from "./struck.ts";
import { matchColumns, type ColumnRole } from "./tables/columns.ts";
import { plainMarkdown, struckMarkdown } from "./tables/markdown.ts";
import { plainWord } from "./words.ts";

/** Longer lines are no fields of a form. */
const LONGEST_LINE = 10_000;
/** What lists, quotes, headings and numbering put before a label. */
const BULLET = /^(?:[\s>*•·–—+#-]|\d{1,4}[.)]\s)+/;

/** One `Label: value` of the text. */
export type Field = {
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

/** `<br>` ends a line, and so does what stands before the next label: `-- Parameter Name: a -- Parameter Type: String`. */
const BREAK =
  /<br\s*\/?>|(?:\s(?=(?:--?|–|—)\s*(?:parameter|param)[ _-]?(?:name|key|type)\W{0,6}:)|(?=[,;|]\s*(?:(?:parameter|param)[ _-]?(?:name|key|type)\W{0,6}:|(?:data[ _-]?)?type\s{0,6}:)))/gi;

/**
 * The fields of a text, in its order. What stands between the fences of a code block is a sample, unless the form itself
 * stands in one. In a text that is no Markdown all characters are part of names.
 */
export function fieldsOf(text: string, isMarkdown: boolean): Field[] {
  const lines = text.split("\n");
  if (!isMarkdown) return fieldsOfLines(lines, AS_IT_IS);
  const outside = fieldsOfLines(withoutFenced(lines), MARKDOWN);
  return outside.length > 0 ? outside : fieldsOfLines(lines, MARKDOWN);
}

/** What the marks in a text mean. */
type Marks = {
  readonly plain: (text: string) => string;
  readonly about: (text: string) => string | null;
};
const MARKDOWN: Marks = { plain: plainMarkdown, about: (text) => aboutStruck(struckMarkdown(text)) };
const AS_IT_IS: Marks = { plain: (text) => text, about: () => null };

const FENCE = /^[\s>]*(`{3,}|~{3,})(.*)$/;

/** The lines with those of fenced code blocks empty, the fences among them. A fence that is never closed is none. */
function withoutFenced(lines: readonly string[]): string[] {
  const kept = [...lines];
  let open: { readonly mark: string; readonly index: number } | null = null;
  for (const [index, line] of lines.entries()) {
    const [, mark = "", rest = ""] = line.length > LONGEST_LINE ? [] : (FENCE.exec(line) ?? []);
    if (mark === "") continue;
    if (open === null) {
      if (!mark.startsWith("`") || !rest.includes("`")) open = { mark, index };
    } else if (mark.startsWith(open.mark) && rest.trim() === "") {
      kept.fill("", open.index, index + 1);
      open = null;
    }
  }
  return kept;
}

function fieldsOfLines(lines: readonly string[], marks: Marks): Field[] {
  const fields: Field[] = [];
  let waiting: Field | null = null;
  lines.forEach((line, index) => {
    if (line.length > LONGEST_LINE) return;
    let column = 1;
    for (const [nth, part] of line.split(BREAK).entries()) {
      const field = fieldOf(nth === 0 ? part : part.replace(/^[,;|]/, " "), index + 1, column, marks);
      column += part.length;
      if (field !== null) {
        if (waiting !== null) fields.push(waiting);
        waiting = field.value === "" ? field : null;
        if (waiting === null) fields.push(field);
      } else if (waiting !== null && index === waiting.line && bareText(part, marks) !== "") {
        // A value may stand on the line below its label.
        fields.push({ ...waiting, value: bareText(part, marks), about: marks.about(part) });
        waiting = null;
      }
    }
  });
  if (waiting !== null) fields.push(waiting);
  return fields;
}

function bareText(part: string, { plain }: Marks): string {
  return plain(part.replace(BULLET, "")).trim();
}

function fieldOf(part: string, line: number, column: number, marks: Marks): Field | null {
  const bare = part.replace(BULLET, "");
  const colon = bare.indexOf(":");
  // `"event": "login"` is a member of JSON.
  if (colon < 1 || colon > 60 || /^["']/.test(bare)) return null;
  const word = plainWord(bare.slice(0, colon));
  const role = LABELS.get(word) ?? (LABEL.test(word) ? matchColumns([word])[0] : undefined);
  if (role === null || role === undefined) return null;
  const value = bare.slice(colon + 1);
  return {
    role,
    value: marks.plain(marks === MARKDOWN ? withoutMarksOfLabel(value, bare) : value).trim(),
    line,
    column: column + part.length - bare.length,
    about: marks.about(bare),
  };
}

/** Underscores are part of a name, unless they end what began before the label: `_Event Name:_ login`, `_Event Name: login_`. */
function withoutMarksOfLabel(value: string, bare: string): string {
  const [underscores = ""] = /^_{0,3}/.exec(bare) ?? [];
  const text = value.replace(/^\*+/, "").replace(/\*+\s*$/, "");
  if (underscores === "") return text.replace(/^[*\s]+(?=\S)/, "");
  if (text.startsWith(underscores)) return text.slice(underscores.length);
  const end = text.trimEnd();
  return end.endsWith(underscores) ? end.slice(0, -underscores.length) : text;
}
