const encoder = new TextEncoder();

/** UTF-8, which is what both APIs speak. */
export function toBytes(text: string): Uint8Array {
  return encoder.encode(text);
}
