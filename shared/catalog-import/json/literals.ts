import type { Expression, Node, ObjectExpression, Property, SpreadElement } from "acorn";
import { MAXIMUM_DEPTH } from "../../json/parse.ts";
import type { JsonMember, JsonNode, JsonString } from "../../json/types.ts";

/** Told of each piece of code that stands where a literal was expected; the piece is left out. */
export type OnCode = (node: Node, what: string) => void;

/**
 * The literal value that an expression writes, as a document whose offsets are those of the script. Nothing is evaluated:
 * calls, names, templates with expressions and the like are told and left out. null where the whole of it is such code.
 */
export function literalOf(node: Expression | SpreadElement, onCode: OnCode, depth = 1): JsonNode | null {
  const { start, end } = node;
  if (depth > MAXIMUM_DEPTH) return refuse(node, onCode, "is nested too deep");
  switch (node.type) {
    case "ObjectExpression":
      return objectOf(node, onCode, depth);
    case "ArrayExpression": {
      const items = node.elements.map((item) => (item === null ? null : literalOf(item, onCode, depth + 1)));
      return { kind: "array", start, end, items: items.filter((item) => item !== null) };
    }
    case "Literal":
      return plainLiteral(node.value, node.raw ?? "", node, onCode);
    case "UnaryExpression":
      return unaryOf(node.operator, node.argument, node, onCode);
    case "TemplateLiteral": {
      const text = node.quasis[0]?.value.cooked;
      if (node.expressions.length > 0 || typeof text !== "string") break;
      return { kind: "string", start, end, value: text };
    }
    case "ParenthesizedExpression":
      return literalOf(node.expression, onCode, depth + 1);
    case "Identifier":
      if (node.name === "undefined" || node.name === "NaN" || node.name === "Infinity") {
        return refuse(node, onCode, `is ${node.name}, which is no value of JSON`);
      }
      break;
    default:
  }
  return refuse(node, onCode, "is code, which is never run");
}

function refuse(node: Node, onCode: OnCode, what: string): null {
  onCode(node, what);
  return null;
}

function plainLiteral(value: unknown, raw: string, node: Node, onCode: OnCode): JsonNode | null {
  const { start, end } = node;
  if (typeof value === "string") return { kind: "string", start, end, value };
  if (typeof value === "boolean") return { kind: "boolean", start, end, text: value ? "true" : "false" };
  if (typeof value === "number") return { kind: "number", start, end, text: numberText(raw, value) };
  if (value === null && raw === "null") return { kind: "null", start, end, text: "null" };
  return refuse(node, onCode, "is no value of JSON");
}

const JSON_NUMBER = /^(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$/;

/** The digits as written where JSON writes them so, else those of the value: `0x10`, `.5`. */
function numberText(raw: string, value: number): string {
  if (JSON_NUMBER.test(raw)) return raw;
  const completed = raw.replace(/^\./, "0.").replace(/\.(?![0-9])/, "");
  return JSON_NUMBER.test(completed) ? completed : Number.isFinite(value) ? JSON.stringify(value) : "1e999";
}

function unaryOf(operator: string, argument: Expression, node: Node, onCode: OnCode): JsonNode | null {
  const { start, end } = node;
  const isNumber = argument.type === "Literal" && typeof argument.value === "number";
  if (isNumber && (operator === "-" || operator === "+")) {
    const text = numberText(argument.raw ?? "", Number(argument.value));
    return { kind: "number", start, end, text: operator === "-" ? `-${text}` : text };
  }
  // What minifiers write for true and false.
  if (isNumber && operator === "!" && (argument.raw === "0" || argument.raw === "1")) {
    return { kind: "boolean", start, end, text: argument.raw === "0" ? "true" : "false" };
  }
  return refuse(node, onCode, "is code, which is never run");
}

function objectOf(node: ObjectExpression, onCode: OnCode, depth: number): JsonNode {
  const members: JsonMember[] = [];
  for (const property of node.properties) {
    const key = property.type === "Property" ? keyOf(property) : null;
    if (property.type !== "Property" || key === null) {
      onCode(property, "is code, which is never run");
      continue;
    }
    const value = literalOf(property.value, onCode, depth + 1);
    if (value !== null) members.push({ key, value });
  }
  return { kind: "object", start: node.start, end: node.end, members };
}

function keyOf(property: Property): JsonString | null {
  const { key } = property;
  if (property.computed || property.method || property.shorthand || property.kind !== "init") return null;
  const span = { kind: "string", start: key.start, end: key.end } as const;
  if (key.type === "Identifier") return { ...span, value: key.name };
  return key.type === "Literal" ? { ...span, value: String(key.value) } : null;
}
