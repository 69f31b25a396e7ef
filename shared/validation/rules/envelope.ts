import { rule, source } from "./rule.ts";

/** Rules on the fields of the envelope: everything but `context`. */
export const envelopeRules = {
  "tenant.missing": rule("error", null, "OptiEvent: `tenant` is there.", source.optievent),
  "tenant.not-integer": rule("error", null, "`tenant` is a positive whole number.", source.optievent, {
    hasFix: true,
  }),
  "tenant.mismatch": rule("warning", null, "`tenant` is the number of the chosen tenant.", source.tenant),
  "event.missing": rule("error", null, "OptiEvent: `event` is there and not blank.", source.optievent),
  "event.not-string": rule("error", null, "`event` is a string, the key of the event.", source.optievent, {
    hasFix: true,
  }),
  "event.unknown": rule("error", 1010, "The event is configured.", source.codes),
  "event.not-for-api": rule(
    "warning",
    null,
    "The catalog has the event for the API that it is sent to.",
    source.catalog,
  ),
  "event.too-many-parameters": rule(
    "warning",
    1020,
    "An event has at most 50 parameters.",
    `${source.codes}; section 2 (the vendor's sources say 25, 50 and 56)`,
    { profile: ["maxParameters"] },
  ),
  "token.missing": rule(
    "error",
    null,
    "Realtime: `tid` is there, a string that is not blank.",
    source.realtime,
  ),
  "token.in-clear": rule(
    "info",
    null,
    "`tid` is a reference to the stored token, not the token itself.",
    `${source.realtime} (tid is a secret)`,
  ),
  "eid.missing": rule("error", null, "Realtime: `eid` is there.", source.realtime),
  "eid.mismatch": rule(
    "error",
    null,
    "`eid` is the event's whole number, written as the connection says (a number, or a string: warning).",
    source.eid,
    { hasFix: true },
  ),
  "identity.missing": rule("error", null, "The event names a customer or a visitor.", source.identity),
  "identity.both": rule(
    "error",
    null,
    "The event names a customer or a visitor, not both.",
    source.identity,
    {
      profile: ["bothIdentities"],
    },
  ),
  "customer.invalid": rule(
    "error",
    1070,
    "The customer id is text that is not blank, `none`, `null`, `undefined` or the like.",
    `${source.codes}; ${source.ids}`,
    { hasFix: true },
  ),
  "customer.too-long": rule(
    "error",
    1071,
    "The customer id has at most 200 characters.",
    `${source.codes}; ${source.ids}`,
  ),
  "visitor.invalid": rule("error", null, "`visitor` is text that is not blank.", source.optievent, {
    hasFix: true,
  }),
  "timestamp.missing": rule("error", null, "OptiEvent: `timestamp` is there.", source.timestamp),
  "timestamp.format": rule(
    "error",
    null,
    "`timestamp` is written in one of the three formats that are known.",
    source.timestamp,
    { hasFix: true },
  ),
  "timestamp.impossible": rule("error", null, "`timestamp` is a time that exists.", source.timestamp),
  "timestamp.no-zone": rule("error", null, "`timestamp` says that it is UTC.", source.timestamp),
  "timestamp.future": rule("warning", null, "`timestamp` is not in the future.", source.timestamp),
  "timestamp.old": rule("warning", null, "`timestamp` is at most 7 days old.", source.timestamp, {
    profile: ["maxAgeDays"],
  }),
} as const;
