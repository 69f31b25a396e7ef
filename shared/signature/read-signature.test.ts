import * as fc from "fast-check";
import { expect, it } from "vitest";
import { decodeBase64, decodeHex } from "./decode.ts";
import { readSignature } from "./read-signature.ts";
import { visibleText } from "./visible-text.ts";

it.each([
  ["", "signature.empty"],
  ["  \n", "signature.empty"],
  ["what?", "signature.unreadable"],
  ["abcd", "signature.length"],
])("refuses %j", (text, code) => {
  expect(readSignature(text)).toMatchObject({ ok: false, error: { code } });
});

it("reads the value out of a whole header line", () => {
  const read = readSignature(`X-Optimove-Signature-Content: ${"ab".repeat(32)}\r\n`);
  expect(read).toMatchObject({ ok: true, value: { hash: "sha256", deviations: [] } });
});

it("decodes as Node does", () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1 }), (bytes) => {
      const buffer = Buffer.from(bytes);
      expect(decodeHex(buffer.toString("hex"))).toEqual(bytes);
      expect(decodeBase64(buffer.toString("base64"))).toEqual(bytes);
      expect(decodeBase64(buffer.toString("base64url"))).toEqual(bytes);
    }),
  );
});

it("never throws, whatever is pasted", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => typeof readSignature(text).ok === "boolean"),
  );
});

it("shows what cannot be seen", () => {
  expect(visibleText('{ "a":\t1,\r\n\u00a0"b":\ufeff2\u0000}')).toBe('{·"a":→1,␍↵\n[U+00A0]"b":[U+FEFF]2␀}');
});
