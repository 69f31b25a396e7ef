import { rule, source } from "./rule.ts";

/** Rules on the text as a whole, before any field is looked at. */
export const documentRules = {
  "json.syntax": rule("error", null, "The body is valid JSON.", source.json),
  "json.duplicate-key": rule("warning", null, "No object has the same key twice.", source.json),
  "encoding.byte-order-mark": rule("error", null, "The body starts without a byte-order mark.", source.json, {
    hasFix: true,
  }),
  "encoding.double": rule(
    "error",
    null,
    "Neither the body nor `context` is a string that contains JSON.",
    source.integrations,
    { hasFix: true },
  ),
  "encoding.lone-surrogate": rule(
    "warning",
    null,
    "Text has no half of a surrogate pair, which UTF-8 cannot carry.",
    source.body,
  ),
  "number.unsafe": rule(
    "warning",
    null,
    "A number is one that a double-precision reader keeps exactly.",
    `${source.json} section 6; OPTIMOVE-API.md section 3 (keep long numbers as strings)`,
  ),
  "signature.not-canonical": rule(
    "info",
    null,
    "A signed body has nothing that writing it anew would change: white space, escapes, trailing zeros.",
    source.signature,
  ),
  "envelope.not-object": rule("error", null, "The body is one object.", source.body),
  "envelope.other-api": rule(
    "error",
    null,
    "The body has the fields of the API it is meant for.",
    `${source.body}; section 2`,
  ),
  "envelope.unknown-field": rule(
    "warning",
    null,
    "The body has only the fields that the API documents.",
    source.optievent,
  ),
} as const;
