import { createHash, hash } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import { promisify } from "node:util";
import {
  brotliDecompress,
  gunzip,
  inflate,
  zstdDecompress,
  type BrotliOptions,
  type ZlibOptions,
  type ZstdOptions,
} from "node:zlib";
import type { Header, ResponseRecord } from "../../../shared/domain/exchange.ts";
import type { TransportResponse } from "../transport/types.ts";
import { decodeStrictly } from "./outgoing.ts";

/** May take its time with a long text. */
export type RedactLong = (text: string) => string | Promise<string>;

/** An answer for the record, and what has to be said about how it is recorded. */
export type RecordedAnswer = { readonly response: ResponseRecord; readonly remarks: readonly string[] };

/** Turns an answer into its record: body as text where it is UTF-8, else as base64, and no credential in any of it. */
export async function recordAnswer(
  response: TransportResponse,
  redact: (text: string) => string,
  redactLong: RedactLong,
): Promise<RecordedAnswer> {
  const encoding = contentEncoding(response.headers);
  const body = (await withholdsSecret(response.body, encoding, redactLong))
    ? ({ body: "", bodyEncoding: "utf8", isAsItCame: response.body.length === 0 } as const)
    : await recordBody(response.body, encoding, redactLong);
  const isWithheld = body.body === "" && response.body.length > 0;
  return {
    response: {
      status: response.status,
      statusText: redact(response.statusText),
      httpVersion: response.httpVersion,
      headers: response.headers.map(([name, value]): Header => [redact(name), redact(value)]),
      body: body.body,
      bodyEncoding: body.bodyEncoding,
      byteLength: response.body.length,
      truncated: response.truncated,
      capBytes: response.truncated ? response.body.length : null,
      sha256: body.isAsItCame ? await sha256(response.body) : null,
    },
    remarks: [...(encoding === null ? [] : [compressed(encoding)]), ...(isWithheld ? [WITHHELD] : [])],
  };
}

type RecordedBody = Pick<ResponseRecord, "body" | "bodyEncoding"> & {
  /** No credential was taken out of it. A hash over the bytes would otherwise help to guess what was. */
  readonly isAsItCame: boolean;
};

async function recordBody(
  bytes: Uint8Array,
  encoding: string | null,
  redact: RedactLong,
): Promise<RecordedBody> {
  const text = encoding === null ? decodeStrictly(bytes) : null;
  if (text !== null) {
    const body = await redact(text);
    return { body, bodyEncoding: "utf8", isAsItCame: body === text };
  }
  // As Latin-1 each byte is a character: redaction sees them all, and those it leaves come back as they were.
  const latin1 = Buffer.from(bytes).toString("latin1");
  const redacted = await redact(latin1);
  const body = Buffer.from(redacted, "latin1").toString("base64");
  return { body, bodyEncoding: "base64", isAsItCame: redacted === latin1 };
}

/** The body as the judge of answers reads it: text even where it is none. */
export function readBody(bytes: Uint8Array): string {
  return decodeStrictly(bytes) ?? new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}

/**
 * Whether a credential is in the body in a form in which it cannot be replaced: compressed, or as UTF-16, where the
 * letters of the text stand between zero bytes.
 */
async function withholdsSecret(
  bytes: Uint8Array,
  encoding: string | null,
  redact: RedactLong,
): Promise<boolean> {
  const readings: string[] = [];
  const plain = encoding === null ? bytes : await decompress(bytes, encoding);
  if (plain !== bytes) readings.push(Buffer.from(plain).toString("latin1"));
  if (plain.includes(0)) readings.push(Buffer.from(plain.filter((byte) => byte !== 0)).toString("latin1"));
  for (const reading of readings) if ((await redact(reading)) !== reading) return true;
  return false;
}

/** Bytes hashed in one step: some milliseconds. */
const HASHED_AT_ONCE = 4 * 1024 * 1024;

async function sha256(bytes: Uint8Array): Promise<string> {
  // Making a hash object costs many times what hashing a usual answer does.
  if (bytes.length <= HASHED_AT_ONCE) return hash("sha256", bytes);
  const inSteps = createHash("sha256");
  for (let start = 0; start < bytes.length; start += HASHED_AT_ONCE) {
    if (start > 0) await setImmediate();
    inSteps.update(bytes.subarray(start, start + HASHED_AT_ONCE));
  }
  return inSteps.digest("hex");
}

const gunzipLater = promisify<Uint8Array, ZlibOptions, Buffer>(gunzip);
const inflateLater = promisify<Uint8Array, ZlibOptions, Buffer>(inflate);
const brotliDecompressLater = promisify<Uint8Array, BrotliOptions, Buffer>(brotliDecompress);
const zstdDecompressLater = promisify<Uint8Array, ZstdOptions, Buffer>(zstdDecompress);

/** A compressed body can be far smaller than what it holds; beyond this it is not looked into. */
const MAX_DECOMPRESSED_BYTES = 64 * 1024 * 1024;

async function decompress(bytes: Uint8Array, encoding: string): Promise<Uint8Array> {
  const options = { maxOutputLength: MAX_DECOMPRESSED_BYTES };
  try {
    switch (encoding) {
      case "gzip":
      case "x-gzip":
        return await gunzipLater(bytes, options);
      case "deflate":
        return await inflateLater(bytes, options);
      case "br":
        return await brotliDecompressLater(bytes, options);
      case "zstd":
        return await zstdDecompressLater(bytes, options);
      default:
        return bytes;
    }
  } catch {
    // It is not what its header says, so nobody else can read it either.
    return bytes;
  }
}

function contentEncoding(headers: readonly Header[]): string | null {
  const value = headers
    .find(([name]) => name.toLowerCase() === "content-encoding")?.[1]
    .trim()
    .toLowerCase();
  return value === undefined || value === "" || value === "identity" ? null : value;
}

function compressed(encoding: string): string {
  return `The answer came encoded as "${encoding}", which the request had not asked for. Its body is kept as it arrived.`;
}

const WITHHELD =
  "The answer's body contained a credential in a form in which it could not be replaced, so the body is not recorded.";
