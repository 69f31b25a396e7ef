import type { JsonNode, JsonPath } from "../json/types.ts";

/** Told of every value, parents first. The path is reused: copy it to keep it. */
export type Visit = (node: JsonNode, path: JsonPath) => void;

/** Goes through a document, whose depth the parser has limited. */
export function walk(root: JsonNode, visit: Visit): void {
  const path: (string | number)[] = [];
  const enter = (node: JsonNode): void => {
    visit(node, path);
    if (node.kind === "object") {
      for (const member of node.members) {
        path.push(member.key.value);
        enter(member.value);
        path.pop();
      }
    } else if (node.kind === "array") {
      node.items.forEach((item, index) => {
        path.push(index);
        enter(item);
        path.pop();
      });
    }
  };
  enter(root);
}
