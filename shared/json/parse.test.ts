// oxlint-disable-next-line no-restricted-imports -- Node gives a second opinion where its engine is wrong.
import { isDeepStrictEqual } from "node:util";
// oxlint-disable-next-line no-restricted-imports -- As above.
import { runInNewContext } from "node:vm";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hasTooManyValues, MAXIMUM_DEPTH, parseJson, parseJsonAt, parseJsonPart } from "./parse.ts";
import { damagedJsonText, jsonText } from "./test-support/arbitrary-json.ts";
import { opened } from "./test-support/opened.ts";
import type { JsonNode, JsonParse } from "./types.ts";
import { toValue } from "./value.ts";

/** Puts a tree back together from nothing but its spans; what lies between them must be punctuation and white space. */
function printFromSpans(text: string, root: JsonNode): string {
  const gap = (from: number, to: number): string => {
    const between = text.slice(from, to);
    expect(between).toMatch(/^[ \t\r\n{}[\],:]*$/);
    return between;
  };
  const print = (node: JsonNode): string => {
    let printed = "";
    let at = node.start;
    const add = (child: JsonNode): void => {
      printed += gap(at, child.start) + print(child);
      at = child.end;
    };
    if (node.kind === "object") {
      for (const { key, value } of node.members) {
        add(key);
        add(value);
      }
      return printed + gap(at, node.end);
    }
    if (node.kind === "array") {
      node.items.forEach(add);
      return printed + gap(at, node.end);
    }
    return node.kind === "string" ? text.slice(node.start, node.end) : node.text;
  };
  return gap(0, root.start) + print(root) + gap(root.end, text.length);
}

function parseNatively(text: string): { ok: true; value: unknown } | { ok: false } {
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch {
    return { ok: false };
  }
}

/**
 * V8's JSON.parse takes an escaped member name for one that it saw before: after `{"a":0,"\\\\":1}` it reads `{"a":0,"\\u0000":1}`
 * as having the first one's names. A context of its own has seen nothing.
 */
function parseInFreshContext(text: string): unknown {
  return structuredClone(runInNewContext("JSON.parse(text)", { text }));
}

function expectAgreement(text: string): void {
  const ours = parseJson(text);
  const native = parseNatively(text);
  expect(ours.ok, `${JSON.stringify(text)}: ${JSON.stringify(ours)}`).toBe(native.ok);
  if (ours.ok && native.ok && !isDeepStrictEqual(toValue(ours.root), native.value)) {
    expect(toValue(ours.root)).toStrictEqual(parseInFreshContext(text));
  }
  if (!ours.ok) {
    expect(ours.problem.offset).toBeGreaterThanOrEqual(0);
    expect(ours.problem.offset + ours.problem.length).toBeLessThanOrEqual(text.length);
  }
}

function rootOf(parsed: JsonParse): JsonNode {
  if (!parsed.ok) throw new Error(parsed.problem.message);
  return parsed.root;
}

describe("parsing JSON", () => {
  it("keeps everything: a tree printed from its spans is the text, to the character", () => {
    fc.assert(
      fc.property(jsonText, (text) => {
        expect(printFromSpans(text, rootOf(parseJson(text)))).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  it("gives the values that JSON.parse gives, for any valid text", () => {
    fc.assert(fc.property(jsonText, expectAgreement), { numRuns: 500 });
  });

  it("accepts and refuses what JSON.parse does, for damaged JSON", () => {
    fc.assert(fc.property(damagedJsonText, expectAgreement), { numRuns: 2000 });
  });

  it("accepts and refuses what JSON.parse does, for any text at all", () => {
    const pieces = fc.constantFrom(...Array.from("{}[]\",:-+.0123eE\\u\n\t truefalsn/'"), "\ufeff", "\u00a0");
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: pieces })), expectAgreement),
      {
        numRuns: 3000,
      },
    );
  });

  it.each([
    "12345678901234567890",
    "100.00",
    "1e400",
    "-0",
    "-0.0E+10",
    "0.1000000000000000055511151231257827",
  ])("keeps the digits of %s", (written) => {
    expect(rootOf(parseJson(` ${written} `))).toEqual({
      kind: "number",
      start: 1,
      end: 1 + written.length,
      text: written,
    });
  });

  it("keeps order, unknown names and duplicates", () => {
    const root = rootOf(parseJson('{"z":1,"a":2,"z":3,"__proto__":4}'));
    expect(root.kind === "object" && root.members.map(({ key }) => key.value)).toEqual([
      "z",
      "a",
      "z",
      "__proto__",
    ]);
  });

  it("decodes strings and keeps their spans", () => {
    expect(rootOf(parseJson('["\\u0041\\ud83d\\ude00\\/\\n"]'))).toMatchObject({
      items: [{ kind: "string", start: 1, end: 25, value: "A😀/\n" }],
    });
  });

  it("stops at a depth that walking a tree can bear, however deep the text is", () => {
    const nested = (depth: number): string => "[".repeat(depth) + "]".repeat(depth);
    expect(parseJson(nested(MAXIMUM_DEPTH)).ok).toBe(true);
    expect(parseJson(nested(MAXIMUM_DEPTH + 1))).toMatchObject({
      ok: false,
      problem: { offset: MAXIMUM_DEPTH, message: expect.stringContaining("deeper than 512") },
    });
    expect(parseJson("[".repeat(1_000_000)).ok).toBe(false);
    expect(parseJson('{"a":'.repeat(1_000_000)).ok).toBe(false);
  });
});

