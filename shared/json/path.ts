import type { JsonMember, JsonNode, JsonObject, JsonPath } from "./types.ts";

/** The member that counts: of several with one name, readers of JSON keep the last. */
export function lastMember(object: JsonObject, name: string): JsonMember | undefined {
  return object.members.findLast((member) => member.key.value === name);
}

/** The value at a path, undefined where there is none. An array takes an index as a number or as digits. */
export function nodeAt(root: JsonNode, path: JsonPath): JsonNode | undefined {
  let node: JsonNode | undefined = root;
  for (const step of path) {
    if (node?.kind === "object") node = lastMember(node, String(step))?.value;
    else if (node?.kind === "array") node = itemAt(node.items, step);
    else return undefined;
  }
  return node;
}

function itemAt(items: readonly JsonNode[], step: string | number): JsonNode | undefined {
  return /^(?:0|[1-9][0-9]*)$/.test(String(step)) ? items[Number(step)] : undefined;
}

/** The path as a JSON pointer (RFC 6901): empty for the whole document, `/context/email`. */
export function toPointer(path: JsonPath): string {
  return path.map((step) => `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

/**
 * The path of a JSON pointer. Every step is a string: whether `0` is an index or a member name depends on the document, and
 * `nodeAt` takes either. A pointer that does not start with a slash is read as if it did.
 */
export function fromPointer(pointer: string): JsonPath {
  if (pointer === "") return [];
  const steps = pointer.startsWith("/") ? pointer.slice(1) : pointer;
  return steps.split("/").map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
}
