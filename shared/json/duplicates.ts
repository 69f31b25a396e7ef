import type { JsonNode, JsonObject, JsonPath, Span } from "./types.ts";

/** A member whose object already has one of its name; most readers keep the last and say nothing. */
export type DuplicateKey = {
  /** Where the member is; all duplicates of one name share a path. */
  readonly path: JsonPath;
  readonly name: string;
  /** The repeated name in the text, with its quotes. */
  readonly key: Span;
  /** The name where it stood first. */
  readonly first: Span;
};

/** Every repetition in the document, in the order of the text. Names are compared decoded: `"a"` is `"\u0061"`. */
export function findDuplicateKeys(root: JsonNode): readonly DuplicateKey[] {
  const found: DuplicateKey[] = [];
  collect(root, [], found);
  return found;
}

function collect(node: JsonNode, path: JsonPath, found: DuplicateKey[]): void {
  if (node.kind === "object") collectFromObject(node, path, found);
  else if (node.kind === "array") {
    node.items.forEach((item, index) => {
      if (isContainer(item)) collect(item, [...path, index], found);
    });
  }
}

function collectFromObject(object: JsonObject, path: JsonPath, found: DuplicateKey[]): void {
  const firstByName = new Map<string, Span>();
  for (const { key, value } of object.members) {
    const first = firstByName.get(key.value);
    if (first === undefined) firstByName.set(key.value, key);
    else found.push({ path: [...path, key.value], name: key.value, key: spanOf(key), first: spanOf(first) });
    if (isContainer(value)) collect(value, [...path, key.value], found);
  }
}

function isContainer(node: JsonNode): boolean {
  return node.kind === "object" || node.kind === "array";
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}
