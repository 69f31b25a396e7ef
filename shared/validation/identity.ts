import type { Fix } from "../domain/finding.ts";
import type { JsonNode } from "../json/types.ts";
import type { Envelope, Field } from "./envelope.ts";
import { createMemberFixes } from "./member-fixes.ts";
import { openingOf, type Scope } from "./scope.ts";
import { asString } from "./convert.ts";
import { described, named, quoted } from "./words.ts";

/** UTF-16 units, as the vendor's SDKs count them. */
const MAXIMUM_CUSTOMER_LENGTH = 200;

/** Whom the event is about. `null` counts as not there. */
export function checkIdentity(scope: Scope, envelope: Envelope): void {
  if (scope.api === "realtime") {
    checkRealtimeIdentity(scope, envelope);
    return;
  }
  const customer = envelope.field("customer");
  const visitor = envelope.field("visitor");
  if (!isPresent(customer) && !isPresent(visitor)) {
    const message = "`customer` or `visitor` is missing: the event names nobody. Give one of the two.";
    scope.add("identity.missing", ["customer"], openingOf(envelope.root), message);
    return;
  }
  if (isPresent(customer) && isPresent(visitor)) checkBoth(scope, visitor);
  if (customer !== undefined) checkCustomer(scope, envelope, customer);
  if (visitor !== undefined) checkVisitor(scope, envelope, visitor);
}

function isPresent(field: Field | undefined): field is Field {
  return field !== undefined && field.value.kind !== "null";
}

function checkBoth(scope: Scope, visitor: Field): void {
  const policy = scope.profile.bothIdentities;
  if (policy === "allowed") return;
  const message =
    "Both `customer` and `visitor` are there. The vendor's rule is either one, not both, though the example printed in its own document breaks it. Take one out, or allow both in the tenant's rule profile.";
  scope.add("identity.both", [visitor.name], visitor.member.key, message, { severity: policy });
}

function checkRealtimeIdentity(scope: Scope, envelope: Envelope): void {
  const cid = envelope.field("cid");
  if (isPresent(cid)) {
    checkCustomer(scope, envelope, cid);
    return;
  }
  const hasVisitorId = envelope.root.members.some(
    ({ key, value }) => key.value === "visitorId" && value.kind === "string" && value.value !== "",
  );
  if (hasVisitorId) {
    const message =
      "`cid` is missing. The vendor's SDKs send `visitorId` in its place, but the documents of this API know no visitor.";
    scope.add("identity.missing", ["cid"], openingOf(envelope.root), message, { severity: "warning" });
  } else {
    const message = "`cid` is missing: the event names nobody. Give the customer id.";
    scope.add("identity.missing", ["cid"], openingOf(envelope.root), message);
  }
}

function checkCustomer(scope: Scope, envelope: Envelope, field: Field): void {
  const text = readId(scope, envelope, field, "customer.invalid");
  if (text === null) return;
  const why = whyNoCustomer(text);
  if (why !== null) {
    const message = `${named(field.name)} is ${quoted(text)}, ${why}. It must be the customer id of the daily feed.`;
    scope.add("customer.invalid", [field.name], field.value, message);
  }
  if (text.length > MAXIMUM_CUSTOMER_LENGTH) {
    const message = `${named(field.name)} has ${text.length} characters; a customer id has at most ${MAXIMUM_CUSTOMER_LENGTH}.`;
    scope.add("customer.too-long", [field.name], field.value, message);
  }
}

function whyNoCustomer(text: string): string | null {
  const plain = text.trim().toLowerCase();
  if (plain === "") return "which is blank";
  if (plain === "none" || plain === "null") return "which a program writes when it has no id";
  return plain.includes("undefine") ? "which a program writes when it has no id" : null;
}

function checkVisitor(scope: Scope, envelope: Envelope, field: Field): void {
  const text = readId(scope, envelope, field, "visitor.invalid");
  if (text === null || text.trim() !== "") return;
  const message = `${named(field.name)} is blank. It must be the id that the vendor's SDK gave the visitor.`;
  scope.add("visitor.invalid", [field.name], field.value, message);
}

/** The id as text, also when it is a number that should be one; null when there is nothing to judge further. */
function readId(
  scope: Scope,
  envelope: Envelope,
  field: Field,
  rule: "customer.invalid" | "visitor.invalid",
): string | null {
  const { value } = field;
  if (value.kind === "string") return scope.isUnresolved(value) ? null : value.value;
  const converted = value.kind === "number" ? asString(value) : null;
  const message = `${named(field.name)} is ${described(value)}; an id is a string${value.kind === "null" ? ", or the field is left out" : ""}.`;
  scope.add(rule, [field.name], value, message, {
    fix:
      converted === null
        ? leavingOut(scope, envelope, field, value)
        : scope.replace(converted.label, value, converted.text),
  });
  return converted?.value ?? null;
}

function leavingOut(scope: Scope, envelope: Envelope, field: Field, value: JsonNode): Fix | undefined {
  if (value.kind !== "null") return undefined;
  return createMemberFixes(scope, envelope.root).remove(field.member, `Leave ${field.name} out`);
}
