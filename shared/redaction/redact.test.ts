import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { base64Patterns } from "./base64.ts";
import { createRedactor, secretReference } from "./redact.ts";
import { characterPattern, hexPattern, writtenForms } from "./spellings.ts";
import { encodings } from "./test-support/encodings.ts";
import { redactEverywhere } from "./test-support/search-everywhere.ts";

const reference = secretReference("token");
const redactorOf = (value: string) => createRedactor([{ name: "token", value }]);

/** Reads a text back in every encoding, to see whether the secret can still be had from it. */
function canBeReadFrom(text: string, secret: string): boolean {
  const readings = [text];
  const attempt = (read: () => string) => {
    try {
      readings.push(read());
    } catch {
      // Not written in this encoding.
    }
  };
  attempt(() => decodeURIComponent(text));
  attempt(() => decodeURIComponent(decodeURIComponent(text)));
  attempt(() => String(JSON.parse(`"${text}"`)));
  attempt(() => String(JSON.parse(String(JSON.parse(`"\\"${text}\\""`)))));
  readings.push(Buffer.from(text, "hex").toString());
  for (const padding of ["", "=", "==", "==="])
    readings.push(Buffer.from(padding + text, "base64").toString());
  for (let skip = 0; skip < 4; skip += 1) readings.push(Buffer.from(text.slice(skip), "base64").toString());
  return readings.some((reading) => reading.includes(secret));
}

// A secret that is itself a piece of "{{secret:token}}" is no secret.
const secrets = fc
  .oneof(
    fc.string({ minLength: 8, maxLength: 64 }),
    fc.string({ minLength: 8, maxLength: 40, unit: "grapheme" }),
    fc.string({ minLength: 32, maxLength: 64, unit: fc.constantFrom(...Array.from("0123456789abcdef")) }),
    fc.string({
      minLength: 8,
      maxLength: 24,
      unit: fc.constantFrom(...Array.from("\\\"/&+ %<'\n\u00fca\u20ac\u{1f600}")),
    }),
  )
  .filter((secret) => !/[{}]/.test(secret) && secret.isWellFormed() && !reference.includes(secret));

/** Texts full of secrets as they are, in every encoding, with characters encoded each in its own way, whole and cut off. */
function textsAround(values: readonly string[]): fc.Arbitrary<string> {
  const value = fc.constantFrom(...values);
  const encode = fc.constantFrom(...Object.values(encodings));
  const each = fc.array(encode, { minLength: 1, maxLength: 4 });
  const written = fc.oneof(
    fc.tuple(value, encode).map(([text, encoded]) => encoded(text)),
    fc
      .tuple(value, each)
      .map(([text, all]) =>
        Array.from(text, (character, index) => (all[index % all.length] ?? String)(character)).join(""),
      ),
  );
  const cut = fc.tuple(written, fc.nat(80), fc.nat(80)).map(([text, start, end]) => text.slice(start, end));
  const between = fc.oneof(
    fc.string({ maxLength: 3 }),
    fc.constantFrom(
      reference,
      "\\",
      "\\\\",
      "%",
      "%25",
      "&#",
      "a",
      "+",
      "/",
      "\u00e9",
      "\ud83d",
      "{{secret:",
    ),
  );
  return fc.array(fc.oneof(written, cut, between), { maxLength: 12 }).map((pieces) => pieces.join(""));
}

