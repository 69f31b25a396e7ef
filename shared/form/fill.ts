import type { Parameter, ParameterType } from "../domain/catalog.ts";
import { setValue } from "../json/edit.ts";
import { parseJson } from "../json/parse.ts";
import { nodeAt } from "../json/path.ts";
import type { JsonNode, JsonObject, JsonPath } from "../json/types.ts";
import { quoteJson } from "../json/value.ts";
import { eventNameOf, shapeOf } from "../paste/event-shape.ts";
import { CONTEXT_FIELD, parameterPath } from "./fields.ts";
import { readFillTable, type FillTable } from "./fill-table.ts";

/** A parameter to fill: its value as JSON text, digits kept. */
export type FillEntry = { readonly name: string; readonly valueText: string };

/** What could not be read: a sentence, with the line where it is one line's fault. */
export type FillProblem = { readonly line: number | null; readonly problem: string };

/** What a pasted text holds, what of it cannot be read, and what else to know: a sentence each. */
export type FillReading = {
  readonly entries: readonly FillEntry[];
  readonly problems: readonly FillProblem[];
  readonly notes: readonly string[];
};

type Pair = readonly [name: string, valueText: string];

/**
 * Reads values for many parameters at once: a JSON object of them (or a whole event, of which its `context` counts), else a
 * table with names over values, else a line for each: `name: value`, `name = value`, or two columns of a table. Of a name that
 * occurs twice the last counts. `draft` is the text that is filled: a request of another event than that is noted.
 */
export function readFill(text: string, declared: readonly Parameter[], draft = ""): FillReading {
  if (text.trim() === "") return { entries: [], problems: [], notes: [] };
  if (/^\s*[{[]/u.test(text)) return readObject(text, draft);
  const table = readFillTable(text, new Set(declared.map(({ name }) => name)));
  return table === null ? readLines(text, declared) : readTable(table, declared);
}

/** Whether a text can be meant for the parameters of an event: values, of which it knows at least one by its name. */
export function isFillFor(text: string, declared: readonly Parameter[]): boolean {
  const { entries, problems } = readFill(text, declared);
  const names = new Set(declared.map(({ name }) => name));
  return problems.length === 0 && entries.some(({ name }) => names.has(name));
}

function readObject(text: string, draft: string): FillReading {
  const parsed = parseJson(text);
  if (!parsed.ok) {
    const line = text.slice(0, parsed.problem.offset).split("\n").length;
    return nothing({ line, problem: parsed.problem.message });
  }
  if (parsed.root.kind !== "object") {
    return nothing({ line: null, problem: "Only a JSON object names its values." });
  }
  const context = nodeAt(parsed.root, [CONTEXT_FIELD]);
  const source: JsonObject = context?.kind === "object" ? context : parsed.root;
  const written = ({ start, end }: JsonNode) => text.slice(start, end);
  const pairs = source.members.map(({ key, value }): Pair => [key.value, written(value)]);
  const other = source === parsed.root ? [] : otherEvent(parsed.root, draft);
  return readingOf(pairs, [], other);
}

function nothing(problem: FillProblem): FillReading {
  return { entries: [], problems: [problem], notes: [] };
}

/** Said where the object is a whole request, and of another event or for another API than the draft. */
function otherEvent(pasted: JsonObject, draft: string): string[] {
  const parsed = parseJson(draft);
  if (!parsed.ok || parsed.root.kind !== "object") return [];
  const { api } = shapeOf(pasted, shapeOf(parsed.root, null).api);
  const name = eventNameOf(pasted, api);
  const own = eventNameOf(parsed.root, api);
  if (name === null || own === null || name.toLowerCase() === own.toLowerCase()) return [];
  return [`This is a request of the event ${name}; the draft is of ${own}. Only its parameters are taken.`];
}

function readTable(table: FillTable, declared: readonly Parameter[]): FillReading {
  const { names, values, line, rows } = table;
  if (values.length !== names.length) {
    const problem = `There are ${names.length} names and ${values.length} values.`;
    return nothing({ line, problem });
  }
  const types = new Map(declared.map(({ name, type }) => [name, type] as const));
  const cells = names.map((name, index) => [name, values[index] ?? ""] as const);
  const empty = cells.filter(([, value]) => value === "").map(([name]) => name);
  const notes = [
    ...(rows > 1 ? [`Of ${rows} rows the first is taken.`] : []),
    ...(empty.length === 0 ? [] : [`Empty cells are left out: ${empty.join(", ")}.`]),
  ];
  const filled = cells.filter(([, value]) => value !== "");
  return readingOf(
    filled.map(([name, value]): Pair => [name, valueOf(value, types.get(name))]),
    [],
    notes,
  );
}

const LINE = /^\s*(?:"((?:[^"\\]|\\.)+)"|([^:=\t"]+?))\s*(?:[:=]|\t)\s*(.*?)\s*,?\s*$/u;

