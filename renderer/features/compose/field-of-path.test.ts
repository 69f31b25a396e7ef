import { describe, expect, it } from "vitest";
import { fieldOfPath } from "./field-of-path.ts";

describe("the field a finding leads to", () => {
  it.each([
    ["/customer", "optievent", "identity"],
    ["/visitor", "optievent", "identity"],
    ["/cid", "realtime", "identity"],
    ["/timestamp", "optievent", "timestamp"],
    ["/context/email", "optievent", "parameter:email"],
    ["/context/a~1b/0", "realtime", "parameter:a/b"],
  ] as const)("is for %s with %s the field %s", (path, api, field) => {
    expect(fieldOfPath(path, api)).toBe(field);
  });

  it.each([
    ["", "optievent"],
    ["/context", "optievent"],
    ["/tenant", "optievent"],
    ["/visitor", "realtime"],
    ["/timestamp", "realtime"],
    ["/customer", "realtime"],
  ] as const)("is none for %o with %s", (path, api) => {
    expect(fieldOfPath(path, api)).toBeNull();
  });
});
