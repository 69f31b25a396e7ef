import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parameterSchema, type Parameter } from "../domain/catalog.ts";
import { cellText, COLUMNS } from "./columns.ts";
import { createEventSearch } from "./event-search.ts";
import { duplicateParameters, moveParameters, newParameter, removeParameters } from "./parameter-edits.ts";
import { pasteCells } from "./paste-cells.ts";
import { withCell } from "./read-cell.ts";
import { readTable, writeTable } from "./table-text.ts";
import { firstEvent } from "./test-support/small-catalog.ts";
import { formatValueList, readValueList } from "./value-list.ts";

const email: Parameter = firstEvent().parameters[0] ?? { name: "email", type: "string" };
const changed = (column: (typeof COLUMNS)[number], text: string, parameter = email) => {
  const result = withCell(parameter, column, text);
  return result.ok ? result.value : result.error.message;
};

describe("a cell", () => {
  it.each([
    ["type", "Decimal", { type: "number" }],
    ["type", " BOOL ", { type: "boolean" }],
    ["minimum", "-2,5", { minimum: -2.5 }],
    ["maximum", "0,125", { maximum: 0.125 }],
    ["required", "no", { name: "email" }],
    ["format", "URL", { format: "url" }],
    ["maxLength", "40", { maxLength: 40 }],
    ["minimum", "-0.5", { minimum: -0.5 }],
    ["enum", 'a, "b, c", d', { enum: ["a", "b, c", "d"] }],
    ["monetary", "x", { monetary: true }],
  ] as const)("of %s takes %j", (column, text, expected) => {
    expect(changed(column, text)).toMatchObject(expected);
  });

  it.each([
    ["name", " ", /needs a name/],
    ["type", "blob", /string, number or boolean, not "blob"/],
    ["required", "maybe", /yes or no/],
    ["format", "phone", /email, url or date-time/],
    ["maxLength", "0", /whole number above 0/],
    ["maxLength", "2.5", /whole number/],
    ["minimum", "ten", /A limit is a number/],
    ["minimum", "1,000", /A limit is a number/],
  ] as const)("of %s refuses %j, saying what could be there", (column, text, message) => {
    expect(changed(column, text)).toMatch(message);
  });

  it("of a type that is a string of a format gives the format too, where there is none", () => {
    const note: Parameter = { name: "note", type: "number" };
    expect(changed("type", "Date", note)).toEqual({ ...note, type: "string", format: "date-time" });
    expect(changed("type", "Date")).toMatchObject({ type: "string", format: "email" });
  });

  it("that is emptied takes its field away, and fields the console does not know stay", () => {
    expect(changed("required", "")).toEqual({
      name: "email",
      type: "string",
      format: "email",
      pii: true,
      example: "a@b.example",
    });
    expect(changed("example", "")).not.toHaveProperty("example");
  });

  it("of values follows the type where that is certain, and else keeps what was written", () => {
    const age: Parameter = { name: "age", type: "number", enum: [18, 21], example: 21 };
    expect(changed("type", "string", age)).toMatchObject({ enum: ["18", "21"], example: "21" });
    expect(changed("type", "number", { ...age, type: "string", enum: ["18", "old"] })).toMatchObject({
      enum: [18, "old"],
    });
    expect(changed("example", "1e400", age)).toMatchObject({ example: "1e400" });
  });

  it("never makes a parameter that the file has no place for, and reads its own text", () => {
    const anyText = fc.oneof(
      fc.string(),
      fc.constantFrom("yes", "number", "email", "1", "-2.5", "true", "a,b"),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...COLUMNS), anyText)), (writes) => {
        let parameter = email;
        for (const [column, text] of writes) {
          const result = withCell(parameter, column, text);
          if (result.ok) parameter = result.value;
        }
        expect(parameterSchema.parse(parameter)).toEqual(parameter);
        for (const column of COLUMNS) {
          const again = withCell(parameter, column, cellText(parameter, column));
          expect(again.ok ? cellText(again.value, column) : null).toBe(cellText(parameter, column));
        }
      }),
    );
  });
});

