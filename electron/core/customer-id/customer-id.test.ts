import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCustomerIdKey } from "./customer-id-key.ts";
import { decryptCustomerId, encryptCustomerId, visitorIdOf } from "./customer-id.ts";

const KEY = "0123456789abcdefghijklmnopqrstuv";
const HEX_KEY = "303132333435363738396162636465666768696a6b6c6d6e6f70717273747576";
const BASE64_KEY = "MDEyMzQ1Njc4OWFiY2RlZmdoaWprbG1ub3BxcnN0dXY=";

// Made with `openssl enc -aes-256-cbc` and `openssl dgst -sha256 -mac HMAC`, not with the code under test.
const VECTORS = [
  [
    "johndoe@domain.com",
    "c3RhdGljaXZzdGF0aWNpdrnDrylx7THdSgfdZzgXUN4qJdaEZUNO4AAhJQtl/JcogA4iTOpu8dbRqvGh6uS9zJMNCEWcHhYKHUbjaInH8hQ=",
  ],
  [
    "secret message",
    "c3RhdGljaXZzdGF0aWNpdqhfIYjMsyIz15N8ZdP8cuZFgDRh0KiIldtDJlIM8TFGQeo6Ev/UG3tpZgu7BmYzCw==",
  ],
  ["Zoë 12345", "c3RhdGljaXZzdGF0aWNpdhf39leRT/p/YV/jKJ3uxdFp3AspHRgRFp0KQCF2i1ZEBnl148q2ZgQA7JcXIwXrcQ=="],
  [
    "0123456789abcdef",
    "c3RhdGljaXZzdGF0aWNpdhf8VO1kjas3FniLUY3+J9EfcyKVDsy/RiWl0m25ayipt15L4tM9EvLUi4urifnmUwypR24GMxa8zvsqkV9A0Hk=",
  ],
] as const;
const [JOHN, JOHN_ENCRYPTED] = VECTORS[0];

/** "johndoe@domain.com" with the IV 00 01 02 ... 0f, as the vendor's .NET sample would draw one. */
const OTHER_IV =
  "AAECAwQFBgcICQoLDA0ODz2wVJBA62Jb8lzDy6QXzVCiccfOXOgQoXFF/gJcpOW1bC540Rt3FizBmx8dx4nVlSGsJzkcrOB2QrKzWHrZb7c=";

describe("encrypted customer ids", () => {
  it.each(VECTORS)("encrypts and decrypts %s as openssl does", (plain, encrypted) => {
    expect(encryptCustomerId(plain, KEY)).toEqual({ ok: true, value: { encrypted, keyForm: "text" } });
    expect(decryptCustomerId(encrypted, KEY)).toEqual({
      ok: true,
      value: { customerId: plain, keyForm: "text", hasStaticIv: true },
    });
  });

  it.each([
    [KEY, "text"],
    [HEX_KEY, "hexadecimal"],
    [HEX_KEY.toUpperCase(), "hexadecimal"],
    [BASE64_KEY, "base64"],
    [BASE64_KEY.slice(0, -1), "base64"],
    [`${HEX_KEY}\n`, "hexadecimal"],
  ])("takes the key in each of its forms and says which: %s", (key, keyForm) => {
    expect(encryptCustomerId(JOHN, key)).toEqual({
      ok: true,
      value: { encrypted: JOHN_ENCRYPTED, keyForm },
    });
  });

  it("takes the IV from the encrypted id and says when it is not the static one", () => {
    expect(decryptCustomerId(OTHER_IV, KEY)).toMatchObject({
      ok: true,
      value: { customerId: JOHN, hasStaticIv: false },
    });
  });

  it("reads back whatever fits", () => {
    const ids = fc
      .string({ minLength: 1, maxLength: 90, unit: "grapheme" })
      .filter((id) => id.length <= 90 && Buffer.byteLength(id) < 96);
    fc.assert(
      fc.property(ids, (id) => {
        const encrypted = encryptCustomerId(id, KEY);
        if (!encrypted.ok) throw new Error(encrypted.error.message);
        expect(decryptCustomerId(encrypted.value.encrypted, HEX_KEY)).toMatchObject({
          value: { customerId: id },
        });
      }),
    );
  });

  it("refuses an encrypted id with any one bit changed", () => {
    const bytes = Buffer.from(JOHN_ENCRYPTED, "base64");
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(7), (index, bit) => {
        const changed = Buffer.from(bytes);
        changed[index] = (bytes[index] ?? 0) ^ (1 << bit);
        expect(decryptCustomerId(changed.toString("base64"), KEY)).toMatchObject({
          error: { code: "customer-id.mac-mismatch" },
        });
      }),
    );
  });

  it.each([
    ["another key", JOHN_ENCRYPTED, KEY.replace("0", "1"), "customer-id.mac-mismatch"],
    ["a short key", JOHN_ENCRYPTED, "0123", "customer-id.key-length"],
    ["a key with a digit too many", JOHN_ENCRYPTED, `${HEX_KEY}0`, "customer-id.key-length"],
    ["no base64", "johndoe@domain.com", KEY, "customer-id.not-base64"],
    ["nothing", "", KEY, "customer-id.not-base64"],
    ["a part", JOHN_ENCRYPTED.slice(0, 60), KEY, "customer-id.cut-off"],
  ])("answers %s with a sentence", (_case, encrypted, key, code) => {
    const result = decryptCustomerId(encrypted, key);
    expect(result).toMatchObject({ ok: false, error: { code } });
    if (result.ok) return;
    expect(result.error.message).toMatch(/^[A-Z].*\.$/);
    expect(JSON.stringify(result.error)).not.toContain(key);
  });

  it("knows a + that a URL turned into a space, and the URL-safe alphabet", () => {
    expect(decryptCustomerId("c3RhdGljaXZzdGF0aWNpdr a/w==", KEY)).toMatchObject({
      error: { message: expect.stringContaining("%2B") as string },
    });
    const urlSafe = JOHN_ENCRYPTED.replaceAll("/", "_").replaceAll("+", "-");
    expect(decryptCustomerId(urlSafe, KEY)).toMatchObject({
      error: { message: expect.stringContaining("URL-safe") as string },
    });
  });

  it.each([
    ["", "customer-id.empty"],
    ["x".repeat(91), "customer-id.too-long"],
    ["é".repeat(50), "customer-id.too-long"],
    ["\ud800", "customer-id.not-unicode"],
  ])("does not encrypt %j", (id, code) => {
    expect(encryptCustomerId(id, KEY)).toMatchObject({ ok: false, error: { code } });
  });

  it("encrypts 90 characters into 192, within the 200 of a customer id", () => {
    const result = encryptCustomerId("x".repeat(90), KEY);
    expect(result.ok && result.value.encrypted.length).toBe(192);
  });

  it("never throws, whatever it is given", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (text, key) => {
        expect(() => [decryptCustomerId(text, key), encryptCustomerId(text, key)]).not.toThrow();
      }),
    );
  });

  it("keeps the key out of the error about its length", () => {
    const result = readCustomerIdKey("hunter2-hunter2");
    expect(JSON.stringify(result)).not.toContain("hunter2");
  });
});

describe("the visitor id of a customer", () => {
  // `printf 'johndoe@domain.com' | sha1sum`
  it.each([
    ["johndoe@domain.com", "3116eed913c21d67"],
    ["12345", "8cb2237d0679ca88"],
    ["Zoë", "4771a7b47db3a5a3"],
  ])("of %s is the first 16 digits of its SHA-1", (customerId, visitorId) => {
    expect(visitorIdOf(customerId)).toBe(visitorId);
  });
});
