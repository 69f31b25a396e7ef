import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from "node:zlib";
import { readZip } from "../export/test-support/read-zip.ts";

/** Deeper than anything here is packed. */
const DEPTH = 4;

/** The content itself and, for what is packed in it, everything that comes out: zip, gzip and others, and base64 in a text. */
export async function unpacked(content: Buffer, depth = 0): Promise<Buffer[]> {
  if (depth >= DEPTH) return [content];
  const inner = isZip(content)
    ? [...(await readZip(content)).values()]
    : [...decompressed(content), ...base64In(content).flatMap((bytes) => decompressed(bytes))];
  const deeper = await Promise.all(inner.map((one) => unpacked(one, depth + 1)));
  return [content, ...deeper.flat()];
}

function isZip(content: Buffer): boolean {
  return content.subarray(0, 4).equals(Buffer.from("PK\u0003\u0004", "latin1"));
}

function decompressed(content: Buffer): Buffer[] {
  return [gunzipSync, inflateSync, inflateRawSync, brotliDecompressSync].flatMap((decompress) => {
    try {
      const bytes = decompress(content);
      return bytes.length > 0 ? [bytes] : [];
    } catch {
      return [];
    }
  });
}

function base64In(content: Buffer): Buffer[] {
  const runs = new Set(content.toString("latin1").match(/[A-Za-z0-9+/]{40,}={0,2}/g) ?? []);
  return Array.from(runs, (run) => Buffer.from(run, "base64"));
}