describe("texts of many values", () => {
  it("are read back as they were written", () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (values) => {
        expect(readValueList(formatValueList(values))).toEqual(values);
      }),
    );
    const cell = fc.string().filter((text) => !text.startsWith('"'));
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 });
    fc.assert(
      fc.property(rows, (table) => {
        expect(readTable(writeTable(table))).toEqual(table);
      }),
    );
  });

  it("are read as spreadsheets write them", () => {
    expect(readTable('a\t"b\n""c"""\r\nd\t\n')).toEqual([
      ["a", 'b\n"c"'],
      ["d", ""],
    ]);
    expect(readTable("one")).toEqual([["one"]]);
  });

  it("come to an end whatever is there", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('"', ",", ";", "\n", "\t", "\r", "a", " ") }), (text) => {
        expect(readValueList(text).length).toBeLessThanOrEqual(text.length);
        expect(readTable(text).flat().join("").length).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

describe("rows of parameters", () => {
  it("are duplicated with names of their own, removed, and moved as far as there is room", () => {
    const event = firstEvent();
    const names = (one: typeof event) => one.parameters.map(({ name }) => name);
    const doubled = duplicateParameters(event, { first: 0, last: 1 });
    expect(names(doubled)).toEqual(["email", "age", "email_copy", "age_copy"]);
    expect(names(removeParameters(doubled, { first: 1, last: 2 }))).toEqual(["email", "age_copy"]);
    const moved = moveParameters(doubled, { first: 0, last: 1 }, 9);
    expect(names(moved.event)).toEqual(["email_copy", "age_copy", "email", "age"]);
    expect(moved.rows).toEqual({ first: 2, last: 3 });
    expect(newParameter({ ...event, parameters: [newParameter(event)] }).name).toBe("new_parameter_2");
  });
});

describe("a pasted table", () => {
  it("fills cells from where it is pasted and makes rows for what is beyond", () => {
    const pasted = pasteCells(firstEvent(), { row: 1, column: "name" }, [
      ["years", "Integer", "yes"],
      ["vip", "bool"],
    ]);
    expect(pasted).toMatchObject({ first: 1, count: 2, problems: [] });
    expect(pasted.event.parameters).toMatchObject([
      { name: "email", pii: true },
      { name: "years", type: "number", required: true, minimum: 18 },
      { name: "vip", type: "boolean" },
    ]);
  });

  it("with headings goes to the columns and parameters that are named", () => {
    const pasted = pasteCells(firstEvent(), { row: 0, column: "example" }, [
      ["Description", "Mandatory", "Parameter Name", "Type", "Shelf"],
      ["In years", "no", "age", "Number", "x"],
      ["", "yes", "city", "String", "y"],
    ]);
    expect(pasted.problems).toEqual([]);
    expect(pasted.event.parameters).toMatchObject([
      email,
      { name: "age", description: "In years", minimum: 18 },
      { name: "city", type: "string", required: true },
    ]);
  });

  it("has headings where one is known and another can be no value", () => {
    const rows = [
      ["Parameter", "Tipo", "Obligatorio"],
      ["age", "Number", "x"],
    ];
    const pasted = pasteCells(firstEvent(), { row: 0, column: "name" }, rows);
    expect(pasted.event.parameters).toEqual(firstEvent().parameters);
    const german = pasteCells(firstEvent(), { row: 0, column: "name" }, [
      ["Parameter", "Datentyp", "Pflicht"],
      ["city", "String", "x"],
    ]);
    expect(german.event.parameters.slice(2)).toEqual([{ name: "city", type: "string", required: true }]);
    // A parameter may have the name of a heading.
    const named = pasteCells(firstEvent(), { row: 0, column: "name" }, [
      ["parameter", "String"],
      ["x", "String"],
    ]);
    expect(named.event.parameters.map(({ name }) => name)).toEqual(["parameter", "x"]);
  });

  it("takes good cells where others cannot be read, and names those", () => {
    const pasted = pasteCells(firstEvent(), { row: 0, column: "type" }, [["blob", "yes", "fax"]]);
    expect(pasted.problems.map(({ row, column }) => [row, column])).toEqual([
      [1, "type"],
      [1, "format"],
    ]);
    expect(pasted.event.parameters[0]).toEqual(email);
  });

  it("reads examples by the type of the same row, wherever that stands", () => {
    const pasted = pasteCells({ key: "e", parameters: [] }, { row: 0, column: "name" }, [
      ["Name", "Example", "Type"],
      ["total", "12.5", "Number"],
    ]);
    expect(pasted.event.parameters).toEqual([{ name: "total", type: "number", example: 12.5 }]);
  });
});

describe("the search", () => {
  it("looks for every word in key, title, id, group and names of parameters", () => {
    const event = { ...firstEvent(), group: "Account" };
    for (const query of ["", "SIGN", "1101 account", "age sign"])
      expect(createEventSearch(query)(event)).toBe(true);
    expect(createEventSearch("sign deposit")(event)).toBe(false);
  });
});
