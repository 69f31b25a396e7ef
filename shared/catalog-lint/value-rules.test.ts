import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { catalogText } from "../catalog/catalog-text.ts";
import { plainTexts, withScalars } from "../catalog/number-texts.ts";
import { CATALOG_FORMAT, type Catalog, type Parameter } from "../domain/catalog.ts";
import { numberText as anyNumberText } from "../json/test-support/arbitrary-json.ts";
import { checkValue } from "../validation/check-value.ts";
import { isSameNumber } from "../validation/numbers.ts";
import { applyAllFixes, applyFix } from "./apply-fix.ts";
import { lintCatalog } from "./lint.ts";

const catalogOf = (...parameters: Parameter[]): Catalog => ({
  format: CATALOG_FORMAT,
  name: "Shop",
  conventions: { currency: "EUR" },
  events: [{ key: "deposit", description: "Money came in", parameters }],
});

const findingsOf = (parameter: Parameter) =>
  lintCatalog(catalogOf(parameter)).filter(({ rule }) => /^(?:enum|example)\./.test(rule));

const numbers = (texts: readonly string[]) =>
  withScalars<Parameter>(
    { name: "x", type: "number" },
    "enum",
    texts.map((digits) => ({ value: Number(digits), digits })),
  );

describe("a value that sending would warn of", () => {
  const long = "x".repeat(300);

  it("is a warning, and one that sending refuses an error", () => {
    const text: Parameter = { name: "note", type: "string" };
    expect(findingsOf({ ...text, example: long })).toMatchObject([
      { rule: "example.invalid", severity: "warning", message: expect.stringContaining("allow 255") },
    ]);
    const allowed = findingsOf({ ...text, enum: ["x", long, "x".repeat(4001)] });
    expect(allowed).toMatchObject([
      { rule: "enum.invalid", severity: "warning", path: "/events/0/parameters/0/enum/1" },
      { rule: "enum.invalid", severity: "error", path: "/events/0/parameters/0/enum/2" },
    ]);
    expect(allowed.every(({ message }) => message.length < 300)).toBe(true);
  });

  it("is found wherever checking an event would, and nowhere else", () => {
    const example = fc.oneof(
      fc.string({ maxLength: 3 }),
      fc.integer({ min: 1, max: 400 }).map((n) => "x".repeat(n)),
    );
    const anyLimit = fc.option(fc.integer({ min: 1, max: 400 }), { nil: undefined });
    fc.assert(
      fc.property(example, anyLimit, (value, maxLength) => {
        const limit = maxLength === undefined ? {} : { maxLength };
        const parameter: Parameter = { name: "note", type: "string", ...limit };
        const wrong = checkValue(parameter, JSON.stringify(value)).filter(
          ({ severity }) => severity !== "info",
        );
        expect(findingsOf({ ...parameter, example: value })).toHaveLength(wrong.length === 0 ? 0 : 1);
        const allowed = findingsOf({ ...parameter, enum: [value] });
        expect(allowed.map(({ severity }) => severity)).toEqual(
          wrong.slice(0, 1).map(({ severity }) => severity),
        );
      }),
    );
  });
});

describe("allowed numbers", () => {
  it("are twice the same by all of their digits, and keep them when one is removed", () => {
    const digits = fc
      .oneof(anyNumberText, fc.constantFrom("12345678901234567890", "12345678901234567891", "1.10", "1.1"))
      .filter((text) => Number.isFinite(Number(text)));
    fc.assert(
      fc.property(fc.array(digits, { minLength: 1, maxLength: 5 }), (texts) => {
        const parameter = numbers(texts);
        const different = texts.filter(
          (text, index) => texts.findIndex((other) => isSameNumber(other, text)) === index,
        );
        const found = findingsOf(parameter);
        expect(found.map(({ rule }) => rule)).toEqual(
          Array.from({ length: texts.length - different.length }, () => "enum.duplicate"),
        );
        const fixed = applyAllFixes(catalogOf(parameter), "enum.duplicate").events[0]?.parameters[0];
        expect(plainTexts(fixed ?? {}, "enum")).toEqual(different);
      }),
    );
  });

  it("are made of texts with all of their digits", () => {
    const [id, price] = ["12345678901234567891", "100.50"];
    const catalog = catalogOf({ name: "x", type: "number", enum: [price, id], example: id });
    const labels = lintCatalog(catalog).flatMap(({ fix }) => fix?.label ?? []);
    expect(labels).toEqual([`Make it ${price}`, `Make it ${id}`]);
    const fixed = applyAllFixes(catalog, "enum.wrong-type");
    expect(catalogText(fixed)).toMatch(/"enum": \[\s*100\.50,\s*12345678901234567891\s*\]/);
    const example = lintCatalog(fixed).find(({ rule }) => rule === "example.invalid");
    expect(example?.fix?.label).toBe(`Make it ${id}`);
    const whole = example?.fix === null || example === undefined ? fixed : applyFix(fixed, example.fix);
    expect(catalogText(whole)).toContain(`"example": ${id}`);
  });

  it("leave a number that no catalog can hold the text it is", () => {
    const [finding] = findingsOf({ name: "x", type: "number", example: "1e400" });
    expect(finding).toMatchObject({ rule: "example.invalid", fix: null });
  });
});
