import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseJson } from "./parse.ts";
import { fromPointer, nodeAt, toPointer } from "./path.ts";
import { toValue } from "./value.ts";

function valueAt(text: string, path: readonly (string | number)[]): unknown {
  const parsed = parseJson(text);
  if (!parsed.ok) throw new Error(parsed.problem.message);
  const node = nodeAt(parsed.root, path);
  return node === undefined ? undefined : toValue(node);
}

describe("finding a value by its path", () => {
  it("goes through objects and arrays", () => {
    expect(valueAt('{"a":[{"b":1},{"b":2}]}', ["a", 1, "b"])).toBe(2);
    expect(valueAt('{"a":[{"b":1},{"b":2}]}', ["a", "1", "b"])).toBe(2);
    expect(valueAt('{"0":"a name"}', [0])).toBe("a name");
    expect(valueAt("7", [])).toBe(7);
  });

  it("means the last of duplicates, as readers of JSON do", () => {
    expect(valueAt('{"a":1,"a":2}', ["a"])).toBe(2);
  });

  it("finds nothing where nothing is", () => {
    for (const path of [["b"], ["a", "b"], ["a", "length"], ["__proto__"], ["toString"]]) {
      expect(valueAt('{"a":[1]}', path)).toBeUndefined();
    }
    expect(valueAt("[1]", ["01"])).toBeUndefined();
    expect(valueAt("[1]", [-1])).toBeUndefined();
  });
});

describe("JSON pointers", () => {
  it("are those of RFC 6901", () => {
    expect(toPointer([])).toBe("");
    expect(toPointer([""])).toBe("/");
    expect(toPointer(["context", "a/b", "m~n", 0])).toBe("/context/a~1b/m~0n/0");
    expect(fromPointer("/context/a~1b/m~0n/0")).toEqual(["context", "a/b", "m~n", "0"]);
    expect(fromPointer("/~01")).toEqual(["~1"]);
  });

  it("lead back to the path, whatever the names", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.stringMatching(/^[~/01]*$/))), (path) => {
        expect(fromPointer(toPointer(path))).toEqual(path);
      }),
    );
  });
});
