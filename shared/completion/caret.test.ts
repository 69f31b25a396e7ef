import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCaret } from "./caret.ts";

/** Reads the caret where `|` stands. */
function at(marked: string) {
  const offset = marked.indexOf("|");
  return readCaret(marked.slice(0, offset) + marked.slice(offset + 1), offset);
}

describe("where the caret is", () => {
  test("a name that is being typed, with the names beside it", () => {
    expect(at('{"a": 1, "conte|", "b": {"c": 1}}')).toMatchObject({
      role: "name",
      path: [],
      string: { isClosed: true, value: "conte" },
      names: new Set(["a", "b"]),
    });
  });

  test("a name on a new line, where the comma before it is missing", () => {
    const marked = '{"context": {\n  "a": 1\n  |\n}}';
    expect(at(marked)).toMatchObject({
      role: "name",
      path: ["context"],
      commaMissingAt: marked.indexOf("1") + 1,
      needsCommaAfter: false,
    });
  });

  test("a name between two members", () => {
    expect(at('{"context": {"a": 1, | "b": 2}}')).toMatchObject({
      role: "name",
      commaMissingAt: null,
      needsCommaAfter: true,
      names: new Set(["a", "b"]),
    });
  });

  test("as deep as it may be, without a path for each bracket on the way", () => {
    const depth = 6_000;
    const before = process.memoryUsage().heapUsed;
    const caret = at(`${'{"a":['.repeat(depth)}{"b": |`);
    expect(caret?.path).toHaveLength(2 * depth + 1);
    expect(caret?.path.slice(-3)).toEqual(["a", 0, "b"]);
    // Such paths would be 600 MB.
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(200_000_000);
  });

  test("a string that is not closed ends with its line", () => {
    expect(at('{"context": {\n  "em|\n  "b": 2\n}}')).toMatchObject({
      role: "name",
      string: { isClosed: false, value: "em" },
      needsCommaAfter: true,
    });
  });

  test("a value, with and without quotes", () => {
    expect(at('{"context": {"opt_in": tr|}}')).toMatchObject({ role: "value", path: ["context", "opt_in"] });
    expect(at('{"context": {"currency": "U|"}}')).toMatchObject({
      role: "value",
      path: ["context", "currency"],
      string: { value: "U" },
    });
    expect(at('{"event": |}')).toMatchObject({ role: "value", path: ["event"], string: null });
  });

  test("the path of an object in an array", () => {
    expect(at('{"a": [1, {"b": |}]}')?.path).toEqual(["a", 1, "b"]);
  });

  test("the inside of a placeholder", () => {
    const marked = '{"timestamp": "{{$no|w:-2h}}"}';
    expect(at(marked)?.placeholder).toEqual({ start: 17, end: 25, isClosed: true });
    expect(at('{"timestamp": "{{$n|"}')?.placeholder).toEqual({ start: 17, end: 19, isClosed: false });
    expect(at('{"timestamp": "{{$now}} |"}')?.placeholder).toBeNull();
  });

  test("nothing can stand after a name or outside of the object", () => {
    expect(at('{"a" | 1}')).toBeNull();
    expect(at('| {"a": 1}')).toBeNull();
    expect(at('{"a": [|]}')).toBeNull();
  });

  test("any text has an answer at any place, whose span is in the text", () => {
    const pieces = fc.array(
      fc.constantFrom("{", "}", "[", "]", ":", ",", '"', "\\", "\n", " ", "{{", "}}", "a", "context", "1"),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(pieces, fc.nat(120), (parts, offset) => {
        const text = parts.join("");
        const caret = readCaret(text, Math.min(offset, text.length));
        if (caret === null) return;
        expect(caret.span.start).toBeLessThanOrEqual(Math.min(offset, text.length));
        expect(caret.span.end).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
