import { nodeAt } from "../json/path.ts";
import type { JsonNode, JsonObject } from "../json/types.ts";
import { cleanAddress, headersNote } from "./address.ts";
import type { Origin } from "./finds.ts";
import { formText } from "./form-body.ts";
import type { Layer } from "./layer.ts";
import { unescapeContent } from "./string-content.ts";

/** A request as a HAR entry or a record of the console's history holds it. `body` is null when it has none. */
export type RecordedRequest = { readonly body: Layer | null; readonly origin: Origin };

/** Reads an object as a HAR entry or a history record; null when it is neither. */
export function requestOf(layer: Layer, object: JsonObject): RecordedRequest | null {
  const request = nodeAt(object, ["request"]);
  const url = stringAt(object, ["request", "url"]);
  if (request?.kind !== "object" || url === null) return null;
  const headers = nodeAt(request, ["headers"]);
  if (nodeAt(object, ["outcome"])?.kind === "string" && nodeAt(request, ["text"])?.kind === "string") {
    return recorded("history", "in a history record", url, headers, textAt(layer, request, ["text"]));
  }
  if (nodeAt(request, ["method"])?.kind !== "string" || headers?.kind !== "array") return null;
  const body = textAt(layer, request, ["postData", "text"]) ?? paramsText(layer, request);
  return recorded("har", "in a HAR entry", url, headers, body);
}

function recorded(
  form: Origin["form"],
  where: string,
  written: string,
  headers: JsonNode | undefined,
  body: Layer | null,
): RecordedRequest {
  const { url, notes } = cleanAddress(written);
  return { body, origin: { form, where, url, notes: [...notes, ...headersNote(headerNames(headers))] } };
}

/** HAR: `{name, value}`; history: `[name, value]`. */
function headerNames(headers: JsonNode | undefined): string[] {
  if (headers?.kind !== "array") return [];
  return headers.items.flatMap((item) => stringAt(item, ["name"]) ?? stringAt(item, [0]) ?? []);
}

function textAt(layer: Layer, node: JsonNode, path: readonly string[]): Layer | null {
  const text = nodeAt(node, path);
  if (text?.kind !== "string" || text.value === "") return null;
  return unescapeContent(layer, text.start + 1, text.end - 1);
}

/** Some recorders keep a form only as its parameters. */
function paramsText(layer: Layer, request: JsonObject): Layer | null {
  const params = nodeAt(request, ["postData", "params"]);
  if (params?.kind !== "array" || params.items.length === 0) return null;
  const pairs = params.items.map((item): [string, string] => [
    stringAt(item, ["name"]) ?? "",
    stringAt(item, ["value"]) ?? "",
  ]);
  return { text: formText(pairs), toBase: () => layer.toBase(params.start) };
}

function stringAt(node: JsonNode, path: readonly (string | number)[]): string | null {
  const value = nodeAt(node, path);
  return value?.kind === "string" ? value.value : null;
}
