import { objectText } from "../compose/new-draft.ts";
import { assertNever } from "../result/result.ts";
import { named } from "../validation/words.ts";
import { withMember, withoutMember, type Parts, type VariantSubject, type Wrong } from "./variant.ts";

/** A variant and what it is about. */
export type WrongField = Wrong & { readonly subject: VariantSubject };

/** Everything that can be wrong outside of the parameters. */
export function* wrongFields(parts: Parts): Generator<WrongField> {
  const { api } = parts.input;
  switch (api) {
    case "optievent":
      for (const wrong of optiEventIdentities(parts)) yield { ...wrong, subject: "identity" };
      for (const wrong of timestamps(parts)) yield { ...wrong, subject: "timestamp" };
      for (const wrong of optiEventNames(parts)) yield { ...wrong, subject: "event" };
      for (const wrong of tenants(parts)) yield { ...wrong, subject: "envelope" };
      break;
    case "realtime":
      for (const wrong of realtimeIdentities(parts)) yield { ...wrong, subject: "identity" };
      for (const wrong of realtimeIds(parts)) yield { ...wrong, subject: "event" };
      yield { ...without(parts, "tid", "token.missing"), subject: "envelope" };
      break;
    default:
      assertNever(api);
  }
  for (const wrong of contexts(parts)) yield { ...wrong, subject: "envelope" };
}

const NOBODY = "Nobody: neither `customer` nor `visitor` is there";

function* optiEventIdentities(parts: Parts): Generator<Wrong> {
  const nobody = withoutMember(withoutMember(parts.fields, "customer"), "visitor");
  yield { rule: "identity.missing", path: ["customer"], title: NOBODY, fields: nobody };
  const policy = parts.input.ruleProfile.bothIdentities;
  if (policy !== "allowed") {
    const both = withMember(
      withMember(parts.fields, "customer", '"johndoe"'),
      "visitor",
      '"b449f7778d4981a5"',
    );
    const title = "Both `customer` and `visitor` are there";
    yield { rule: "identity.both", severity: policy, path: ["visitor"], title, fields: both };
  }
  yield* wrongCustomers({ ...parts, fields: withMember(nobody, "customer", '""') }, "customer");
}

function* realtimeIdentities(parts: Parts): Generator<Wrong> {
  yield without(parts, "cid", "identity.missing");
  yield* wrongCustomers(parts, "cid");
}

function* wrongCustomers(parts: Parts, field: string): Generator<Wrong> {
  yield changed(parts, field, '""', "customer.invalid", "is empty");
  yield changed(parts, field, '"undefined"', "customer.invalid", 'is "undefined", as programs write no id');
  yield changed(parts, field, "4711", "customer.invalid", "is a number");
  yield changed(parts, field, JSON.stringify("c".repeat(201)), "customer.too-long", "has 201 characters");
}

function* timestamps(parts: Parts): Generator<Wrong> {
  const field = "timestamp";
  yield without(parts, field, "timestamp.missing");
  const impossible = '"2020-04-12 15:60:00.000 UTC"';
  yield changed(parts, field, impossible, "timestamp.impossible", "has a minute 60");
  yield changed(
    parts,
    field,
    '"2026-02-30T10:00:00.000Z"',
    "timestamp.impossible",
    "is the 30th of February",
  );
  yield changed(parts, field, '"2026-11-23 09:00:00.000"', "timestamp.no-zone", "does not say in which zone");
  yield changed(parts, field, '"yesterday"', "timestamp.format", 'is "yesterday"');
  yield changed(parts, field, "1795427940", "timestamp.format", "counts seconds since 1970");
  yield changed(parts, field, '"{{$now:+2d}}"', "timestamp.future", "is two days ahead");
  const days = Math.ceil(parts.input.ruleProfile.maxAgeDays) + 1;
  yield changed(parts, field, `"{{$now:-${days}d}}"`, "timestamp.old", `is ${days} days old`);
}

function* optiEventNames(parts: Parts): Generator<Wrong> {
  const { key } = parts.input.event;
  yield without(parts, "event", "event.missing");
  yield changed(
    parts,
    "event",
    '"not_in_the_catalog"',
    "event.unknown",
    "is one that the catalog does not have",
  );
  yield changed(parts, "event", String(parts.input.event.id ?? 1), "event.not-string", "is a number");
  const written = [key.toUpperCase(), key.toLowerCase()].find((one) => one !== key);
  if (written === undefined) return;
  yield changed(parts, "event", JSON.stringify(written), "name.case", `is written ${named(written)}`);
}

function* realtimeIds(parts: Parts): Generator<Wrong> {
  yield without(parts, "eid", "eid.missing");
  yield changed(parts, "eid", "11.5", "eid.mismatch", "is no whole number");
  const { key, id } = parts.input.event;
  const isNumber = /^\d+$/.test(key);
  if (!isNumber) yield changed(parts, "eid", JSON.stringify(key), "eid.mismatch", "is the key of the event");
  const unknown = id === 987_654 ? 987_655 : 987_654;
  const { eidType } = parts.input.connection;
  const text = eidType === "string" ? `"${unknown}"` : String(unknown);
  yield changed(parts, "eid", text, "event.unknown", "is one that the catalog does not have");
}

function* tenants(parts: Parts): Generator<Wrong> {
  yield without(parts, "tenant", "tenant.missing");
  const number = parts.input.tenantNumber;
  if (number === null) return;
  yield changed(parts, "tenant", `"${number}"`, "tenant.not-integer", "is a string");
  yield changed(parts, "tenant", String(number + 1), "tenant.mismatch", "is another tenant's number");
}

function* contexts(parts: Parts): Generator<Wrong> {
  const path = ["context"];
  const context = objectText(parts.members);
  yield { rule: "context.missing", path, title: "`context` is missing", context: null };
  yield { rule: "context.not-object", path, title: "`context` is an array", context: "[]" };
  const encoded = JSON.stringify(context);
  yield { rule: "encoding.double", path, title: "`context` is JSON within a string", context: encoded };
}

function changed(parts: Parts, field: string, valueText: string, rule: Wrong["rule"], words: string): Wrong {
  const fields = withMember(parts.fields, field, valueText);
  return { rule, path: [field], title: `${named(field)} ${words}`, fields };
}

function without(parts: Parts, field: string, rule: Wrong["rule"]): Wrong {
  const fields = withoutMember(parts.fields, field);
  return { rule, path: [field], title: `${named(field)} is missing`, fields };
}
