import { randomBytes } from "node:crypto";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isSealed, seal, unseal } from "./sealed.ts";

const key = fc.uint8Array({ minLength: 32, maxLength: 32 });
const plaintext = fc.uint8Array({ maxLength: 300 });

describe("a sealed record", () => {
  it("gives back what was sealed, under its key and its id", () => {
    fc.assert(
      fc.property(key, fc.string(), plaintext, (aKey, id, bytes) => {
        expect(unseal(aKey, id, seal(aKey, id, bytes))?.equals(bytes)).toBe(true);
      }),
    );
  });

  it("gives nothing under another key or another id", () => {
    fc.assert(
      fc.property(key, key, fc.string(), fc.string(), plaintext, (aKey, otherKey, id, otherId, bytes) => {
        const sealed = seal(aKey, id, bytes);
        if (!Buffer.from(aKey).equals(otherKey)) expect(unseal(otherKey, id, sealed)).toBeNull();
        if (id !== otherId) expect(unseal(aKey, otherId, sealed)).toBeNull();
      }),
    );
  });

  it("gives nothing or the same, never something else, after any change to its text", () => {
    fc.assert(
      fc.property(key, plaintext, fc.nat(), fc.integer({ min: 1, max: 127 }), (aKey, bytes, at, flip) => {
        const sealed = seal(aKey, "a", bytes);
        const position = at % sealed.length;
        const changed = String.fromCharCode(sealed.charCodeAt(position) ^ flip);
        const text = sealed.slice(0, position) + changed + sealed.slice(position + 1);
        // Base64 writes the last bits in more than one way, so a change there need not be one.
        const opened = unseal(aKey, "a", text);
        expect(opened === null || opened.equals(bytes)).toBe(true);
      }),
    );
  });

  it("gives nothing for any text that nobody sealed", () => {
    const aKey = randomBytes(32);
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(unseal(aKey, "a", text)).toBeNull();
        expect(unseal(aKey, "a", `optievent-sealed/1:${text}`)).toBeNull();
      }),
    );
  });

  it("never has the same text twice, and says what it is", () => {
    const aKey = randomBytes(32);
    const texts = Array.from({ length: 200 }, () => seal(aKey, "a", Buffer.from("same")));
    expect(new Set(texts).size).toBe(200);
    expect(texts.every(isSealed)).toBe(true);
    expect(texts.join("")).not.toContain(Buffer.from("same").toString("base64").slice(0, 5));
  });
});