function readLines(text: string, declared: readonly Parameter[]): FillReading {
  const types = new Map(declared.map(({ name, type }) => [name, type] as const));
  const pairs: Pair[] = [];
  const problems: FillProblem[] = [];
  for (const [index, line] of text.split(/\r\n|\r|\n/u).entries()) {
    if (line.trim() === "" || line.trim().startsWith("#")) continue;
    const [, quoted, plain = "", value = ""] = LINE.exec(line) ?? [];
    const name = quoted ?? plain;
    if (name === "") {
      problems.push({ line: index + 1, problem: `There is no name and value in "${line.trim()}".` });
    } else pairs.push([name, valueOf(value, types.get(name))]);
  }
  return readingOf(pairs, problems, []);
}

/** What is declared as a string is one, whatever it looks like; all else is what its JSON syntax says, and text where it has none. */
function valueOf(value: string, type: ParameterType | undefined): string {
  const parsed = parseJson(value);
  if (!parsed.ok) return quoteJson(value);
  return type === "string" && parsed.root.kind !== "string" ? quoteJson(value) : value;
}

function readingOf(
  pairs: readonly Pair[],
  problems: readonly FillProblem[],
  notes: readonly string[],
): FillReading {
  const entries = Array.from(new Map(pairs), ([name, valueText]) => ({ name, valueText }));
  return { entries, problems, notes: [...notes, ...repeated(pairs)] };
}

/** Repeated names that are told one by one. */
const MOST_TOLD = 4;

/** Which names are there more than once, and what is taken of them. */
function repeated(pairs: readonly Pair[]): string[] {
  const values = new Map<string, string[]>();
  for (const [name, valueText] of pairs) values.set(name, [...(values.get(name) ?? []), valueText]);
  const again = [...values].filter(([, all]) => all.length > 1);
  if (again.length > MOST_TOLD) {
    return [`${again.length} names are there more than once. Of each the last value is taken.`];
  }
  return again.map(
    ([name, all]) => `${name} is there ${all.length} times. The last is taken: ${all.at(-1)}.`,
  );
}

/** The draft with the values in; everything else stays to the character. */
export function fillIn(text: string, entries: readonly FillEntry[]): string {
  return entries.reduce(
    (filled, { name, valueText }) => setValue(filled, parameterPath(name), valueText),
    text,
  );
}

/** What becomes of each parameter of the draft when it is filled. */
export type FillEffect = "new" | "changed" | "same";

export function fillEffect(text: string, { name, valueText }: FillEntry): FillEffect {
  const present = sourceAt(text, parameterPath(name));
  if (present === null) return "new";
  return present === valueText ? "same" : "changed";
}

function sourceAt(text: string, path: JsonPath): string | null {
  const parsed = parseJson(text);
  const node = parsed.ok ? nodeAt(parsed.root, path) : undefined;
  return node === undefined ? null : text.slice(node.start, node.end);
}
