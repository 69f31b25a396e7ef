import type { ParameterType } from "../domain/catalog.ts";
import { quoteJson } from "../json/value.ts";
import type { JsonLiteral, JsonNode, JsonNumber, JsonString } from "../json/types.ts";
import { assertNever } from "../result/result.ts";
import { isJsonNumber } from "./numbers.ts";
import { quoted } from "./words.ts";

/** A value in the right type: as a node in the old one's place, as JSON text, and the words of the button. */
export type Conversion = { readonly node: JsonNode; readonly text: string; readonly label: string };

/** Words that programs and forms write for a Boolean, in lower case. */
const BOOLEAN_WORDS: Readonly<Record<string, boolean>> = {
  true: true,
  yes: true,
  y: true,
  on: true,
  "1": true,
  false: false,
  no: false,
  n: false,
  off: false,
  "0": false,
};

/** The value that was surely meant, in the type that is asked for; null where that is not certain. */
export function convertTo(type: ParameterType, node: JsonNode): Conversion | null {
  switch (type) {
    case "string":
      return node.kind === "number" || node.kind === "boolean" ? asString(node) : null;
    case "number":
      return asNumber(node);
    case "boolean":
      return asBoolean(node);
    default:
      return assertNever(type);
  }
}

/** A number or Boolean as the string of its own text, so that no digit is lost. */
export function asString(node: JsonNumber | JsonLiteral): Conversion & { readonly value: string } {
  const { start, end, text } = node;
  const converted: JsonString = { kind: "string", start, end, value: text };
  return {
    node: converted,
    text: quoteJson(text),
    label: `Write as the string ${quoted(text)}`,
    value: text,
  };
}

/** A string that is a number as JSON writes it, but for white space around it. */
export function asNumber(node: JsonNode): (Conversion & { readonly node: JsonNumber }) | null {
  if (node.kind !== "string") return null;
  const text = node.value.trim();
  if (!isJsonNumber(text)) return null;
  const shown = text.length <= 60 ? text : `${text.slice(0, 60)}...`;
  return {
    node: { kind: "number", start: node.start, end: node.end, text },
    text,
    label: `Write as the number ${shown}`,
  };
}

function asBoolean(node: JsonNode): Conversion | null {
  const word =
    node.kind === "string" ? node.value.trim().toLowerCase() : node.kind === "number" ? node.text : "";
  if (!Object.hasOwn(BOOLEAN_WORDS, word)) return null;
  const text = BOOLEAN_WORDS[word] === true ? "true" : "false";
  return {
    node: { kind: "boolean", start: node.start, end: node.end, text },
    text,
    label: `Write as ${text}`,
  };
}
