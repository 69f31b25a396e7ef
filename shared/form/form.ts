import type { Parameter } from "../domain/catalog.ts";
import type { Finding } from "../domain/finding.ts";
import type { JsonProblem } from "../json/types.ts";

/**
 * One value of the draft as the form shows it. `text` is the decoded string, the number's own digits, or the JSON source of
 * an object or array. Not being sent is a state of its own: an empty text is a value.
 */
export type FormValue =
  | { readonly state: "notSent" }
  | { readonly state: "text"; readonly text: string }
  | { readonly state: "number"; readonly text: string }
  | { readonly state: "boolean"; readonly value: boolean }
  | { readonly state: "null" }
  | { readonly state: "other"; readonly text: string };

/** One parameter: as declared by the catalog, if it is, and as the draft has it. */
export type FormRow = {
  readonly name: string;
  readonly declared: Parameter | null;
  readonly value: FormValue;
  readonly findings: readonly Finding[];
};

/** Who the event is about. Realtime's `cid` is its customer; it has no visitor. */
export type FormIdentity = {
  readonly mode: "customer" | "visitor" | "both" | "none";
  readonly customer: FormValue;
  readonly visitor: FormValue;
  readonly findings: readonly Finding[];
};

/** `now` and `offset` are stamped when sent; `fixed` is whatever else stands there, right or wrong. Realtime has none. */
export type FormTimestamp = {
  readonly mode: "now" | "offset" | "fixed" | "absent";
  /** For `now` and `offset` the placeholder, for `fixed` the text or JSON source, for `absent` nothing. */
  readonly text: string;
  readonly findings: readonly Finding[];
};

export type Form = {
  readonly ok: true;
  /** OptiEvent's `event` or Realtime's `eid` as text; null where there is none. */
  readonly eventName: string | null;
  readonly identity: FormIdentity;
  readonly timestamp: FormTimestamp;
  /** False where `context` is there but no object, so that no parameter can be changed in it. */
  readonly isContextEditable: boolean;
  /** The catalog's parameters in its order, then those that only the draft has, in the draft's order. */
  readonly rows: readonly FormRow[];
  /** Findings that belong to none of the fields above. */
  readonly otherFindings: readonly Finding[];
};

/** The text is no JSON object, so there is nothing that a form could show. */
export type NoForm = { readonly ok: false; readonly problem: JsonProblem };
