import { parseJson } from "../json/parse.ts";
import { looksLikeForm, readForm } from "./form-body.ts";
import { sliceLayer } from "./layer.ts";
import { withNote, type Reading, type Source } from "./reading.ts";

const MARK = "\ufeff";

/**
 * Reads a text that is known to be the body of a request: JSON, or the form-urlencoded fields of the vendor's first web
 * SDK. What is neither is refused with its place; answers whether it was read.
 */
export function readBody(reading: Reading, source: Source): boolean {
  const { layer, origin, depth } = withoutMark(source);
  const parsed = parseJson(layer.text);
  if (parsed.ok) {
    reading.document({ layer, origin, depth }, parsed.root, true);
    return true;
  }
  if (looksLikeForm(layer.text)) return readForm(reading.finds, layer, origin);
  const what = ["The body", origin.where, "is not JSON"].filter((part) => part !== "").join(" ");
  reading.finds.refuseJson(layer, parsed.problem, what);
  return false;
}

/** A byte-order mark is no part of a body; where one was sent, that is worth saying. */
export function withoutMark(source: Source): Source {
  const { layer, origin } = source;
  if (!layer.text.startsWith(MARK)) return source;
  return {
    ...source,
    layer: sliceLayer(layer, MARK.length, layer.text.length),
    origin: withNote(origin, "A byte-order mark before it was left out."),
  };
}
