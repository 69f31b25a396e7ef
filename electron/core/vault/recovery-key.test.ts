import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromBase32, toBase32 } from "./base32.ts";
import { makeRecoveryKey, readRecoveryKey, writeRecoveryKey } from "./recovery-key.ts";

const key = fc.uint8Array({ minLength: 20, maxLength: 20 });

describe("base 32", () => {
  it("gives back any bytes whose bits are a multiple of five", () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ minLength: 5, maxLength: 5 })), (groups) => {
        const bytes = Buffer.concat(groups);
        expect(fromBase32(toBase32(bytes))?.equals(bytes)).toBe(true);
      }),
    );
  });

  it("is that of Crockford", () => {
    expect(toBase32(Buffer.from([0x00, 0x44, 0x32, 0x14, 0xc7]))).toBe("01234567");
    expect(toBase32(Buffer.alloc(5, 255))).toBe("ZZZZZZZZ");
    expect(fromBase32("oiL0000z")?.equals(Buffer.from([0x00, 0x42, 0x00, 0x00, 0x1f]))).toBe(true);
  });
});

describe("a recovery key", () => {
  it("is nine groups of four that read back to the same key", () => {
    fc.assert(
      fc.property(key, (bytes) => {
        const written = writeRecoveryKey(bytes);
        expect(written).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){8}[0-9A-HJKMNP-TV-Z]{4}$/);
        const read = readRecoveryKey(written);
        expect(read.ok && read.value.equals(bytes)).toBe(true);
      }),
    );
  });

  it("is read however it is typed: small, spaced, with letters for digits", () => {
    fc.assert(
      fc.property(key, (bytes) => {
        const written = writeRecoveryKey(bytes);
        const typed = `  ${written.toLowerCase().replaceAll("-", " ").replaceAll("0", "o").replaceAll("1", "l")} `;
        const read = readRecoveryKey(typed);
        expect(read.ok && read.value.equals(bytes)).toBe(true);
      }),
    );
  });

  it("is refused with one character wrong", () => {
    const written = writeRecoveryKey(makeRecoveryKey());
    for (let position = 0; position < written.length; position += 1) {
      const character = written[position] ?? "";
      if (character === "-") continue;
      const other = character === "A" ? "B" : "A";
      const typo = written.slice(0, position) + other + written.slice(position + 1);
      expect(readRecoveryKey(typo)).toMatchObject({ error: { code: "vault.recovery-key-mistyped" } });
    }
  });

  it("is refused with a sentence, whatever is typed, and the sentence does not repeat it", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 3 }), (text) => {
        const read = readRecoveryKey(text);
        expect(read.ok).toBe(false);
      }),
    );
    const wrong = writeRecoveryKey(makeRecoveryKey()).replace(/.$/, "U");
    expect(JSON.stringify(readRecoveryKey(wrong))).not.toContain(wrong.slice(0, 9));
  });
});
