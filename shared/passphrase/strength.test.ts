import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { estimateStrength } from "./strength.ts";

const levelOf = (passphrase: string) => estimateStrength(passphrase).level;

describe("the strength of a passphrase", () => {
  it("is not asked for below ten characters", () => {
    expect(estimateStrength("x7$Kq2!m")).toMatchObject({
      level: "too-short",
      advice: "2 more characters at least.",
    });
    expect(estimateStrength("x7$Kq2!mZ").advice).toBe("1 more character at least.");
  });

  it.each([
    "aaaaaaaaaaaaaaaaaaaaaaaa",
    "abcdefghijklmnopqrstuvwxyz",
    "0123456789",
    "password1!",
    "Password123!",
    "passwordpasswordpassword",
    "qwertyqwerty123",
    "abcabcabcabcabcabcabc",
    "1999-12-31",
    "optimove2026",
  ])("is weak for %s", (passphrase) => {
    expect(levelOf(passphrase)).toBe("weak");
  });

  it.each(["correct horse battery", "my dog eats green peas"])(
    "is fair for a few words: %s",
    (passphrase) => {
      expect(levelOf(passphrase)).toBe("fair");
    },
  );

  it.each(["x7$Kq2!mZ9&bT4", "glacier pumpkin violin marble orbit"])("is strong for %s", (passphrase) => {
    expect(levelOf(passphrase)).toBe("strong");
  });

  it("is told for any text, without repeating it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (text) => {
        const { bits, advice } = estimateStrength(text);
        expect(bits).toBeGreaterThanOrEqual(0);
        expect(advice).not.toBe("");
        expect(advice.includes(text) && text.length > 3).toBe(false);
      }),
    );
  });
});
