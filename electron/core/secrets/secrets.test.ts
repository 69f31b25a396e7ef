import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { createSessionSecrets } from "./secrets.ts";

const VALUE = "0123456789abcdef0123456789abcdef";

describe("session secrets", () => {
  it("keep one credential for each tenant and API", () => {
    const secrets = createSessionSecrets();
    secrets.set("shop", "realtime", VALUE);
    expect(secrets.use("shop", "realtime")).toBe(VALUE);
    expect(secrets.use("shop", "optievent")).toBeNull();
    expect(secrets.use("other", "realtime")).toBeNull();
  });

  it("forget a credential when told so", () => {
    const secrets = createSessionSecrets();
    secrets.set("shop", "realtime", VALUE);
    secrets.set("shop", "realtime", null);
    expect(secrets.use("shop", "realtime")).toBeNull();
    expect(secrets.describe("shop", "realtime")).toEqual({ isSet: false, isReadable: true, hint: null });
  });

  it("describe a credential by its last two characters, and a short one by nothing", () => {
    const secrets = createSessionSecrets();
    secrets.set("shop", "realtime", "1234567890abc");
    secrets.set("shop", "optievent", "1234567890ab");
    expect(secrets.describe("shop", "realtime")).toEqual({ isSet: true, isReadable: true, hint: "bc" });
    expect(secrets.describe("shop", "optievent")).toEqual({ isSet: true, isReadable: true, hint: null });
  });

  it("redact credentials that were replaced or forgotten, because an answer can still bring them", () => {
    const secrets = createSessionSecrets();
    secrets.set("shop", "realtime", VALUE);
    secrets.set("shop", "realtime", "another-credential");
    secrets.set("shop", "realtime", null);
    expect(secrets.redact(`${VALUE} another-credential`)).toBe("{{secret:token}} {{secret:token}}");
  });

  it("redact a value that belongs to no tenant", () => {
    const secrets = createSessionSecrets();
    secrets.protect("from-the-command-line");
    expect(secrets.redact("x from-the-command-line y")).toBe("x {{secret:token}} y");
  });

  it("show no value when they are printed or serialised by mistake", () => {
    const secrets = createSessionSecrets();
    secrets.set("shop", "realtime", VALUE);
    expect(`${inspect(secrets, { depth: 10 })}${JSON.stringify(secrets)}`).not.toContain(VALUE);
  });
});
