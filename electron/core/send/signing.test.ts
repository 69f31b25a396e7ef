import { describe, expect, it } from "vitest";
import { signBody, verifySignature } from "./signing.ts";

describe("a signature", () => {
  it("is the HMAC-SHA256 of RFC 4231, test case 2", () => {
    expect(signBody("Jefe", Buffer.from("what do ya want for nothing?"))).toBe(
      "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
    );
  });

  it("belongs to its bytes and to no others", () => {
    const body = Buffer.from('{"a":100.00}');
    const signature = signBody("token", body);
    expect(verifySignature("token", body, signature)).toBe(true);
    expect(verifySignature("token", body, signature.toUpperCase())).toBe(true);
    expect(verifySignature("other", body, signature)).toBe(false);
    expect(verifySignature("token", Buffer.from('{"a":100}'), signature)).toBe(false);
  });

  it.each(["", "xyz", "00", "g".repeat(64)])("is not %j", (signature) => {
    expect(verifySignature("token", Buffer.from("{}"), signature)).toBe(false);
  });
});
