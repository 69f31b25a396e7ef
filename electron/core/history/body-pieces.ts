import type { Exchange } from "../../../shared/domain/exchange.ts";
import type { BodyPiece } from "../../../shared/domain/history.ts";

/** Bytes of a body that are handed to a window at once. Divisible by three, so that base64 pieces can be put together. */
export const PIECE_BYTES = 3 * 64 * 1024;

/** A piece of the body as the database has it, cut so that it ends with a whole character. `total` counts bytes. */
export function pieceOf(
  bytes: Uint8Array,
  { from, total, isText }: { readonly from: number; readonly total: number; readonly isText: boolean },
): BodyPiece {
  const isLast = from + bytes.length >= total;
  const whole = isText && !isLast ? bytes.subarray(0, wholeCharacters(bytes)) : bytes;
  return {
    text: Buffer.from(whole.buffer, whole.byteOffset, whole.length).toString(isText ? "utf8" : "base64"),
    encoding: isText ? "utf8" : "base64",
    next: isLast ? null : from + whole.length,
  };
}

/** How many of the bytes are those of whole characters in UTF-8. */
function wholeCharacters(bytes: Uint8Array): number {
  let start = bytes.length;
  // A character has four bytes at most, of which all but the first begin with the bits 10.
  while (start > bytes.length - 4 && ((bytes[start - 1] ?? 0) & 0xc0) === 0x80) start -= 1;
  const first = bytes[start - 1] ?? 0;
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc0 ? 2 : 1;
  return start - 1 + length <= bytes.length ? bytes.length : start - 1;
}

/** The exchange with no more than the first piece of the answer's body, as a window is given it. */
export function withoutRestOfBody(exchange: Exchange): Exchange {
  const { response } = exchange;
  if (response === null || response.omittedBytes !== undefined || response.body.length <= PIECE_BYTES / 3) {
    return exchange;
  }
  const isText = response.bodyEncoding === "utf8";
  const bytes = Buffer.from(response.body, isText ? "utf8" : "base64");
  const { text, next } = pieceOf(bytes.subarray(0, PIECE_BYTES), { from: 0, total: bytes.length, isText });
  if (next === null) return exchange;
  return { ...exchange, response: { ...response, body: text, omittedBytes: bytes.length - next } };
}
