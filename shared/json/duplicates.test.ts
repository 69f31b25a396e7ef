import { describe, expect, it } from "vitest";
import { findDuplicateKeys } from "./duplicates.ts";
import { parseJson } from "./parse.ts";

function duplicatesIn(text: string): readonly string[] {
  const parsed = parseJson(text);
  if (!parsed.ok) throw new Error(parsed.problem.message);
  return findDuplicateKeys(parsed.root).map(({ path, name, key, first }) => {
    const written = (span: { start: number; end: number }) =>
      `${span.start}:${text.slice(span.start, span.end)}`;
    return `${path.join("/")} ${name} ${written(key)} after ${written(first)}`;
  });
}

describe("finding duplicate names", () => {
  it("finds none where every name stands once in its object", () => {
    expect(duplicatesIn('{"a":1,"b":{"a":1},"c":[{"a":1},{"a":1}]}')).toEqual([]);
  });

  it("reports each repetition with its place and the first one's", () => {
    expect(duplicatesIn('{"a":1,"b":2,"a":3,"a":4}')).toEqual([
      'a a 13:"a" after 1:"a"',
      'a a 19:"a" after 1:"a"',
    ]);
  });

  it("compares names as they are meant, not as they are written", () => {
    expect(duplicatesIn('{"a":1,"\\u0061":2}')).toEqual(['a a 7:"\\u0061" after 1:"a"']);
    expect(duplicatesIn('{"a":1,"A":2}')).toEqual([]);
  });

  it("looks into objects and arrays, also below a repeated name", () => {
    expect(duplicatesIn('{"context":[{"x":1,"x":2}],"context":{"y":1,"y":2}}')).toEqual([
      'context/0/x x 19:"x" after 13:"x"',
      'context context 27:"context" after 1:"context"',
      'context/y y 44:"y" after 38:"y"',
    ]);
  });

  it("knows names that objects of JavaScript have by nature", () => {
    expect(duplicatesIn('{"__proto__":1,"constructor":2}')).toEqual([]);
    expect(duplicatesIn('{"__proto__":1,"__proto__":2}')).toHaveLength(1);
  });
});
