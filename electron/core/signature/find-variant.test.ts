import { createHash, createHmac } from "node:crypto";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeUtf8 } from "../../../shared/compose/utf8.ts";
import { jsonText } from "../../../shared/json/test-support/arbitrary-json.ts";
import { describeDeviations } from "../../../shared/signature/deviation.ts";
import { findVariant, type Hashing, type SignatureFinding } from "../../../shared/signature/find-variant.ts";
import { keyVariants, wrongKey } from "../../../shared/signature/key-variants.ts";
import { messageVariants } from "../../../shared/signature/message-variants.ts";
import { readSignature } from "../../../shared/signature/read-signature.ts";

const TOKEN = "5a4db0c5e11ed0c0de5a4db0c5e11ed0";

const hashing: Hashing = {
  hmac: (hash, key, message) => createHmac(hash, key).update(message).digest(),
  plain: (hash, parts) => {
    const made = createHash(hash);
    for (const part of parts) made.update(part);
    return made.digest();
  },
};

function find(body: string, signature: string, token = TOKEN): SignatureFinding {
  const read = readSignature(signature);
  if (!read.ok) throw new Error(read.error.message);
  const keys = [...keyVariants(token), wrongKey("with the tenant's Realtime token as key", "other-token")];
  const search = findVariant({ body, signature: read.value, keys, hashing });
  for (;;) {
    const step = search.next();
    if (step.done === true) return step.value;
  }
}

function idsOf(finding: SignatureFinding): readonly string[] | null {
  return finding.deviations?.map(({ id }) => id) ?? null;
}

const sign = (message: string | Uint8Array, key: string | Buffer = TOKEN) =>
  createHmac("sha256", key).update(message).digest("hex");

const BODY =
  '{"tenant":999,"event":"order","customer":"zoë","context":{"url":"https://shop.example/a/b","total":100.00,"note":"<b>"}}';
const PRETTY = JSON.stringify(JSON.parse(BODY), null, 2);

describe("a signature that is none of this body as it is", () => {
  it.each([
    ["the body itself", BODY, sign(BODY), []],
    ["slashes escaped", BODY, sign(BODY.replaceAll("/", "\\/")), ["slashes.escaped"]],
    ["slashes plain", BODY.replaceAll("/", "\\/"), sign(BODY), ["slashes.plain"]],
    ["characters escaped", BODY, sign(BODY.replace("ë", "\\u00eb")), ["unicode.escaped"]],
    ["characters escaped in capitals", BODY, sign(BODY.replace("ë", "\\u00EB")), ["unicode.escaped-upper"]],
    ["characters plain", BODY.replace("ë", "\\u00eb"), sign(BODY), ["unicode.plain"]],
    [
      "both, as PHP does",
      BODY,
      sign(BODY.replace("ë", "\\u00eb").replaceAll("/", "\\/")),
      ["slashes.escaped", "unicode.escaped"],
    ],
    ["trailing zeros dropped", BODY, sign(BODY.replace("100.00", "100")), ["numbers.shortest"]],
    ["a floating-point number", BODY, sign(BODY.replace("100.00", "100.0")), ["numbers.floating"]],
    ["encoded twice", BODY, sign(JSON.stringify(BODY)), ["double.encoded"]],
    ["sent encoded twice", JSON.stringify(BODY), sign(BODY), ["double.decoded"]],
    ["compact", PRETTY, sign(JSON.stringify(JSON.parse(BODY))), ["space.none"]],
    [
      "compact and with other numbers",
      BODY.replaceAll(",", ", "),
      sign(JSON.stringify(JSON.parse(BODY))),
      ["numbers.shortest", "space.none"],
    ],
    ["pretty", JSON.stringify(JSON.parse(BODY)), sign(PRETTY), ["space.indent-2"]],
    ["with a line break", BODY, sign(`${BODY}\n`), ["line-break.added"]],
    ["without its line break", `${BODY}\n`, sign(BODY), ["space.trimmed"]],
    ["with a byte-order mark", BODY, sign(`\ufeff${BODY}`), ["mark.added"]],
    ["without its byte-order mark", `\ufeff${BODY}`, sign(BODY), ["mark.removed"]],
    ["CRLF", PRETTY, sign(PRETTY.replaceAll("\n", "\r\n")), ["line-breaks.crlf"]],
    ["in Latin-1", BODY, sign(Buffer.from(BODY, "latin1")), ["encoding.latin-1"]],
    ["in UTF-16", BODY, sign(Buffer.from(BODY, "utf16le")), ["encoding.utf-16"]],
    ["the context alone", BODY, sign(BODY.slice(BODY.indexOf("{", 1), -1)), ["subject.context"]],
    ["an empty variable", BODY, sign(""), ["subject.empty"]],
    ["in a list", BODY, sign(`[${BODY}]`), ["list.wrapped"]],
    ["markup escaped, as Go does", BODY, sign(BODY.replace("<b>", "\\u003cb\\u003e")), ["markup.go"]],
    ["capital letters", BODY, sign(BODY).toUpperCase(), ["writing.upper-case"]],
    ["base64", BODY, Buffer.from(sign(BODY), "hex").toString("base64"), ["writing.base64"]],
    ["URL-safe base64", BODY, Buffer.from(sign(BODY), "hex").toString("base64url"), ["writing.base64"]],
    ["a prefix", BODY, `sha256=${sign(BODY)}`, ["writing.prefix"]],
    ["SHA-1", BODY, createHmac("sha1", TOKEN).update(BODY).digest("hex"), ["digest.other-hash"]],
    ["SHA-512", BODY, createHmac("sha512", TOKEN).update(BODY).digest("hex"), ["digest.other-hash"]],
    ["no key", BODY, createHash("sha256").update(BODY).digest("hex"), ["digest.no-key"]],
    [
      "no HMAC",
      BODY,
      createHash("sha256")
        .update(TOKEN + BODY)
        .digest("hex"),
      ["digest.token-first"],
    ],
    ["the token as hexadecimal", BODY, sign(BODY, Buffer.from(TOKEN, "hex")), ["key.hexadecimal"]],
    ["the token as base64", BODY, sign(BODY, Buffer.from(TOKEN, "base64")), ["key.base64"]],
    ["the token with a line break", BODY, sign(BODY, `${TOKEN}\n`), ["key.line-break"]],
    ["the other token", BODY, sign(BODY, "other-token"), ["key.other-token"]],
  ])("is recognised: %s", (_what, body, signature, expected) => {
    expect(idsOf(find(body, signature))).toEqual(expected);
  });

  it("is not explained where nothing fits", () => {
    const finding = find(BODY, sign(`${BODY}x`));
    expect(finding).toMatchObject({ deviations: null, isComplete: true });
    expect(finding.tried).toBeGreaterThan(1000);
  });

  it("is looked for within bounds where the body is large", () => {
    const large = JSON.stringify({ tenant: 1, context: { text: "a/".repeat(200_000), total: 1 } });
    expect(find(large, sign("something else"))).toMatchObject({ deviations: null, isComplete: false });
    expect(idsOf(find(large, sign(large.replaceAll("/", "\\/"))))).toEqual(["slashes.escaped"]);
  });
});

