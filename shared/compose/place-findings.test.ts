import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Finding } from "../domain/finding.ts";
import { applyEdits } from "../json/apply-edits.ts";
import { placeFindings } from "./place-findings.ts";

function findingAt(offset: number, length: number): Finding {
  const position = { offset, length, line: 1, column: offset + 1 };
  const fix = { label: "Mend", edits: [] };
  return {
    rule: "value.wrong-type",
    code: 1060,
    severity: "error",
    path: "/a",
    message: "",
    source: "",
    position,
    fix,
  };
}

describe("findings in the request", () => {
  it("point at the same words after a placeholder before them was filled in", () => {
    const draft = '{"timestamp":"{{$now}}","context":{"email":"x"}}';
    const edits = [{ offset: 14, length: 8, text: "2026-11-23 09:45:10.782 UTC" }];
    const text = applyEdits(draft, edits);
    const [placed] = placeFindings([findingAt(draft.indexOf('"x"'), 3)], edits, text);
    const { offset, length } = placed?.position ?? { offset: 0, length: 0 };
    expect(text.slice(offset, offset + length)).toBe('"x"');
    expect(placed?.fix).toBeUndefined();
  });

  it("cover what a placeholder became when they point at the placeholder", () => {
    const draft = '{"a":"{{x}}"}';
    const edits = [{ offset: 5, length: 7, text: "12.50" }];
    const text = applyEdits(draft, edits);
    const [placed] = placeFindings([findingAt(5, 7)], edits, text);
    const { offset, length } = placed?.position ?? { offset: 0, length: 0 };
    expect(text.slice(offset, offset + length)).toBe("12.50");
  });

  it("keep pointing at any word that no placeholder touched", () => {
    const words = fc.array(
      fc.record({ word: fc.stringMatching(/^[a-z]{1,5}$/u), replaced: fc.option(fc.string()) }),
      {
        minLength: 1,
      },
    );
    fc.assert(
      fc.property(words, (list) => {
        const draft = list.map(({ word }) => word).join(" ");
        let offset = 0;
        const spans = list.map(({ word, replaced }) => {
          const span = { offset, length: word.length, word, replaced };
          offset += word.length + 1;
          return span;
        });
        const edits = spans.flatMap(({ offset, length, replaced }) =>
          replaced === null ? [] : [{ offset, length, text: replaced }],
        );
        const text = applyEdits(draft, edits);
        const placed = placeFindings(
          spans.map(({ offset, length }) => findingAt(offset, length)),
          edits,
          text,
        );
        for (const [index, span] of spans.entries()) {
          const { offset, length } = placed[index]?.position ?? { offset: -1, length: 0 };
          expect(text.slice(offset, offset + length)).toBe(span.replaced ?? span.word);
        }
      }),
    );
  });
});
