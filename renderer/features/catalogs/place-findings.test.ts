import { describe, expect, it } from "vitest";
import { addEvents } from "../../../shared/catalog-edit/event-edits.ts";
import { openDocument } from "../../../shared/catalog-edit/document.ts";
import { smallCatalog } from "../../../shared/catalog-edit/test-support/small-catalog.ts";
import { lintCatalog } from "../../../shared/catalog-lint/lint.ts";
import { groupByRule, namesBefore, placeFindings } from "./place-findings.ts";

const broken = {
  key: "Sign Up",
  description: "d",
  parameters: [{ name: "Plan", type: "number" as const, description: "d", enum: [1, "2"], example: "x" }],
};
const { document } = addEvents(openDocument(smallCatalog), [broken], null);
const placed = placeFindings(document, lintCatalog(document.catalog));

describe("findings of a catalog", () => {
  it("stand at the row, the cell and the field that they are about", () => {
    const places = new Map(placed.byRow.get(2)?.map(({ finding, place }) => [finding.rule, place]));
    expect(places.get("enum.wrong-type")).toEqual({ row: 2, parameter: 0, column: "enum" });
    expect(places.get("example.invalid")).toEqual({ row: 2, parameter: 0, column: "example" });
    expect(places.get("name.spaces")).toEqual({ row: 2, field: "key" });
    expect(places.get("event.id-missing")).toEqual({ row: 2, field: "id" });
  });

  it("tell events of one key apart, and say a name once", () => {
    const twins = addEvents(
      openDocument(smallCatalog),
      [
        { ...broken, key: "twin", id: 1005 },
        { ...broken, key: "twin" },
      ],
      null,
    );
    const { all } = placeFindings(twins.document, lintCatalog(twins.document.catalog));
    const of = (key: string) => all.filter(({ finding }) => finding.eventKey === key);
    expect(new Set(of("twin").map(({ which }) => which))).toEqual(new Set(["row 3, id 1005", "row 4"]));
    expect(of("signup").every(({ which }) => which === null)).toBe(true);
    const core = all.find(({ finding }) => finding.rule === "event.id-core")?.finding;
    if (core === undefined) throw new Error("1005 is in the core range.");
    expect(core.message).toContain("`twin`");
    expect(namesBefore(core)).toBe("");
    const ofParameter = all.find(({ finding }) => finding.rule === "enum.wrong-type")?.finding;
    expect(ofParameter === undefined ? null : namesBefore(ofParameter)).toBe("twin");
  });

  it("are grouped by rule, the most serious first", () => {
    const groups = groupByRule(placed.all);
    expect(groups.flatMap(({ findings }) => findings)).toHaveLength(placed.all.length);
    const severities = groups.map(({ findings }) => findings[0]?.finding.severity);
    expect(severities).toEqual([...severities].sort((one, other) => rank(one) - rank(other)));
  });
});

function rank(severity: string | undefined): number {
  return ["error", "warning", "info"].indexOf(severity ?? "");
}
