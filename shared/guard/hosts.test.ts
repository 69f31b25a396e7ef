import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isAllowedHost, isLoopbackHost, isProductionHost, readHostEntry } from "./hosts.ts";

const hostnameOf = (host: string) => new URL(`https://${host}/`).hostname;
const label = fc
  .stringMatching(/^[a-z0-9]([a-z0-9-]{0,10}[a-z0-9])?$/)
  .filter((text) => !text.startsWith("xn--"));

describe("the vendor's hosts", () => {
  it.each([
    ["optimove.events", true],
    ["gateway.optimove.events", true],
    ["GATEWAY-EU.Optimove.Events", true],
    ["server-999.optimove.net", true],
    ["gateway.optimove.events.", true],
    ["gateway.optimove%2Eevents", true],
    ["gateway。optimove。events", true],
    ["ｏptimove.net", true],
    ["optimove.events.example", false],
    ["notoptimove.events", false],
    ["optimove.net.evil.test", false],
    ["optimove.com", false],
    ["127.0.0.1", false],
  ])("%s: %s", (host, expected) => {
    expect(isProductionHost(hostnameOf(host))).toBe(expected);
  });

  it("are everything under their domains, however the name is written", () => {
    fc.assert(
      fc.property(
        fc.array(label, { maxLength: 4 }),
        fc.constantFrom("optimove.events", "optimove.net"),
        fc.boolean(),
        fc.boolean(),
        (labels, domain, isUpper, hasDot) => {
          const name = [...labels, domain].join(".") + (hasDot ? "." : "");
          expect(isProductionHost(hostnameOf(isUpper ? name.toUpperCase() : name))).toBe(true);
        },
      ),
    );
  });

  it("are nobody else's", () => {
    fc.assert(
      fc.property(fc.array(label, { minLength: 1, maxLength: 4 }), (labels) => {
        expect(isProductionHost(`${labels.join(".")}.example`)).toBe(false);
      }),
    );
  });
});

describe("this computer", () => {
  it.each([
    ["localhost", true],
    ["app.localhost", true],
    ["127.0.0.1", true],
    ["127.8.9.1", true],
    ["[::1]", true],
    ["0x7f.1", true],
    ["localhost.example", false],
    ["127.0.0.1.example", false],
    ["10.0.0.1", false],
    ["[::2]", false],
  ])("is %s: %s", (host, expected) => {
    expect(isLoopbackHost(hostnameOf(host))).toBe(expected);
  });
});

describe("a list of allowed hosts", () => {
  it.each([
    ["https://a.example/x", ["a.example"], true],
    ["https://A.example./x", ["a.EXAMPLE"], true],
    ["https://a.example:8443/x", ["a.example"], true],
    ["https://a.example:8443/x", ["a.example:443"], false],
    ["https://a.example/x", ["a.example:443"], true],
    ["http://localhost/x", ["localhost:80"], true],
    ["https://b.a.example/x", ["*.a.example"], true],
    ["https://a.example/x", ["*.a.example"], false],
    ["https://ba.example/x", ["*.a.example"], false],
    ["https://a.example.evil.test/x", ["a.example"], false],
    ["https://[::1]:9/x", ["[::1]"], true],
    ["https://a.example/x", [], false],
    ["https://a.example/x", ["*", "*.", "/", "https://a.example"], false],
  ])("%s with %j: %s", (url, entries, expected) => {
    expect(isAllowedHost(new URL(url), entries)).toBe(expected);
  });

  it("always takes a host by its own name, and never by another's", () => {
    fc.assert(
      fc.property(fc.domain(), fc.domain(), (one, other) => {
        const [first, second] = [new URL(`https://${one}`), new URL(`https://${other}`)];
        expect(isAllowedHost(first, [first.host])).toBe(true);
        if (first.hostname !== second.hostname) expect(isAllowedHost(first, [second.hostname])).toBe(false);
      }),
    );
  });

  it("reads any text without failing", () => {
    fc.assert(fc.property(fc.string(), (text) => void readHostEntry(text)));
  });
});
