import type { Parameter, ParameterType } from "../domain/catalog.ts";
import { setValue } from "../json/edit.ts";
import { parseJson } from "../json/parse.ts";
import { nodeAt } from "../json/path.ts";
import type { JsonNode, JsonObject, JsonPath } from "../json/types.ts";
import { quoteJson } from "../json/value.ts";
import { CONTEXT_FIELD, parameterPath } from "./fields.ts";

/** A parameter to fill: its value as JSON text, digits kept. */
export type FillEntry = { readonly name: string; readonly valueText: string };

/** What a pasted text holds, or why it holds nothing: a sentence, with the line where it is one line's fault. */
export type FillReading =
  | { readonly ok: true; readonly entries: readonly FillEntry[] }
  | { readonly ok: false; readonly line: number | null; readonly problem: string };

/**
 * Reads values for many parameters at once: a JSON object of them (or a whole event, of which its `context` counts), else a
 * line for each: `name: value`, `name = value`, or two columns of a table. Of a name that occurs twice the last counts.
 */
export function readFill(text: string, declared: readonly Parameter[]): FillReading {
  if (text.trim() === "") return { ok: true, entries: [] };
  return /^\s*[{[]/u.test(text) ? readObject(text) : readLines(text, declared);
}

/** Whether a text can be meant for the parameters of an event: values, of which it knows at least one by its name. */
export function isFillFor(text: string, declared: readonly Parameter[]): boolean {
  const reading = readFill(text, declared);
  const names = new Set(declared.map(({ name }) => name));
  return reading.ok && reading.entries.some(({ name }) => names.has(name));
}

function readObject(text: string): FillReading {
  const parsed = parseJson(text);
  if (!parsed.ok) {
    const line = text.slice(0, parsed.problem.offset).split("\n").length;
    return { ok: false, line, problem: parsed.problem.message };
  }
  if (parsed.root.kind !== "object") {
    return { ok: false, line: null, problem: "Only a JSON object names its values." };
  }
  const context = nodeAt(parsed.root, [CONTEXT_FIELD]);
  const source: JsonObject = context?.kind === "object" ? context : parsed.root;
  const written = ({ start, end }: JsonNode) => text.slice(start, end);
  return {
    ok: true,
    entries: lastOfEach(source.members.map(({ key, value }) => [key.value, written(value)])),
  };
}

const LINE = /^\s*(?:"((?:[^"\\]|\\.)+)"|([^:=\t"]+?))\s*(?:[:=]|\t)\s*(.*?)\s*,?\s*$/u;

function readLines(text: string, declared: readonly Parameter[]): FillReading {
  const types = new Map(declared.map(({ name, type }) => [name, type] as const));
  const pairs: [string, string][] = [];
  for (const [index, line] of text.split(/\r\n|\r|\n/u).entries()) {
    if (line.trim() === "" || line.trim().startsWith("#")) continue;
    const [, quoted, plain = "", value = ""] = LINE.exec(line) ?? [];
    const name = quoted ?? plain;
    if (name === "") {
      return { ok: false, line: index + 1, problem: `There is no name and value in "${line.trim()}".` };
    }
    pairs.push([name, valueOf(value, types.get(name))]);
  }
  return { ok: true, entries: lastOfEach(pairs) };
}

/** What is declared as a string is one, whatever it looks like; all else is what its JSON syntax says, and text where it has none. */
function valueOf(value: string, type: ParameterType | undefined): string {
  const parsed = parseJson(value);
  if (!parsed.ok) return quoteJson(value);
  return type === "string" && parsed.root.kind !== "string" ? quoteJson(value) : value;
}

function lastOfEach(pairs: readonly (readonly [string, string])[]): FillEntry[] {
  return Array.from(new Map(pairs), ([name, valueText]) => ({ name, valueText }));
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
