import { composeRequest } from "../../../shared/compose/compose.ts";
import { requestHeaders } from "../../../shared/compose/request-headers.ts";
import { encodeUtf8 } from "../../../shared/compose/utf8.ts";
import type { Header } from "../../../shared/domain/exchange.ts";
import type { Finding } from "../../../shared/domain/finding.ts";
import { validatePayload } from "../../../shared/validation/validate.ts";
import type { SendTarget } from "./types.ts";

/** A request before its secrets: what is shown, recorded and, filled in, sent. */
export type Outgoing = {
  readonly url: string;
  readonly headers: readonly Header[];
  readonly body: Uint8Array;
  /** The body as text. Not exactly the body where that is no UTF-8; `remarks` says so then. */
  readonly text: string;
  /** Placed in `text`. */
  readonly findings: readonly Finding[];
  readonly remarks: readonly string[];
};

/** Composes a draft's text, stamped with the moment given. */
export function composeText(target: SendTarget, text: string, now: Date, random: () => number): Outgoing {
  const composed = composeRequest({
    text,
    connection: target.connection,
    url: target.url ?? target.connection.endpoint,
    tenantNumber: target.tenantNumber,
    catalog: target.catalog?.catalog ?? null,
    ruleProfile: target.ruleProfile,
    variables: target.variables,
    now,
    random,
  });
  return { ...composed, findings: composed.requestFindings, body: encodeUtf8(composed.text), remarks: [] };
}

/** Takes bytes as they are, whatever they are; they are read only to say what validation thinks of them. */
export function takeBytes(target: SendTarget, bytes: Uint8Array, now: Date): Outgoing {
  const strict = decodeStrictly(bytes);
  const text = strict ?? new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  const { findings } = validatePayload({
    text,
    api: target.connection.api,
    catalog: target.catalog?.catalog ?? null,
    connection: target.connection,
    tenantNumber: target.tenantNumber,
    ruleProfile: target.ruleProfile,
    now,
  });
  return {
    url: target.url ?? target.connection.endpoint,
    headers: requestHeaders(target.connection),
    body: bytes,
    text,
    findings,
    remarks: strict === null ? [NOT_UTF8] : [],
  };
}

const NOT_UTF8 =
  "The body sent is not UTF-8. It is recorded as text with \uFFFD in place of the bytes that are not; the bytes themselves were sent unchanged.";

/** Keeps nothing from one text to the next, and making one costs more than most texts. */
const strictDecoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** The text of the bytes, a byte-order mark kept; null where they are no UTF-8. */
export function decodeStrictly(bytes: Uint8Array): string | null {
  try {
    return strictDecoder.decode(bytes);
  } catch {
    return null;
  }
}
