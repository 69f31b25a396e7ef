import type { JsonNode } from "../json/types.ts";
import { assertNever } from "../result/result.ts";

/** A foreign text for a sentence: quoted, on one line, at most 60 characters. */
export function quoted(text: string): string {
  const short = text.length <= 60 ? text : `${text.slice(0, 60)}...`;
  return JSON.stringify(short);
}

/** A name of the body or the catalog for a sentence. */
export function named(name: string): string {
  if (/^\w{1,60}$/.test(name)) return `\`${name}\``;
  const line = name.replace(/[\p{Cc}`]/gu, " ").toWellFormed();
  return `\`${line.length <= 60 ? line : `${line.slice(0, 60)}...`}\``;
}

/** A value with its type, for the end of "`email` is ...". */
export function described(node: JsonNode): string {
  switch (node.kind) {
    case "object":
      return "an object";
    case "array":
      return "an array";
    case "string":
      return `the string ${quoted(node.value)}`;
    case "number":
      return `the number ${node.text.length <= 60 ? node.text : `${node.text.slice(0, 60)}...`}`;
    case "boolean":
      return `the Boolean ${node.text}`;
    case "null":
      return "null";
    default:
      return assertNever(node);
  }
}
