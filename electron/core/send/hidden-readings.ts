import { promisify } from "node:util";
import {
  brotliDecompress,
  constants,
  gunzip,
  inflate,
  inflateRaw,
  zstdDecompress,
  type BrotliOptions,
  type ZlibOptions,
  type ZstdOptions,
} from "node:zlib";

/** What can be read out of bytes by whoever decodes them, though it does not stand in them as it is. */
export type HiddenReadings = {
  readonly texts: readonly string[];
  /** Something is compressed in them that could not be read to its end. */
  readonly isIncomplete: boolean;
};

/** Compressed within compressed within compressed is deeper than anything seen. */
const DEPTH = 4;

/**
 * Reads what is compressed, whether or not `codings` (those of Content-Encoding, in their order) say so, and UTF-16, where the letters
 * of a text stand between zero bytes. Empty for most bodies.
 */
export async function hiddenReadings(bytes: Uint8Array, codings: readonly string[]): Promise<HiddenReadings> {
  const texts: string[] = [];
  let plain = bytes;
  const said = [...codings];
  for (let depth = 0; depth < DEPTH; depth += 1) {
    texts.push(...utf16Readings(plain));
    const coding = said.pop() ?? codingOf(plain);
    if (coding === null) return { texts, isIncomplete: false };
    const decompressed = await decompress(plain, coding);
    if (decompressed === "unreadable") return { texts, isIncomplete: true };
    if (decompressed === "not compressed") continue;
    plain = decompressed;
    if (plain.length > 0) texts.push(Buffer.from(plain).toString("latin1"));
  }
  return { texts, isIncomplete: codingOf(plain) !== null };
}

function utf16Readings(bytes: Uint8Array): string[] {
  if (!bytes.includes(0)) return [];
  return ["utf-16le", "utf-16be"].flatMap((name) =>
    [0, 1].map((start) => new TextDecoder(name).decode(bytes.subarray(start))),
  );
}

/** By the first bytes; brotli and deflate without a header have none that would tell. */
function codingOf([first = 0, second = 0, third = 0, fourth = 0]: Uint8Array): string | null {
  if (first === 0x1f && second === 0x8b) return "gzip";
  if (first === 0x28 && second === 0xb5 && third === 0x2f && fourth === 0xfd) return "zstd";
  // Of the four beginnings of deflate one is "x^", which a text may begin with.
  return first === 0x78 && [0x01, 0x9c, 0xda].includes(second) ? "deflate" : null;
}

/** A compressed body can be far smaller than what it holds; beyond this it is not looked into. */
const MAX_DECOMPRESSED_BYTES = 64 * 1024 * 1024;
const maxOutputLength = MAX_DECOMPRESSED_BYTES;

// What was cut off can be read up to there.
const zlibOptions: ZlibOptions = { maxOutputLength, finishFlush: constants.Z_SYNC_FLUSH };
const brotliOptions: BrotliOptions = { maxOutputLength, finishFlush: constants.BROTLI_OPERATION_FLUSH };
const zstdOptions: ZstdOptions = { maxOutputLength, finishFlush: constants.ZSTD_e_flush };

const gunzipLater = promisify<Uint8Array, ZlibOptions, Buffer>(gunzip);
const inflateLater = promisify<Uint8Array, ZlibOptions, Buffer>(inflate);
const inflateRawLater = promisify<Uint8Array, ZlibOptions, Buffer>(inflateRaw);
const brotliDecompressLater = promisify<Uint8Array, BrotliOptions, Buffer>(brotliDecompress);
const zstdDecompressLater = promisify<Uint8Array, ZstdOptions, Buffer>(zstdDecompress);

async function decompress(
  bytes: Uint8Array,
  coding: string,
): Promise<Uint8Array | "unreadable" | "not compressed"> {
  try {
    return await decompressAs(bytes, coding);
  } catch (error) {
    const isTooLarge = error instanceof RangeError;
    // Where it begins as such, a part of it can be read that was not read here.
    return isTooLarge || codingOf(bytes) !== null ? "unreadable" : "not compressed";
  }
}

async function decompressAs(bytes: Uint8Array, coding: string): Promise<Uint8Array | "not compressed"> {
  switch (coding) {
    case "gzip":
    case "x-gzip":
      return await gunzipLater(bytes, zlibOptions);
    case "deflate":
      // Some servers leave out the header that belongs to it.
      return bytes[0] === 0x78
        ? await inflateLater(bytes, zlibOptions)
        : await inflateRawLater(bytes, zlibOptions);
    case "br":
      return await brotliDecompressLater(bytes, brotliOptions);
    case "zstd":
      return await zstdDecompressLater(bytes, zstdOptions);
    default:
      return "not compressed";
  }
}
