import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyEdits, removeMember, renameMember, setValue } from "./edit.ts";
import { parseJson } from "./parse.ts";
import { lastMember, nodeAt } from "./path.ts";
import { jsonText, objectText } from "./test-support/arbitrary-json.ts";
import type { JsonNode, JsonPath } from "./types.ts";
import { toValue } from "./value.ts";

/** The request example of the vendor's OptiEvent README, with its own white space. */
const SEED = `    {
        "tenant":999,
    	"event":"newsletter_signup",
    	"customer":"johndoe@domain.com",
    	"visitor":"b449f7778d4981a5",
    	"timestamp":"2020-04-12 17:32:06.094 UTC",
        "context": {
            "email":"johndoe@domain.com",
            "opt_in":true} 
    }`;

function rootOf(text: string): JsonNode {
  const parsed = parseJson(text);
  if (!parsed.ok) throw new Error(`${parsed.problem.message} in ${text}`);
  return parsed.root;
}

/** Every path that leads to a value which counts. */
function pathsOf(node: JsonNode, path: JsonPath = []): JsonPath[] {
  if (node.kind === "array")
    return [path, ...node.items.flatMap((item, index) => pathsOf(item, [...path, index]))];
  if (node.kind !== "object") return [path];
  const counting = node.members.filter((member) => lastMember(node, member.key.value) === member);
  return [path, ...counting.flatMap(({ key, value }) => pathsOf(value, [...path, key.value]))];
}