describe("redaction", () => {
  it("finds what a search at every place of the text finds", () => {
    const some = fc.array(fc.oneof(secrets, fc.string({ unit: fc.constantFrom("a", "A", "%", "\\", "b") })), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(
        some.chain((values) => fc.tuple(fc.constant(values), textsAround(values))),
        ([values, text]) => {
          const known = values.map((one, index) => ({
            name: index === 0 ? "token" : `other-${index}`,
            value: one,
          }));
          expect(createRedactor(known)(text)).toBe(redactEverywhere(known, text));
        },
      ),
      { numRuns: 400 },
    );
  });

  it("finds everything that the pattern of a secret can be written as", () => {
    const spelled = secrets.chain((secret) => {
      const written = writtenForms(secret);
      const patterns = [
        characterPattern(secret),
        ...written.map(hexPattern),
        ...written.flatMap(base64Patterns),
      ];
      const one = fc
        .constantFrom(...patterns)
        .chain((pattern) => fc.stringMatching(new RegExp(`^${pattern}$`, "u")));
      const pieces = fc.array(fc.oneof(one, fc.constantFrom(reference, "{{secret:", "\\", "2B", "x")), {
        maxLength: 4,
      });
      return fc.tuple(fc.constant(secret), pieces);
    });
    fc.assert(
      fc.property(spelled, ([secret, pieces]) => {
        const known = [{ name: "token", value: secret }];
        expect(redactorOf(secret)(pieces.join(""))).toBe(redactEverywhere(known, pieces.join("")));
      }),
      { numRuns: 400 },
    );
  });

  it("lets no secret survive in any text, in any encoding", () => {
    fc.assert(
      fc.property(secrets, fc.string(), fc.string(), (secret, before, after) => {
        const redact = redactorOf(secret);
        for (const [name, encode] of Object.entries(encodings)) {
          const redacted = redact(`${before} ${encode(secret)} ${after}`);
          expect(redacted, name).toContain(reference);
          expect(redacted, name).not.toContain(encode(secret));
          expect(redacted, name).not.toContain(secret);
        }
      }),
      { numRuns: 200 },
    );
  });

  it("leaves nothing that could be decoded to the secret", () => {
    fc.assert(
      fc.property(secrets, (secret) => {
        const redact = redactorOf(secret);
        for (const [name, encode] of Object.entries(encodings)) {
          expect(canBeReadFrom(redact(encode(secret)), secret), name).toBe(false);
        }
      }),
      { numRuns: 200 },
    );
  });

  it("leaves a text without secrets as it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const secret = "5a4db0c5e11ed0c0de5a4db0c5e11ed0";
        expect(redactorOf(secret)(text)).toBe(text);
      }),
    );
  });

  it("replaces every occurrence and nothing around it", () => {
    const secret = "5a4db0c5e11ed0c0";
    const text = `{"tid":"${secret}","again":"x${secret}y","path":"C:\\\\${secret}"}`;
    expect(redactorOf(secret)(text)).toBe(
      `{"tid":"${reference}","again":"x${reference}y","path":"C:\\\\${reference}"}`,
    );
  });

  it("leaves the quotes around a secret that begins and ends with quotes", () => {
    for (const secret of ['"5a4db0c5"e11e"', "'5a4db0c5'e11e'"]) {
      const redact = redactorOf(secret);
      const text = JSON.stringify({ tid: secret, nested: JSON.stringify([secret, "x"]), last: secret });
      const redacted: unknown = JSON.parse(redact(text));
      expect(redacted).toEqual({ tid: reference, nested: JSON.stringify([reference, "x"]), last: reference });
    }
  });

  it("finds a secret in other letters' case", () => {
    expect(redactorOf("5a4db0c5e11ed0c0")("token 5A4DB0C5E11ED0C0 is unknown")).toBe(
      `token ${reference} is unknown`,
    );
  });

  it("leaves references that stand in the text, whatever the secret is", () => {
    expect(redactorOf("token")(`{"tid":"${reference}","x":"token"}`)).toBe(
      `{"tid":"${reference}","x":"${reference}"}`,
    );
  });

  it("finds a secret that begins before a reference and goes on behind it", () => {
    const secret = `5a4d${reference}b0c5`;
    expect(redactorOf(secret)(`x${secret}y${reference}`)).toBe(`x${reference}y${reference}`);
  });

  it("does not take a secret between braces for a reference", () => {
    expect(redactorOf("abcdefgh12345678")("{{secret:abcdefgh12345678}}")).toBe(`{{secret:${reference}}}`);
  });

  it("takes a secret that contains another as a whole", () => {
    const redact = createRedactor([
      { name: "short", value: "abcdefgh" },
      { name: "long", value: "abcdefgh12345678" },
    ]);
    expect(redact("abcdefgh12345678 abcdefgh")).toBe("{{secret:long}} {{secret:short}}");
  });

  it("does not look for a value so short that it would take the text apart", () => {
    expect(redactorOf("1")('{"eid":1101}')).toBe('{"eid":1101}');
  });

  it("is not slowed down by backslashes or quotes, in the secret or in the text", () => {
    for (const character of ["\\", '"', "'"]) {
      const secret = `x${character.repeat(30)}a${character.repeat(30)}b`;
      const text = `x${character.repeat(20_000)}`;
      expect(redactorOf(secret)(text)).toBe(text);
    }
  });

  it("gives the same in steps, wherever a secret lies across two of them", async () => {
    const secret = "5a4db0c5e11ed0c0de5a4db0c5e11ed0";
    const redact = redactorOf(secret);
    const spellings = ["raw", "url twice", "base64 after one byte"].map(
      (name) => encodings[name]?.(secret) ?? "",
    );
    for (const [index, spelling] of spellings.entries()) {
      const cut = Math.floor((spelling.length * (index + 1)) / (spellings.length + 1));
      const before = "\u{1f600}x".repeat(400_000).slice(0, 1_000_000 - cut);
      const text = `${before}${spelling} and ${"y".repeat(700_000)}${spelling}${spelling}`;
      let pauses = 0;
      const gradually = await redact.gradually(text, async () => void (pauses += 1));
      expect(gradually === redact(text), spelling).toBe(true);
      expect(gradually.includes(spelling), spelling).toBe(false);
      expect(pauses).toBeGreaterThan(1);
    }
  });
});
