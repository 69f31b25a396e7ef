import * as fc from "fast-check";

// JSON as people and programs write it, not as JSON.stringify does: any white space, any escapes, any spelling of a number.

const whitespace = fc
  .array(fc.constantFrom(" ", "\t", "\n", "\r\n", "\r"), { maxLength: 3 })
  .map((parts) => parts.join(""));

const escapes = fc.oneof(
  fc.constantFrom('\\"', "\\\\", "\\/", "\\b", "\\f", "\\n", "\\r", "\\t"),
  fc
    .integer({ min: 0, max: 0xffff })
    .map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`)
    .chain((escape) => fc.constantFrom(escape, `\\u${escape.slice(2).toUpperCase()}`)),
);

const plainUnits = fc
  .string({ unit: "binary", maxLength: 8 })
  .map((text) =>
    Array.from(text, (unit) => (unit < " " || unit === '"' || unit === "\\" ? "x" : unit)).join(""),
  );

/** A JSON string with its quotes. */
const stringText: fc.Arbitrary<string> = fc
  .array(fc.oneof(plainUnits, escapes, fc.constantFrom("{{", "}}", "é", "😀", "\ud800", "\u2028")), {
    maxLength: 5,
  })
  .map((parts) => `"${parts.join("")}"`);

const digits = fc.stringMatching(/^[0-9]{1,22}$/);

/** A JSON number, also such as no double holds. */
export const numberText: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom("", "-"),
    fc.oneof(fc.constant("0"), fc.stringMatching(/^[1-9][0-9]{0,21}$/)),
    fc.option(digits, { nil: "" }),
    fc.option(fc.stringMatching(/^[eE][+-]?[0-9]{1,3}$/), { nil: "" }),
  )
  .map(([sign, whole, fraction, exponent]) => sign + whole + (fraction && `.${fraction}`) + exponent);

const padded = (text: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.tuple(whitespace, text, whitespace).map((parts) => parts.join(""));

const { document } = fc.letrec<{ document: string; object: string; array: string }>((tie) => ({
  object: fc
    .array(
      fc.tuple(
        padded(fc.oneof(stringText, fc.constantFrom('"a"', '"context"', '"__proto__"'))),
        tie("document"),
      ),
      { maxLength: 4 },
    )
    .chain((members) =>
      members.length === 0
        ? whitespace.map((space) => `{${space}}`)
        : fc.constant(`{${members.map(([key, value]) => `${key}:${value}`).join(",")}}`),
    ),
  array: fc
    .array(tie("document"), { maxLength: 4 })
    .chain((items) =>
      items.length === 0 ? whitespace.map((space) => `[${space}]`) : fc.constant(`[${items.join(",")}]`),
    ),
  document: padded(
    fc.oneof(
      { maxDepth: 4, depthSize: "medium" },
      fc.oneof(stringText, numberText, fc.constantFrom("true", "false", "null")),
      tie("object"),
      tie("array"),
    ),
  ),
}));

/** Any valid JSON document. */
export const jsonText: fc.Arbitrary<string> = document;

/** Any valid JSON document that is an object with at least one member. */
export const objectText: fc.Arbitrary<string> = fc
  .array(fc.tuple(stringText, padded(document)), { minLength: 1, maxLength: 5 })
  .map((members) => `{${members.map(([key, value]) => `${key}:${value}`).join(",")}}`);

/** JSON that was changed somewhere: a piece left out, put in or put in twice. Some of it is still valid. */
export const damagedJsonText: fc.Arbitrary<string> = fc
  .tuple(
    jsonText,
    fc.nat(),
    fc.nat({ max: 3 }),
    fc.constantFrom(
      "",
      ",",
      ":",
      '"',
      "\\",
      "{",
      "}",
      "[",
      "]",
      "-",
      ".",
      "0",
      "e",
      "\u00a0",
      "\ufeff",
      "'",
      "/",
      "nul",
    ),
  )
  .map(([text, place, length, piece]) => {
    const offset = place % (text.length + 1);
    return text.slice(0, offset) + piece + text.slice(offset + length);
  });
