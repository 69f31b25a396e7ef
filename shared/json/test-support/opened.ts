import type { JsonNode } from "../types.ts";

/** A tree with nothing of it folded, for comparing. */
export function opened(node: JsonNode): JsonNode {
  const { start, end } = node;
  if (node.kind === "array") return { kind: "array", start, end, items: node.items.map(opened) };
  if (node.kind !== "object") return node;
  const members = node.members.map(({ key, value }) => ({ key, value: opened(value) }));
  return { kind: "object", start, end, members };
}