describe("parsing a part", () => {
  it("gives the whole of what is whole, and of a text that is cut anywhere what stands before the cut", () => {
    fc.assert(
      fc.property(jsonText, fc.nat(), (text, cut) => {
        const [part, whole] = [parseJsonPart(text, 1_000_000), parseJson(text)];
        expect(part.ok && opened(part.root)).toEqual(whole.ok && whole.root);
        const read = parseJsonPart(text.slice(0, cut % (text.length + 1)), 1_000_000);
        if (read.ok || read.part === null) return;
        expect(read.part.end).toBeLessThanOrEqual(text.length);
      }),
    );
    const cut = parseJsonPart('{"a":[1,{"b":2,"c":"x', 100);
    expect(cut.ok || cut.part === null ? null : toValue(cut.part)).toEqual({ a: [1, { b: 2 }] });
  });

  it("starts where it is told and passes over what follows", () => {
    expect(parseJsonAt('x {"a":1} y', 2)).toMatchObject({ ok: true, root: { start: 2, end: 9 } });
    expect(parseJsonAt("x [1", 2)).toMatchObject({ ok: false, problem: { offset: 4 } });
  });

  it("counts values, and refuses a document that has more", () => {
    expect(parseJson('{"a":[1,2]}', 4).ok).toBe(true);
    expect(hasTooManyValues(parseJson('{"a":[1,2]}', 3))).toBe(true);
  });
});

describe("what is said of a text that is not JSON", () => {
  it.each([
    ["", "ends where a value was expected", 0, 0],
    ['{"a":1', 'ends where "," or "}" was expected', 6, 0],
    ['{"a":1,}', "no comma before a closing }", 6, 1],
    ["[1,]", "no comma before a closing ]", 2, 1],
    ['{"a" 1}', 'Here stands 1 where a ":" after the name was expected', 5, 1],
    ['{"a":1 "b":2}', 'Here stands " where "," or "}"', 7, 1],
    ["{'a':1}", "double quotes, not single", 1, 1],
    ["{“a”:1}", "straight double quotes", 1, 1],
    ["{a:1}", "Text stands in double quotes", 1, 1],
    ['{"a":True}', "true in lower case", 5, 4],
    ['{"a":undefined}', "no undefined", 5, 9],
    ['{"a":NaN}', "no NaN", 5, 3],
    ['{"a":01}', "no leading zeros", 5, 2],
    ['{"a":+1}', "no plus sign", 5, 2],
    ['{"a":.5}', "a digit before its point", 5, 2],
    ['{"a":5.}', "a digit after its point", 5, 2],
    ['{"a":1_000}', "not a JSON number", 5, 5],
    ['{"a": {{amount}}}', 'in quotes: "{{amount}}"', 6, 10],
    ['{"a":1} // done', "no comments", 8, 2],
    ["\ufeff{}", "byte-order mark", 0, 1],
    ["{\u00a0}", "U+00A0", 1, 1],
    ['{"a":"x}', "no closing quote", 5, 3],
    ['"tab\there"', "U+0009 must be written as \\t", 4, 1],
    ['"\\x"', 'no escape "\\x"', 1, 2],
    ['"\\u12"', "four hexadecimal digits", 1, 2],
    ["{} {}", "the end of the text", 3, 1],
  ])("%s", (text, words, offset, length) => {
    expect(parseJson(text)).toEqual({
      ok: false,
      problem: { message: expect.stringContaining(words), offset, length },
    });
  });
});
