import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { neutralCell, plainCell } from "./cells.ts";
import { COLUMN_ROLES, matchColumns, ROLE_TITLES } from "./columns.ts";

describe("the headings of a table", () => {
  it("are recognised as our own tables write them", () => {
    expect(matchColumns(COLUMN_ROLES.map((role) => ROLE_TITLES[role]))).toEqual([...COLUMN_ROLES]);
  });

  it.each([
    ["Event Name|Parameter Name|Parameter Type", ["event", "parameter", "type"]],
    ["Event Key|Event Name|Type", ["event", "eventTitle", "type"]],
    [
      "Parameter Key|Parameter Name|Type|Description|Mandatory",
      ["parameter", "parameterTitle", "type", "description", "required"],
    ],
    ["EVENT_ID|event|name|data type", ["eventId", "event", "parameter", "type"]],
    ["Key|Name|Type", ["parameter", "parameterTitle", "type"]],
    ["Key|Event Name", ["event", "eventTitle"]],
    ["Event|Event|Colour", ["event", null, null]],
  ])("%s", (headings, roles) => {
    expect(matchColumns(headings.split("|"))).toEqual(roles);
  });
});

describe("a cell", () => {
  it("is no formula to a spreadsheet, and comes back as it was", () => {
    const start = fc.constantFrom("=", "+", "-", "@", "\t", "\r", "＝", "'", "'=", "''-", "", "5");
    fc.assert(
      fc.property(start, fc.string(), (first, rest) => {
        const written = neutralCell(first + rest);
        expect(written).toMatch(/^(?![=+@\t\r＝])(?!-(?![0-9]+(?:\.[0-9]+)?$))/);
        expect(plainCell(written)).toBe(first + rest);
      }),
    );
  });
});
