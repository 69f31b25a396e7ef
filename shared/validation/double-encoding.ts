import { parseJson } from "../json/parse.ts";
import type { JsonNode, JsonPath, Span } from "../json/types.ts";
import { assertNever } from "../result/result.ts";
import { withoutFixes, type Scope } from "./scope.ts";

/** More layers than this are no accident that is worth unwrapping. */
const MAXIMUM_LAYERS = 8;

/** A value to go on with, and the scope to report it in. */
export type Unwrapped = { readonly node: JsonNode; readonly scope: Scope };

/**
 * Looks into a string that contains a JSON object or array, which comes of encoding twice. It is reported with the fix that
 * takes the layers off, and checking goes on with what is inside: its findings point to the string as a whole. null for
 * any other node.
 */
export function unwrapDouble(scope: Scope, node: JsonNode, path: JsonPath, what: string): Unwrapped | null {
  let text = "";
  let inner = node;
  for (let layer = 0; layer < MAXIMUM_LAYERS && inner.kind === "string"; layer += 1) {
    text = inner.value;
    const parsed = parseJson(text);
    if (!parsed.ok) return null;
    inner = parsed.root;
  }
  if (inner === node || (inner.kind !== "object" && inner.kind !== "array")) return null;
  const message = `${what} is a string that contains JSON: it was encoded twice. Send the JSON itself, without quotes around it.`;
  scope.add("encoding.double", path, node, message, {
    fix: scope.replace("Take the outer encoding off", node, text.trim()),
  });
  return { node: movedTo(inner, node), scope: withoutFixes(scope) };
}

/** The tree with every span set to one span of the outer text. */
function movedTo(node: JsonNode, span: Span): JsonNode {
  const { start, end } = span;
  switch (node.kind) {
    case "object": {
      const members = node.members.map(({ key, value }) => ({
        key: { ...key, start, end },
        value: movedTo(value, span),
      }));
      return { ...node, start, end, members };
    }
    case "array":
      return { ...node, start, end, items: node.items.map((item) => movedTo(item, span)) };
    case "string":
    case "number":
    case "boolean":
    case "null":
      return { ...node, start, end };
    default:
      return assertNever(node);
  }
}
