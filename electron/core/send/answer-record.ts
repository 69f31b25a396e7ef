import { createHash, hash } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import { contentEncodingOf } from "../../../shared/answers/status.ts";
import type { Header, ResponseRecord } from "../../../shared/domain/exchange.ts";
import type { TransportResponse } from "../transport/types.ts";
import { hiddenReadings } from "./hidden-readings.ts";
import { decodeStrictly } from "./outgoing.ts";

/** May take its time with a long text. */
export type RedactLong = (text: string) => string | Promise<string>;

/** An answer for the record, and what has to be said about how it is recorded. */
export type RecordedAnswer = {
  readonly response: ResponseRecord;
  readonly remarks: readonly string[];
  /** The body as text without credentials, for sentences that quote it; null where nothing of it may be quoted. */
  readonly quotable: string | null;
};

/** Turns an answer into its record: body as text where it is UTF-8, else as base64, and no credential in any of it. */
export async function recordAnswer(
  response: TransportResponse,
  redact: (text: string) => string,
  redactLong: RedactLong,
): Promise<RecordedAnswer> {
  const encoding = contentEncodingOf(response.headers);
  const withheld = await whyWithheld(response.body, encoding, redactLong);
  const body =
    withheld === null
      ? await recordBody(response.body, encoding, redactLong)
      : ({ body: "", bodyEncoding: "utf8", isAsItCame: false } as const);
  const isText = body.bodyEncoding === "utf8";
  const quotable = isText ? body.body : await redactLong(readBody(response.body));
  return {
    quotable: withheld === null ? quotable : null,
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
    remarks: [...(encoding === null ? [] : [compressed(encoding)]), ...(withheld === null ? [] : [withheld])],
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

/** Why the body must not be recorded; null where it may be. */
async function whyWithheld(
  bytes: Uint8Array,
  encoding: string | null,
  redact: RedactLong,
): Promise<string | null> {
  const codings = encoding === null ? [] : encoding.split(",").map((coding) => coding.trim());
  const { texts, isIncomplete } = await hiddenReadings(bytes, codings);
  for (const text of texts) if ((await redact(text)) !== text) return HOLDS_CREDENTIAL;
  return isIncomplete ? NOT_SEARCHED : null;
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

function compressed(encoding: string): string {
  return `The answer came encoded as "${encoding}", which the request had not asked for. Its body is kept as it arrived.`;
}

const HOLDS_CREDENTIAL =
  "The answer's body contained a credential in a form in which it could not be replaced, so the body is not recorded.";

const NOT_SEARCHED =
  "The answer's body is compressed and could not be read to its end to look for credentials in it, so the body is not recorded.";
