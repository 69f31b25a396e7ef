import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { read } from "../test-support/outline.ts";
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
    ["Event|Parameter|Req.", ["event", "parameter", "required"]],
    [
      "Event Name|Event ID|Description|Parameter Name|Type",
      ["event", "eventId", "eventDescription", "parameter", "type"],
    ],
    ["Event|Description|Parameter|Description", ["event", "eventDescription", "parameter", "description"]],
    [
      "Event|Event Description|Description|Parameter",
      ["event", "eventDescription", "description", "parameter"],
    ],
    ["Event|Parameter|Description", ["event", "parameter", "description"]],
    ["Description|Event|Parameter", ["description", "event", "parameter"]],
    ["Event Key|Event Name|Type|Description", ["event", "eventTitle", "type", "description"]],
  ])("%s", (headings, roles) => {
    expect(matchColumns(headings.split("|"))).toEqual(roles);
  });
});

describe("a description in front of the parameters", () => {
  it("is the event's where its rows are merged", () => {
    const rows = [
      "buy,1101,They bought.,sku,String,y",
      ",,,qty,Number,n",
      "join,1102,They came.,mail,String,",
    ];
    const text = ["Event Name,Event ID,Description,Parameter Name,Type,Req.", ...rows].join("\n");
    expect(read(text).catalog.events).toEqual([
      {
        key: "buy",
        id: 1101,
        description: "They bought.",
        parameters: [
          { name: "sku", type: "string", required: true },
          { name: "qty", type: "number", required: false },
        ],
      },
      { key: "join", id: 1102, description: "They came.", parameters: [{ name: "mail", type: "string" }] },
    ]);
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