describe("setting a value", () => {
  it("replaces the value's own text and nothing else, anywhere in any document", () => {
    fc.assert(
      fc.property(jsonText, fc.nat(), jsonText, (text, choice, written) => {
        const paths = pathsOf(rootOf(text));
        const path = paths[choice % paths.length] ?? [];
        const node = nodeAt(rootOf(text), path);
        const edited = setValue(text, path, written.trim());
        expect(edited).toBe(text.slice(0, node?.start) + written.trim() + text.slice(node?.end));
      }),
      { numRuns: 500 },
    );
  });

  it("adds a missing member by inserting only, and the document has it and all it had", () => {
    fc.assert(
      fc.property(objectText, (text) => {
        const root = rootOf(text);
        const name = `new ${text.length}`;
        const edited = setValue(text, [name], "100.00");
        const after = rootOf(edited);
        expect(nodeAt(after, [name])).toMatchObject({ kind: "number", text: "100.00" });
        expect(toValue(rootOf(removeMember(edited, [name])))).toStrictEqual(toValue(root));
        expect(removeMember(edited, [name])).toBe(text);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ["one line", '{"a":1}', ["b"], '{"a":1,"b":2}'],
    ["one line with spaces", '{"a": 1, "c": 3}', ["b"], '{"a": 1, "c": 3, "b": 2}'],
    ["one line with a single member", '{"a": 1}', ["b"], '{"a": 1, "b": 2}'],
    ["spaces inside the brackets", '{ "a": 1 }', ["b"], '{ "a": 1, "b": 2 }'],
    ["two spaces a level", '{\n  "a": 1\n}', ["b"], '{\n  "a": 1,\n  "b": 2\n}'],
    ["tabs and CR LF", '{\r\n\t"a":1\r\n}', ["b"], '{\r\n\t"a":1,\r\n\t"b":2\r\n}'],
    ["commas in front", '{ "a": 1\n, "c": 3 }', ["b"], '{ "a": 1\n, "c": 3\n, "b": 2 }'],
    [
      "an empty object of many lines",
      '{\n    "a": {}\n}',
      ["a", "b"],
      '{\n    "a": {\n        "b": 2\n    }\n}',
    ],
    ["an empty object of one line", "{}", ["b"], '{"b": 2}'],
    ["objects that are not there yet", '{"a":1}', ["c", "d", "b"], '{"a":1,"c":{"d":{"b":2}}}'],
    ["the end of an array", "[1]", [1], "[1, 2]"],
    ["an empty array", "[]", [0], "[2]"],
    ["a name that needs escapes", '{"a":1}', ['"\n'], '{"a":1,"\\"\\n":2}'],
  ])("follows the layout: %s", (_, text, path, expected) => {
    expect(setValue(text, path, "2")).toBe(expected);
  });

  it("follows the layout of the vendor's example", () => {
    expect(setValue(SEED, ["context", "order_total"], "149.90")).toBe(
      SEED.replace('"opt_in":true', '"opt_in":true,\n            "order_total":149.90'),
    );
  });

  it("sets the duplicate that counts", () => {
    expect(setValue('{"a":1,"a":2}', ["a"], "3")).toBe('{"a":1,"a":3}');
  });

  it.each([
    ["text that is no JSON", '{"a":1,}', ["a"]],
    ["a path through a value that holds no others", '{"a":1}', ["a", "b"]],
    ["an index past the next", "[1]", [5]],
    ["a name in an array", "[1]", ["a"]],
  ])("leaves %s as it is", (_, text, path) => {
    expect(setValue(text, path, "2")).toBe(text);
  });
});

describe("removing a member", () => {
  it("takes one comma along and leaves valid JSON with all the others", () => {
    fc.assert(
      fc.property(jsonText, fc.nat(), (text, choice) => {
        const paths = pathsOf(rootOf(text)).filter((path) => path.length > 0);
        fc.pre(paths.length > 0);
        const path = paths[choice % paths.length] ?? [];
        const after = rootOf(removeMember(text, path));
        expect(toValue(after)).toStrictEqual(withoutPath(toValue(rootOf(text)), path));
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ["the first", '{"a":1, "b":2, "c":3}', ["a"], '{"b":2, "c":3}'],
    ["one in the middle", '{"a":1, "b":2, "c":3}', ["b"], '{"a":1, "c":3}'],
    ["the last", '{"a":1, "b":2, "c":3}', ["c"], '{"a":1, "b":2}'],
    ["the only one", '{ "a": 1 }', ["a"], "{}"],
    ["all duplicates", '{"a":1,"b":2,"a":3,"c":4,"a":5}', ["a"], '{"b":2,"c":4}'],
    ["an item", "[1, 2, 3]", [1], "[1, 3]"],
    ["nothing that is not there", '{"a":1}', ["b"], '{"a":1}'],
    ["not the whole document", '{"a":1}', [], '{"a":1}'],
    ["nothing from what is no JSON", "{a:1}", ["a"], "{a:1}"],
  ])("%s", (_, text, path, expected) => {
    expect(removeMember(text, path)).toBe(expected);
  });
});

describe("renaming a member", () => {
  it("changes the name's own text and nothing else", () => {
    expect(renameMember(SEED, ["customer"], "visitor")).toBe(SEED.replace('"customer"', '"visitor"'));
    expect(renameMember('{"a":1,"a":2}', ["a"], 'b"')).toBe('{"a":1,"b\\"":2}');
    expect(renameMember('{"a":1}', ["b"], "c")).toBe('{"a":1}');
  });
});

describe("applying edits", () => {
  it("applies all of them to the text they were made from, whatever their order", () => {
    const edits = [
      { offset: 4, length: 1, text: "five" },
      { offset: 0, length: 2, text: "" },
      { offset: 3, length: 0, text: "+" },
      { offset: 3, length: 0, text: "-" },
    ];
    expect(applyEdits("01234567", edits)).toBe("2+-3five567");
  });

  it("leaves out an edit that overlaps one before it", () => {
    expect(
      applyEdits("abcdef", [
        { offset: 1, length: 3, text: "X" },
        { offset: 2, length: 1, text: "Y" },
      ]),
    ).toBe("aXef");
  });
});

/** The value without what is at the path, by plain means. */
function withoutPath(value: unknown, [step, ...rest]: JsonPath): unknown {
  if (Array.isArray(value)) {
    return rest.length === 0
      ? value.filter((_, index) => index !== step)
      : value.map((item: unknown, index) => (index === step ? withoutPath(item, rest) : item));
  }
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([name]) => rest.length > 0 || name !== step);
  return Object.fromEntries(
    entries.map(([name, item]) => [name, name === step ? withoutPath(item, rest) : item]),
  );
}
