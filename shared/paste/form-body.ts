import { parseJson } from "../json/parse.ts";
import { quoteJson } from "../json/value.ts";
import { CERTAIN, shapeOf } from "./event-shape.ts";
import type { Finds, Origin } from "./finds.ts";
import type { Layer } from "./layer.ts";

// The vendor's web SDK 1.x posted `tid=..&cid=..&eid=..&context=<JSON>` (OPTIMOVE-API.md section 2, realtime).

type Field = { readonly name: string; readonly value: string };

const KNOWN = /(?:^|[?&])(?:tid|cid|eid|context|tenant|event|customer|visitor|visitorid)=/i;
/** Fields that are numbers in a JSON body. */
const NUMBERS = new Set(["eid", "tenant"]);
const INTEGER = /^(?:0|-?[1-9][0-9]*)$/;

/** Whether a text is made of `name=value` pairs, of which one at least is a field of an event. */
export function looksLikeForm(text: string): boolean {
  const trimmed = text.trim();
  return /^\??[A-Za-z_][\w.%+-]*=/.test(trimmed) && !/\s/.test(trimmed) && KNOWN.test(trimmed);
}

/** Pairs as form-urlencoded text. */
export function formText(pairs: readonly (readonly [name: string, value: string])[]): string {
  return pairs.map(([name, value]) => `${encode(name)}=${encode(value)}`).join("&");
}

/** Like encodeURIComponent, which throws at half a character. */
function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}

/** Reads a form as the body it stands for, without touching the JSON text of its context. */
export function readForm(finds: Finds, layer: Layer, origin: Origin): boolean {
  const fields = readFields(finds, layer);
  if (fields === null) return false;
  const notes = ["The fields of the form were written as a JSON body."];
  const members = fields.map(({ name, value }) => {
    const { text, note } = memberValue(name, value);
    if (note !== null) notes.push(note);
    return `  ${quoteJson(name)}: ${text}`;
  });
  const text = `{\n${members.join(",\n")}\n}`;
  const parsed = parseJson(text);
  if (!parsed.ok || parsed.root.kind !== "object") return false;
  const shape = shapeOf(parsed.root, null);
  if (shape.fields < CERTAIN) return false;
  const whole = (offset: number): number => layer.toBase(offset === 0 ? 0 : layer.text.length);
  const encoded = { ...origin, encoding: "form-urlencoded", notes: [...origin.notes, ...notes] };
  finds.add({ text, toBase: whole }, parsed.root, shape.api, {
    ...encoded,
    form: origin.form === "body" ? "form" : origin.form,
  });
  return true;
}

function readFields(finds: Finds, layer: Layer): readonly Field[] | null {
  const { text } = layer;
  const first = /^\s*\??/.exec(text)?.[0].length ?? 0;
  const fields: Field[] = [];
  let start = first;
  for (const pair of text.slice(first).trimEnd().split("&")) {
    const [name, value] = splitPair(pair);
    const field = { name: decode(name), value: decode(value) };
    if (field.name === null || field.value === null) {
      const reason = "This field of the form is not percent-encoded UTF-8.";
      finds.refuse(reason, layer.toBase(start), layer.toBase(start + pair.length));
      return null;
    }
    if (pair !== "") fields.push({ name: field.name, value: field.value });
    start += pair.length + 1;
  }
  return fields;
}

function splitPair(pair: string): [name: string, value: string] {
  const equals = pair.indexOf("=");
  return equals === -1 ? [pair, ""] : [pair.slice(0, equals), pair.slice(equals + 1)];
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return null;
  }
}

/** A context is JSON as it stands, so that its numbers and order survive. */
function memberValue(name: string, value: string): { text: string; note: string | null } {
  const field = name.toLowerCase();
  if (field === "context") {
    const parsed = parseJson(value);
    if (parsed.ok && parsed.root.kind === "object") return { text: value.trim(), note: null };
    return { text: quoteJson(value), note: "The context is no JSON object, so it was kept as text." };
  }
  if (NUMBERS.has(field) && INTEGER.test(value)) return { text: value, note: null };
  return { text: quoteJson(value), note: null };
}
