import { utf8Length } from "../compose/utf8.ts";
import type { ResponseRecord } from "../domain/exchange.ts";

/** Of a recorded body: how many bytes of it are at hand, and how many it has. */
export type BodyExtent = { readonly here: number; readonly whole: number };

/** The bytes are those of the body as recorded, which are others than came where a credential was taken out. */
export function bodyExtent({
  body,
  bodyEncoding,
  omittedBytes = 0,
}: Pick<ResponseRecord, "body" | "bodyEncoding" | "omittedBytes">): BodyExtent {
  const here = bodyEncoding === "utf8" ? utf8Length(body) : base64Length(body);
  return { here, whole: here + omittedBytes };
}

function base64Length(text: string): number {
  return (text.length / 4) * 3 - (text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0);
}
