import type { Api } from "../domain/tenant.ts";
import { toPointer } from "../json/path.ts";
import { parseJson } from "../json/parse.ts";
import type { JsonNode, JsonObject, JsonString } from "../json/types.ts";
import { apiOfUrl, CERTAIN, shapeOf } from "./event-shape.ts";
import type { Origin } from "./finds.ts";
import { MAXIMUM_LAYERS, withNote, type Reading, type Source } from "./reading.ts";
import { requestOf } from "./recorded-request.ts";
import { unescapeContent } from "./string-content.ts";

/** Where the items of an array stand. */
export const IN_LIST = "in a list";

/** The way from the root to a value, from its end. A list of steps for each value would cost the depth for each. */
type Trail = { readonly parent: Trail; readonly step: string | number; readonly isDeep: boolean } | null;

type Walk = {
  readonly reading: Reading;
  readonly source: Source;
  readonly assumed: Api | null;
  readonly isBody: boolean;
};

/**
 * Finds the events of a parsed document: the document itself, the items of a list, the requests of a HAR log or a history
 * export, and otherwise whatever looks like an event anywhere in it, also in strings that contain JSON.
 */
export function readDocument(reading: Reading, source: Source, root: JsonNode, isBody: boolean): void {
  const { finds } = reading;
  const assumed = source.origin.url === null ? null : apiOfUrl(source.origin.url);
  const before = finds.count();
  visit({ reading, source, assumed, isBody }, root, null);
  if (!isBody || finds.count() > before || root.kind !== "object") return;
  const shape = shapeOf(root, assumed);
  if (shape.fields > 0 || assumed !== null) finds.add(source.layer, root, shape.api, source.origin);
}

function visit(walk: Walk, node: JsonNode, trail: Trail): void {
  if (node.kind === "object") visitObject(walk, node, trail);
  else if (node.kind === "string") visitString(walk, node, trail);
  else if (node.kind === "array") {
    const within = trail === null ? { ...walk, source: asList(walk.source) } : walk;
    node.items.forEach((item, index) => visit(within, item, follow(trail, index)));
  }
}

function visitObject(walk: Walk, object: JsonObject, trail: Trail): void {
  const { finds, body } = walk.reading;
  const { layer, depth } = walk.source;
  const request = requestOf(layer, object);
  if (request !== null) {
    const before = finds.count();
    if (request.body !== null) body({ layer: request.body, origin: request.origin, depth: depth + 1 });
    if (finds.count() === before) finds.passOver();
    return;
  }
  const shape = shapeOf(object, walk.assumed);
  if (shape.strength >= CERTAIN) finds.add(layer, object, shape.api, found(walk.source.origin, trail));
  else for (const { key, value } of object.members) visit(walk, value, follow(trail, key.value));
}

function visitString(walk: Walk, string: JsonString, trail: Trail): void {
  const { reading, source } = walk;
  const isPromising = /[{"]/.test(string.value) && source.depth < MAXIMUM_LAYERS;
  if (!isPromising || !reading.finds.spend(string.end - string.start)) return;
  const layer = unescapeContent(source.layer, string.start + 1, string.end - 1);
  const place = trail === null ? "" : ` at ${shortened(toPointer(stepsOf(trail)))}`;
  const origin = withNote(found(source.origin, trail), `It was JSON in a string${place}, and was unescaped.`);
  const inner = { layer, origin, depth: source.depth + 1 };
  const parsed = parseJson(layer.text);
  if (parsed.ok) reading.document(inner, parsed.root, walk.isBody && trail === null);
  else if (layer.text.includes("{")) reading.search(inner);
}

function follow(parent: Trail, step: string | number): Trail {
  return { parent, step, isDeep: typeof step === "string" || parent?.isDeep === true };
}

function stepsOf(trail: Trail): (string | number)[] {
  const steps: (string | number)[] = [];
  for (let at = trail; at !== null; at = at.parent) steps.push(at.step);
  return steps.toReversed();
}

/** An event deep in a document that is nothing we know by name. */
function found(origin: Origin, trail: Trail): Origin {
  const isNamed = origin.form !== "body" && origin.form !== "list";
  if (isNamed || trail?.isDeep !== true) return origin;
  return { ...origin, form: "document", where: "in a larger JSON document" };
}

function asList(source: Source): Source {
  if (source.origin.form !== "body") return source;
  return { ...source, origin: { ...source.origin, form: "list", where: IN_LIST } };
}

function shortened(pointer: string): string {
  return pointer.length > 80 ? `${pointer.slice(0, 80)}...` : pointer;
}
