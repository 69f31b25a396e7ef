import type { Position } from "../domain/finding.ts";
import type { Api } from "../domain/tenant.ts";

/**
 * What a body was found in. `body` is the pasted text itself, `list` an array of bodies, `sdk` what the vendor's SDKs post,
 * `document` a larger JSON document, `lines` several documents one after another, `text` a log or prose.
 */
export type PasteForm =
  | "body"
  | "list"
  | "sdk"
  | "form"
  | "curl"
  | "powershell"
  | "har"
  | "history"
  | "lines"
  | "document"
  | "text";

/** One event found in a pasted text. */
export type PasteCandidate = {
  readonly api: Api;
  /** The body as it was written, but for credentials and what the notes name. Not formatted anew. */
  readonly text: string;
  readonly form: PasteForm;
  /** What it was recognised as, in words: `OptiEvent body in a cURL command`. */
  readonly kind: string;
  /** What was unescaped, left out or replaced, a sentence each. */
  readonly notes: readonly string[];
  /** Where it was sent, without user name, password and query. */
  readonly url?: string;
  /** OptiEvent's `event` or Realtime's `eid` as text; null where there is none. */
  readonly event: string | null;
  /** The body in the pasted text. */
  readonly position: Position;
};

/**
 * The events of a pasted text, at least one, with notes on what was passed over; or why there is none, and at which place
 * of the text reading stopped.
 */
export type PasteResult =
  | { readonly ok: true; readonly candidates: readonly PasteCandidate[]; readonly notes: readonly string[] }
  | { readonly ok: false; readonly reason: string; readonly position: Position };

/** UTF-16 units. More is refused: it is no paste any more. */
export const MAXIMUM_PASTE_LENGTH = 16 * 1024 * 1024;

/** More events than this are counted and not listed. */
export const MAXIMUM_CANDIDATES = 10_000;

/** How much of a text is read: UTF-16 units, values of one document, and events that are listed. */
export type PasteLimits = {
  readonly length: number;
  readonly values: number;
  readonly candidates: number;
};

/** What a person can look through. */
export const PASTE_LIMITS: PasteLimits = {
  length: MAXIMUM_PASTE_LENGTH,
  values: 6_000_000,
  candidates: MAXIMUM_CANDIDATES,
};
