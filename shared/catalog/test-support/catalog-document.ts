import * as fc from "fast-check";
import { numberText } from "../../json/test-support/arbitrary-json.ts";

// Catalog files as text: known fields in the order of the format, then fields of others with any names and any digits.

type Members = readonly (readonly [name: string, text: string])[];

const quote = (text: string): string => JSON.stringify(text);

/** Names that programs trip over, and names of digits, which JavaScript sorts. */
const strangeName = fc.oneof(
  fc.constantFrom(
    "__proto__",
    "constructor",
    "toString",
    "hasOwnProperty",
    "7",
    "10",
    "#written",
    "",
    "x y",
    "é",
  ),
  fc.string({ maxLength: 6 }),
);

const name = fc.oneof(
  strangeName.filter((text) => text !== ""),
  fc.stringMatching(/^[a-z]{1,6}(?:_[a-z]{1,6})?$/),
);

const { value } = fc.letrec<{ value: string; object: string; array: string }>((tie) => ({
  object: fc
    .uniqueArray(fc.tuple(strangeName, tie("value")), { maxLength: 4, selector: ([member]) => member })
    .map((members) => object(members.map(([member, text]) => [member, text] as const))),
  array: fc.array(tie("value"), { maxLength: 4 }).map((items) => `[${items.join(",")}]`),
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.string({ maxLength: 6 }).map(quote),
    numberText,
    fc.constantFrom("true", "false", "null", "100.00", "12345678901234567890", "-0", "1e400"),
    tie("array"),
    tie("object"),
  ),
}));

function object(members: Members): string {
  return `{${members.map(([member, text]) => `${quote(member)}:${text}`).join(",")}}`;
}

/** Members that the format knows, in its order, some of them left out; then unknown ones. */
function documentOf(
  known: readonly (readonly [string, fc.Arbitrary<string>, boolean])[],
): fc.Arbitrary<string> {
  const names = new Set(known.map(([member]) => member));
  const own = known.map(([member, text, isRequired]) =>
    (isRequired ? text : fc.option(text, { nil: null })).map((written) => [member, written] as const),
  );
  const unknown = fc.uniqueArray(
    fc.tuple(
      strangeName.filter((member) => !names.has(member)),
      value,
    ),
    { maxLength: 3, selector: ([member]) => member },
  );
  return fc.tuple(fc.tuple(...own), unknown).map(([members, others]) => {
    const present = members.flatMap(([member, text]) => (text === null ? [] : [[member, text] as const]));
    return object([...present, ...others]);
  });
}

const text = fc.string({ maxLength: 8 }).map(quote);
const flag = fc.constantFrom("true", "false");
const finite = fc.constantFrom("0", "100.00", "-1.50", "1e2", "12345678901234567890", "3", "-0");
const scalar = fc.oneof(text, flag, finite);

const parameter = documentOf([
  ["name", name.map(quote), true],
  ["type", fc.constantFrom('"string"', '"number"', '"boolean"'), true],
  ["required", flag, false],
  ["format", fc.constantFrom('"email"', '"url"', '"date-time"'), false],
  ["enum", fc.array(scalar, { maxLength: 4 }).map((items) => `[${items.join(",")}]`), false],
  ["maxLength", fc.constantFrom("1", "255", "4e2"), false],
  ["minimum", finite, false],
  ["maximum", finite, false],
  ["monetary", flag, false],
  ["description", text, false],
  ["example", scalar, false],
]);

const event = documentOf([
  ["key", name.map(quote), true],
  ["id", fc.constantFrom("1101", "0", "-5", "1.0"), false],
  ["title", text, false],
  ["description", text, false],
  ["group", text, false],
  ["apis", fc.constantFrom("[]", '["optievent"]', '["realtime","optievent"]'), false],
  ["parameters", fc.array(parameter, { maxLength: 4 }).map((items) => `[${items.join(",")}]`), true],
]);

/** The text of a catalog file that the format allows, on one line. */
export const anyCatalogDocument: fc.Arbitrary<string> = documentOf([
  ["format", fc.constant('"optievent-catalog/1"'), true],
  ["name", name.map(quote), true],
  [
    "conventions",
    fc.constantFrom("{}", '{"currency":"USD","language":"en"}', '{"currency":"EUR","rate":1.10}'),
    false,
  ],
  ["events", fc.array(event, { maxLength: 4 }).map((items) => `[${items.join(",")}]`), true],
]);
