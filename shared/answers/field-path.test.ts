import { expect, test } from "vitest";
import { fieldPathOf } from "./field-path.ts";

test.each([
  ["tenantId is missing or invalid", "/tenant"],
  ["customer is missing", "/customer"],
  ["userId too long", "/customer"],
  ["either customer or visitor is required", "/customer"],
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
