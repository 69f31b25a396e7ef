import { formatNode } from "../json/format.ts";
import { parseJson } from "../json/parse.ts";
import { toPointer } from "../json/path.ts";
import type { JsonArray, JsonMember, JsonNode, JsonObject, JsonPath } from "../json/types.ts";
import { isSameNumber } from "../validation/numbers.ts";
import { align } from "./align.ts";
import type { DifferenceKind, RawRow } from "./types.ts";

/** A document and its text, from which values are shown as they were written. */
type Side = { readonly text: string; readonly root: JsonNode };

/** Where the rows of a comparison go, and how both sides are written. */
type Sink = {
  readonly part: string;
  readonly left: string;
  readonly right: string;
  readonly rows: RawRow[];
};

/** Two texts as JSON documents, by path; null where one of them is none. */
export function compareJson(part: string, left: string, right: string): RawRow[] | null {
  const [one, other] = [readSide(left), readSide(right)];
  if (one === null || other === null) return null;
  const sink: Sink = { part, left, right, rows: [] };
  compareNodes(sink, [], one.root, other.root);
  const isSame = sink.rows.every((row) => row.kind === "same");
  if (isSame && left !== right) {
    // Not one value differs, and yet the signature over the text would.
    push(sink, "#layout", "white space", "written", layoutOf(left), layoutOf(right));
  }
  return sink.rows;
}

function readSide(text: string): Side | null {
  const parsed = parseJson(text);
  return parsed.ok ? { text, root: parsed.root } : null;
}

function layoutOf(text: string): string {
  const lines = text.split("\n").length;
  return `${text.length} characters in ${lines} ${lines === 1 ? "line" : "lines"}`;
}

function compareNodes(sink: Sink, path: JsonPath, left: JsonNode, right: JsonNode): void {
  if (left.kind === "object" && right.kind === "object") compareObjects(sink, path, left, right);
  else if (left.kind === "array" && right.kind === "array") compareArrays(sink, path, left, right);
  else pushPair(sink, path, relate(sink, left, right), left, right);
}

function relate(sink: Sink, left: JsonNode, right: JsonNode): DifferenceKind {
  if (sink.left.slice(left.start, left.end) === sink.right.slice(right.start, right.end)) return "same";
  const isSameValue =
    (left.kind === "string" && right.kind === "string" && left.value === right.value) ||
    (left.kind === "number" && right.kind === "number" && isSameNumber(left.text, right.text));
  return isSameValue ? "written" : "changed";
}

/** Members by name, whatever their order; of several with one name the first with the first, and so on. */
function compareObjects(sink: Sink, path: JsonPath, left: JsonObject, right: JsonObject): void {
  const rights = named(right);
  const lefts = named(left);
  if (left.members.length + right.members.length === 0) pushPair(sink, path, "same", left, right);
  for (const [name, { member, occurrence }] of lefts) {
    const here = stepTo(path, member, occurrence);
    const other = rights.get(name);
    if (other === undefined) pushPair(sink, here, "removed", member.value, null);
    else compareNodes(sink, here, member.value, other.member.value);
  }
  for (const [name, { member, occurrence }] of rights) {
    if (!lefts.has(name)) pushPair(sink, stepTo(path, member, occurrence), "added", null, member.value);
  }
  compareOrder(sink, path, [...lefts.keys()], [...rights.keys()]);
}

type Named = ReadonlyMap<string, { readonly member: JsonMember; readonly occurrence: number }>;

function named(object: JsonObject): Named {
  const seen = new Map<string, number>();
  return new Map(
    object.members.map((member) => {
      const occurrence = (seen.get(member.key.value) ?? 0) + 1;
      seen.set(member.key.value, occurrence);
      return [JSON.stringify([member.key.value, occurrence]), { member, occurrence }];
    }),
  );
}

function stepTo(path: JsonPath, member: JsonMember, occurrence: number): JsonPath {
  return [...path, occurrence === 1 ? member.key.value : `${member.key.value} (${occurrence})`];
}

/** The order of members means nothing to a reader of JSON, but it is part of the signed text. */
function compareOrder(sink: Sink, path: JsonPath, lefts: readonly string[], rights: readonly string[]): void {
  const [inLeft, inRight] = [new Set(lefts), new Set(rights)];
  const leftOrder = lefts.filter((name) => inRight.has(name));
  const rightOrder = rights.filter((name) => inLeft.has(name));
  if (leftOrder.every((name, index) => name === rightOrder[index])) return;
  const show = (names: readonly string[]) =>
    names.map((name) => (JSON.parse(name) as readonly [string, number])[0]).join(", ");
  const pointer = toPointer(path);
  const name = pointer === "" ? "order of members" : `${pointer}, order of members`;
  push(sink, `${pointer}#order`, name, "moved", show(leftOrder), show(rightOrder));
}

function compareArrays(sink: Sink, path: JsonPath, left: JsonArray, right: JsonArray): void {
  if (left.items.length + right.items.length === 0) pushPair(sink, path, "same", left, right);
  const pairs = align(
    left.items.map((item) => formatNode(sink.left, item)),
    right.items.map((item) => formatNode(sink.right, item)),
    (one, other) => one === other,
  );
  for (const pair of pairs) {
    const one = pair.left === null ? undefined : left.items[pair.left];
    const other = pair.right === null ? undefined : right.items[pair.right];
    if (one !== undefined && other !== undefined)
      compareNodes(sink, [...path, itemStep(pair.left, pair.right)], one, other);
    else if (one !== undefined) pushPair(sink, [...path, itemStep(pair.left, null)], "removed", one, null);
    else if (other !== undefined) pushPair(sink, [...path, itemStep(null, pair.right)], "added", null, other);
  }
}

/** An item's index; both where it moved up or down, and marked on one side so that no two rows have one address. */
function itemStep(left: number | null, right: number | null): string {
  if (left === null) return `+${right ?? 0}`;
  if (right === null) return `-${left}`;
  return left === right ? String(left) : `${left}:${right}`;
}

function pushPair(
  sink: Sink,
  path: JsonPath,
  kind: DifferenceKind,
  left: JsonNode | null,
  right: JsonNode | null,
): void {
  const pointer = toPointer(path);
  push(
    sink,
    pointer,
    pointer === "" ? "the whole body" : pointer,
    kind,
    left === null ? null : sink.left.slice(left.start, left.end),
    right === null ? null : sink.right.slice(right.start, right.end),
  );
}

function push(
  sink: Sink,
  path: string,
  name: string,
  kind: DifferenceKind,
  left: string | null,
  right: string | null,
): void {
  sink.rows.push({ address: `${sink.part}${path}`, name, kind, left, right });
}
