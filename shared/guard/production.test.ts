import { describe, expect, it } from "vitest";
import { isProductionTarget, isSameName } from "./production.ts";

const vendor = "https://server-999.optimove.net/reportServer";
const own = "https://events.example/x";

describe("what counts as production", () => {
  it.each([
    ["sandbox", false, own, false],
    ["sandbox", false, vendor, true],
    ["sandbox", true, vendor, false],
    ["test", false, own, false],
    ["test", false, vendor, true],
    ["test", true, vendor, false],
    ["test", false, null, false],
    ["test", false, "no address", false],
    ["production", false, own, true],
    ["production", true, own, true],
    ["production", true, vendor, true],
    ["production", false, "http://127.0.0.1:9/x", true],
    ["production", false, null, true],
  ] as const)(
    "kind %s, stated otherwise %s, to %s: %s",
    (kind, productionHostsAcknowledged, url, expected) => {
      expect(isProductionTarget({ kind, productionHostsAcknowledged }, url)).toBe(expected);
    },
  );

  it("is the vendor's host where there is no tenant to say otherwise", () => {
    expect(isProductionTarget(null, vendor)).toBe(true);
    expect(isProductionTarget(null, own)).toBe(false);
  });
});

describe("a typed name", () => {
  it.each([
    ["Retail EU", "Retail EU", true],
    [" Retail EU ", "Retail EU", true],
    ["Café", "Cafe\u0301", true],
    ["retail eu", "Retail EU", false],
    ["Retail", "Retail EU", false],
    ["", "Retail EU", false],
  ])("%j for %j: %s", (typed, name, expected) => {
    expect(isSameName(typed, name)).toBe(expected);
  });
});
