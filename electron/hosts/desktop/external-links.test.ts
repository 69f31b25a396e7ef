import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allowedExternalLink } from "./external-links.ts";

describe("a link out of the window", () => {
  it.each(["https://docs.optimove.com/events", "https://optimove.com/"])("may go to %s", (link) => {
    expect(allowedExternalLink(link)).toBe(link);
  });

  it.each([
    "http://docs.optimove.com/",
    "https://optimove.com.evil.example/",
    "https://notoptimove.com/",
    "https://evil.example/?docs.optimove.com",
    "https://user@docs.optimove.com/",
    "https://docs.optimove.com@evil.example/",
    "https://docs.optimove.com:8443/",
    "file:///etc/passwd",
    "javascript:alert(1)",
    "smb://docs.optimove.com/share",
    "//docs.optimove.com",
    `https://docs.optimove.com/${"a".repeat(3000)}`,
    "",
    null,
    7,
    { toString: () => "https://docs.optimove.com/" },
  ])("may not go to %s", (link) => {
    expect(allowedExternalLink(link)).toBeNull();
  });

  it("is never anything but https on the vendor's domain", () => {
    fc.assert(
      fc.property(fc.oneof(fc.webUrl({ withFragments: true }), fc.string(), fc.anything()), (link) => {
        const allowed = allowedExternalLink(link);
        if (allowed !== null) expect(new URL(allowed).origin).toMatch(/^https:\/\/([^/]+\.)?optimove\.com$/);
      }),
    );
  });
});
