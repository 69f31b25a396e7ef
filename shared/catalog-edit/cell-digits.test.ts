import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { catalogText } from "../catalog/catalog-text.ts";
import { compareCatalogs } from "../catalog/compare.ts";
import { describeComparison } from "../catalog/describe-comparison.ts";
import { readCatalogText } from "../catalog/read-catalog-text.ts";
import { isSameValue } from "../catalog/same-value.ts";
import { catalogCsv } from "../catalog-export/catalog-csv.ts";
import { importCatalog } from "../catalog-import/import-catalog.ts";
import { CATALOG_FORMAT, type Catalog, type Parameter } from "../domain/catalog.ts";
import { numberText as anyNumberText } from "../json/test-support/arbitrary-json.ts";
import { cellText, COLUMNS, type ColumnId } from "./columns.ts";
import { mergeEdits } from "./merge-edits.ts";
import { pasteCells } from "./paste-cells.ts";
import { withCell } from "./read-cell.ts";
import { readTable, writeTable } from "./table-text.ts";

const LONG = "12345678901234567890";
const amount: Parameter = { name: "amount", type: "number" };

function written(column: ColumnId, text: string, parameter = amount): Parameter {
  const result = withCell(parameter, column, text);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

const cells = (parameter: Parameter): string[] => COLUMNS.map((column) => cellText(parameter, column));

const catalogOf = (...parameters: Parameter[]): Catalog => ({
  format: CATALOG_FORMAT,
  name: "Shop",
  events: [{ key: "deposit", parameters }],
});

function readBack(catalog: Catalog): Parameter {
  const read = readCatalogText(catalogText(catalog));
  const parameter = read.ok ? read.value.events[0]?.parameters[0] : undefined;
  if (parameter === undefined) throw new Error("The catalog has one parameter.");
  return parameter;
}

/** Numbers that a double can hold, if not with all of their digits. */
const digits = fc
  .oneof(anyNumberText, fc.constantFrom(LONG, "12345678901234567891", "100.00", "100", "1.10", "1.1", "-0"))
  .filter((text) => Number.isFinite(Number(text)));
const numberColumn = fc.constantFrom("example", "minimum", "maximum", "enum");

describe("the digits of a number in a cell", () => {
  it("are those of the file", () => {
    const file = `{"format":"optievent-catalog/1","name":"Shop","events":[{"key":"deposit","parameters":[
      {"name":"amount","type":"number","enum":[1.10,${LONG}],"minimum":100.00,"example":${LONG}}]}]}`;
    const read = readCatalogText(file);
    const parameter = read.ok ? read.value.events[0]?.parameters[0] : undefined;
    if (parameter === undefined) throw new Error("The file has one parameter.");
    expect(cellText(parameter, "enum")).toBe(`1.10, ${LONG}`);
    expect(cellText(parameter, "minimum")).toBe("100.00");
    expect(cellText(parameter, "example")).toBe(LONG);
  });

  it("are those that were typed, in the cell, the file and the table that is exported", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(numberColumn, digits), { minLength: 1, maxLength: 6 }), (writes) => {
        let parameter = amount;
        for (const [column, text] of writes) parameter = written(column, text, parameter);
        const last = new Map(writes);
        const table = new TextEncoder().encode(catalogCsv(catalogOf(parameter)));
        const imported = importCatalog(table);
        const fromTable = imported.ok ? imported.catalog.events[0]?.parameters[0] : undefined;
        for (const one of [parameter, readBack(catalogOf(parameter)), fromTable ?? amount])
          for (const [column, text] of last) {
            expect(cellText(one, column)).toBe(text);
            const value = one[column];
            expect(typeof (Array.isArray(value) ? value[0] : value)).toBe("number");
          }
      }),
    );
  });

  it("are not those of a value that stood there before", () => {
    expect(cellText(written("example", "100", written("example", "100.00")), "example")).toBe("100");
    const emptied = written("example", "", written("example", "100.00"));
    expect(emptied).toEqual(amount);
    expect(catalogText(catalogOf(written("example", "100", emptied)))).not.toContain("100.00");
  });

  it("stay through a spreadsheet and through another type", () => {
    fc.assert(
      fc.property(fc.array(digits, { minLength: 1, maxLength: 4 }), (texts) => {
        const parameter = written("enum", texts.join(", "), written("example", texts[0] ?? "1"));
        const rows = readTable(writeTable([cells(parameter)]));
        const pasted = pasteCells({ key: "e", parameters: [] }, { row: 0, column: "name" }, rows);
        expect(pasted.event.parameters.map(cells)).toEqual([cells(parameter)]);
        const there = written("type", "string", parameter);
        expect(there.enum).toEqual(texts);
        expect(cells(written("type", "number", there))).toEqual(cells(parameter));
      }),
    );
  });
});

describe("a change of digits alone", () => {
  const [before, after] = [written("example", LONG), written("example", "12345678901234567891")];

  it("is a difference, and told with the digits", () => {
    expect(before.example).toBe(after.example);
    expect(isSameValue(before, after)).toBe(false);
    expect(isSameValue(before, written("example", LONG))).toBe(true);
    const told = describeComparison(compareCatalogs(catalogOf(before), catalogOf(after)));
    expect(told.map(({ text }) => text)).toEqual([
      `\`deposit\`: \`amount\`: \`example\` is 12345678901234567891 now; it was ${LONG}.`,
    ]);
    const lists = [written("enum", "1.10, 2"), written("enum", "1.1, 2")].map((one) => catalogOf(one));
    const [one, other] = lists;
    expect(describeComparison(compareCatalogs(one ?? catalogOf(), other ?? catalogOf()))[0]?.text).toBe(
      "`deposit`: `amount`: `enum` has 1.1 more and lacks 1.10 now.",
    );
  });

  it("is not lost beside what another window saved", () => {
    const merged = mergeEdits(catalogOf(before), catalogOf(after), catalogOf(before));
    expect(merged.catalog.events[0]?.parameters).toEqual([after]);
  });
});
