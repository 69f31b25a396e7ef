import { expect, it } from "vitest";
import { withScalars } from "../catalog/number-texts.ts";
import { exportCatalog } from "../catalog-export/export-catalog.ts";
import { readCaret } from "../completion/caret.ts";
import { describeAt } from "../completion/describe.ts";
import { suggestionsAt } from "../completion/suggest.ts";
import type { Catalog, CatalogEvent, Parameter } from "../domain/catalog.ts";
import { DEFAULT_RULE_PROFILE } from "../domain/tenant.ts";
import { exampleValue, type ValueSource } from "../examples/example-value.ts";
import { checkValue } from "../validation/check-value.ts";
import { exampleText } from "./example-text.ts";

const ID = "12345678901234567890";
const scalar = (digits: string) => ({ value: Number(digits), digits });
const plain: Parameter = { name: "amount", type: "number" };
const example = withScalars(plain, "example", scalar(ID));
const least = withScalars(plain, "minimum", scalar("100.00"));
const allowed = withScalars(plain, "enum", [scalar("1.10"), scalar(ID)]);

it("examples of a catalog are sent with the digits they have there", () => {
  expect([example, least, allowed].map(exampleText)).toEqual([ID, "100.00", "1.10"]);
  const [now, profile] = [new Date(0), DEFAULT_RULE_PROFILE];
  const source: ValueSource = { mode: "minimal", random: () => 0.5, now, profile };
  expect(exampleValue(allowed, source)).toBe("1.10");
  expect(exampleValue(least, source)).toBe("100.00");
});

it("findings name allowed values and limits with their digits, and tell long ids apart", () => {
  expect(checkValue(allowed, ID)).toEqual([]);
  expect(checkValue(allowed, "1.1").filter(({ severity }) => severity === "error")).toEqual([]);
  const [finding] = checkValue(allowed, "12345678901234567891");
  expect(finding?.message).toContain(`the catalog allows 1.10, ${ID}.`);
  expect(checkValue(least, "1")[0]?.message).toContain("the least is 100.00.");
});

it("suggestions, descriptions and types have them too", () => {
  const parameters = [example, { ...allowed, name: "id" }, { ...least, name: "least" }];
  const event: CatalogEvent = { key: "deposit", parameters };
  const catalog: Catalog = { format: "optievent-catalog/1", name: "Shop", events: [event] };
  const words = { api: "optievent", catalog, event, tenantNumber: 1, variables: {} } as const;
  const suggested = (before: string) => {
    const caret = readCaret(`${before}}}`, before.length);
    return caret === null ? [] : suggestionsAt(caret, words).map(({ written }) => written);
  };
  expect(suggested('{"context":{"amount":')).toEqual([ID]);
  expect(suggested('{"context":{"id":')).toEqual(["1.10", ID]);
  const text = '{"context":{"least":1,"id":1}}';
  expect(describeAt(text, text.indexOf("least") + 1, words)?.facts).toContain("at least 100.00");
  expect(describeAt(text, text.indexOf("id") + 1, words)?.facts).toContain(`one of 1.10, ${ID}`);
  const types = exportCatalog(catalog, "ts").text;
  expect(types).toContain(`1.10 | ${ID}`);
  expect(types).toContain("At least 100.00.");
});
