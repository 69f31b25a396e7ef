import { describe, expect, test } from "vitest";
import type { Finding } from "../../../shared/domain/finding.ts";
import { draftFindings, placeholderNotes } from "./draft-remarks.ts";

const finding: Finding = {
  rule: "email.invalid",
  code: 1080,
  severity: "error",
  path: "/context/email",
  message: "This is no email address.",
  source: "",
};

describe("notes behind placeholders", () => {
  test("say what each stands for, strings without their quotes", () => {
    const placeholders = [
      { path: "/timestamp", offset: 15, placeholder: "{{$now}}", value: '"2026-11-23 09:45:10.993 UTC"' },
      { path: "/context/amount", offset: 50, placeholder: "{{$randomInt}}", value: "12" },
    ];
    expect(placeholderNotes({ placeholders })).toEqual([
      { at: 23, text: "2026-11-23 09:45:10.993 UTC" },
      { at: 64, text: "12" },
    ]);
  });

  test("are cut where they are long", () => {
    const placeholders = [{ path: "", offset: 0, placeholder: "{{a}}", value: `"${"x".repeat(100)}"` }];
    expect(placeholderNotes({ placeholders })[0]?.text).toBe(`${"x".repeat(60)}…`);
  });
});

describe("findings in the text", () => {
  const text = '{"context": {"email": "x"}}';
  const at = (offset: number, length: number): Finding => ({
    ...finding,
    position: { offset, length, line: 1, column: offset + 1 },
  });

  test("mark the value, and of an object its bracket", () => {
    const marks = draftFindings(text, [at(22, 3), at(12, 14), at(0, text.length)], () => undefined);
    expect(marks.map(({ from, to }) => [from, to])).toEqual([
      [22, 25],
      [12, 13],
      [0, 1],
    ]);
    expect(marks[0]).toMatchObject({ severity: "error", source: "1080 · /context/email", fix: null });
  });

  test("mark a placeholder whole", () => {
    const [mark] = draftFindings('{"a": "{{b}}"', [at(7, 5)], () => undefined);
    expect(mark).toMatchObject({ from: 7, to: 12 });
  });

  test("bring their fix", () => {
    const applied: Finding[] = [];
    const fixable = { ...at(22, 3), fix: { label: "Use the right case", edits: [] } };
    const [mark] = draftFindings(text, [fixable], (fixed) => applied.push(fixed));
    mark?.fix?.apply();
    expect(applied).toEqual([fixable]);
  });

  test("without a place are left to the list", () => {
    expect(draftFindings(text, [finding], () => undefined)).toEqual([]);
  });
});
