import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createElementScanner } from "./element-scanner.ts";

function scan(text: string, size: number): unknown[] {
  const scanner = createElementScanner(1_000_000);
  const items: unknown[] = [];
  for (let at = 0; at < text.length; at += size) {
    for (const item of scanner.push(text.slice(at, at + size))) items.push(JSON.parse(item));
  }
  expect(scanner.isComplete()).toBe(true);
  return items;
}

const objects = fc.array(fc.dictionary(fc.string(), fc.jsonValue()), { maxLength: 5 });

describe("reading a document item by item", () => {
  it("gives every exchange, wherever the pieces are cut and whatever else is in the document", () => {
    fc.assert(
      fc.property(
        objects,
        fc.jsonValue(),
        fc.integer({ min: 1, max: 50 }),
        fc.constantFrom(0, 2),
        (items, other, size, indent) => {
          const ours = JSON.stringify(
            { other, app: { exchanges: [1] }, exchanges: items, after: other },
            null,
            indent,
          );
          expect(scan(ours, size)).toEqual(JSON.parse(JSON.stringify(items)));
          const har = JSON.stringify(
            { log: { creator: { entries: [{}] }, entries: items, pages: [other] } },
            null,
            indent,
          );
          expect(scan(har, size)).toEqual(JSON.parse(JSON.stringify(items)));
        },
      ),
    );
  });

  it("refuses an exchange that is too long", () => {
    const scanner = createElementScanner(10);
    expect(() => scanner.push('{"exchanges":[{"a":"01234567890123"')).toThrow("too long");
  });
});
