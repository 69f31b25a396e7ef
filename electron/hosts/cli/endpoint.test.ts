import { describe, expect, it } from "vitest";
import { checkEndpoint } from "./endpoint.ts";

describe("checkEndpoint", () => {
  it.each([
    "https://gateway.optimove.events/reportEvent",
    "http://127.0.0.1:4100/optievent",
    "http://localhost/x",
    "http://[::1]:80/",
    "http://127.1/",
  ])("takes %s as it is written", (endpoint) => {
    expect(checkEndpoint(endpoint)).toEqual({ ok: true, value: endpoint });
  });

  it.each([
    "gateway.optimove.events",
    "",
    "ftp://127.0.0.1/",
    "file:///etc/passwd",
    "http://gateway.optimove.events/reportEvent",
    "http://127.0.0.1.evil.example/",
    "http://localhost.evil.example/",
    "https://user:password@host.example/",
    "http://127.0.0.1@evil.example/",
  ])("refuses %j without repeating it", (endpoint) => {
    const checked = checkEndpoint(endpoint);
    expect(checked).toMatchObject({ ok: false, error: { code: "usage.endpoint" } });
    expect(JSON.stringify(checked)).not.toContain("password@");
  });
});