describe("any body", () => {
  it("signed in any variant is recognised as nothing further from it than that variant", () => {
    fc.assert(
      fc.property(fc.oneof(jsonText, fc.string()), fc.nat(), (body, place) => {
        fc.pre(body.isWellFormed());
        const variants = [...firstOf(messageVariants(body), 200)];
        const variant = variants[place % variants.length];
        if (variant === undefined) throw new Error("There is always the body itself.");
        const found = find(body, sign(variant.bytes)).deviations;
        expect(found).not.toBeNull();
        expect(found?.length).toBeLessThanOrEqual(variant.deviations.length);
        const same = variants.find(({ deviations }) => idsEqual(deviations, found ?? []));
        expect(same?.bytes ?? encodeUtf8(body)).toEqual(variant.bytes);
      }),
      { numRuns: 200 },
    );
  });

  it("has no variant that is not the same JSON, as far as it is one", () => {
    fc.assert(
      fc.property(jsonText, (body) => {
        fc.pre(body.isWellFormed());
        for (const { deviations, bytes } of firstOf(messageVariants(body), 60)) {
          const isRewritten = deviations.every(({ id }) => /^(?:slashes|unicode|space|markup)\./.test(id));
          if (!isRewritten) continue;
          expect(JSON.parse(Buffer.from(bytes).toString("utf8"))).toEqual(
            JSON.parse(Buffer.from(body, "utf8").toString("utf8")),
          );
        }
      }),
    );
  });
});

it("is told in one sentence", () => {
  const php = find(
    BODY,
    createHmac("sha1", TOKEN).update(BODY.replace("ë", "\\u00eb").replaceAll("/", "\\/")).digest("base64"),
  );
  expect(describeDeviations(php.deviations ?? [])).toBe(
    "The signature was made over this body with every slash written as \\/, as PHP's json_encode does and with characters beyond ASCII written as \\uXXXX, by HMAC-SHA1 in place of HMAC-SHA256, and written in base64 in place of hexadecimal.",
  );
  expect(describeDeviations(find(BODY, sign("")).deviations ?? [])).toBe(
    "The signature was made over an empty text.",
  );
});

function* firstOf<Item>(items: Iterable<Item>, count: number): Generator<Item> {
  let left = count;
  for (const item of items) {
    if (left === 0) return;
    left -= 1;
    yield item;
  }
}

function idsEqual(
  one: readonly { readonly id: string }[],
  other: readonly { readonly id: string }[],
): boolean {
  return one.map(({ id }) => id).join() === other.map(({ id }) => id).join();
}
