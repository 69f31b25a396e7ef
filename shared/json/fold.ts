import type { JsonArray, JsonMember, JsonNode, JsonObject } from "./types.ts";

/** UTF-16 units. What is longer keeps its members and items, which may be folded themselves. */
const LONGEST_FOLDED = 16_384;

/** Reads the value that starts at an offset once more. */
export type Unfold = (start: number) => JsonNode | null;

/** Remembers the value that was unfolded last: what walks a document looks at the same one several times in a row. */
export function rememberingUnfold(read: Unfold): Unfold {
  let lastStart = -1;
  let last: JsonNode | null = null;
  return (start) => {
    if (start !== lastStart) last = read(start);
    lastStart = start;
    return last;
  };
}

/**
 * In the place of a short object or array, one that knows where it stands and reads its content when it is asked for. A tree
 * takes twenty times the memory of its text; of a folded one no more is there than what is being looked at.
 */
export function folded(node: JsonObject | JsonArray, unfold: Unfold | null): JsonObject | JsonArray {
  if (unfold === null || node.end - node.start > LONGEST_FOLDED) return node;
  const { start, end } = node;
  return node.kind === "object" ? new FoldedObject(start, end, unfold) : new FoldedArray(start, end, unfold);
}

class FoldedObject implements JsonObject {
  readonly kind = "object";
  readonly start: number;
  readonly end: number;
  readonly #unfold: Unfold;

  constructor(start: number, end: number, unfold: Unfold) {
    this.start = start;
    this.end = end;
    this.#unfold = unfold;
  }

  get members(): readonly JsonMember[] {
    const node = this.#unfold(this.start);
    return node?.kind === "object" ? node.members : [];
  }
}

class FoldedArray implements JsonArray {
  readonly kind = "array";
  readonly start: number;
  readonly end: number;
  readonly #unfold: Unfold;

  constructor(start: number, end: number, unfold: Unfold) {
    this.start = start;
    this.end = end;
    this.#unfold = unfold;
  }

  get items(): readonly JsonNode[] {
    const node = this.#unfold(this.start);
    return node?.kind === "array" ? node.items : [];
  }
}
