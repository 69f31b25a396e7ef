import { expect, test } from "vitest";
import { findingsOf, optiEvent, withParameters } from "../validation/test-support/payloads.ts";
import { fieldPathOf } from "./field-path.ts";

test.each([
  ["tenantId is missing or invalid", "/tenant"],
  ["customer is missing", "/customer"],
  ["userId too long", "/customer"],
  ["either customer or visitor is required", "/customer"],
  ["`customer` or `visitor` is missing: the event names nobody.", "/customer"],
  ["visitor is not valid", "/visitor"],
  ["timestamp must follow the format", "/timestamp"],
  ["the event is not configured", "/event"],
  ["event newsletter_singup is not configured", "/event"],
  ["context is not an object", "/context"],
  ["email is not valid", "/context/email"],
  ["`opt_in` must be a Boolean", "/context/opt_in"],
  ["parameter opt_in has the wrong type", "/context/opt_in"],
  ["parameter 'opt_in' of event newsletter_signup has the wrong type", "/context/opt_in"],
  ["invalid value for context.email", "/context/email"],
  ["wrong type: 'opt_in'", "/context/opt_in"],
  ["the event 'newsletter_singup' is not configured", "/event"],
  ["Names are case-sensitive; the catalog has `source`, not `Source`.", "/context/Source"],
  ["the body is not valid JSON", null],
  ["too many parameters", "/context"],
  ["it is not valid", null],
  ["internal failure 17", null],
  ["", null],
])("OptiEvent: %s", (reason, path) => {
  expect(fieldPathOf("optievent", reason)).toBe(path);
});

test.each([
  ["token is invalid", "/tid"],
  ["customerId is missing", "/cid"],
  ["event is not configured", "/eid"],
])("Realtime: %s", (reason, path) => {
  expect(fieldPathOf("realtime", reason)).toBe(path);
});

test("a refusal in the words of our own validation leads back to the finding's field", () => {
  for (const [text, rule] of [
    [optiEvent({ tenant: "999" }), "tenant.not-integer"],
    [optiEvent({ event: "x" }), "event.unknown"],
    [optiEvent({ timestamp: undefined }), "timestamp.missing"],
    [optiEvent({ context: undefined }), "context.missing"],
    [withParameters({ opt_in: "Yes" }), "value.wrong-type"],
    [withParameters({ nick: {} }), "value.nested"],
    [withParameters({ Source: "footer" }), "name.case"],
    [withParameters({ amount: -1 }), "value.out-of-range"],
  ] as const) {
    const finding = findingsOf(text).find((candidate) => candidate.rule === rule);
    expect(fieldPathOf("optievent", finding?.message ?? "")).toBe(finding?.path);
  }
});
