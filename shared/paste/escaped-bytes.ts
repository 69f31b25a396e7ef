/**
 * The text of bytes that were written as escapes: UTF-8, or one character for each byte where they are not UTF-8, which is
 * what browsers mean that write `\xe9` for an e with an acute accent.
 */
export function decodeBytes(bytes: readonly number[]): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(Uint8Array.from(bytes));
  } catch {
    return Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  }
}
