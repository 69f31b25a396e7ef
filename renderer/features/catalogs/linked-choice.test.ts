import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isSameValue } from "../../../shared/catalog/same-value.ts";
import { mergeEdits } from "../../../shared/catalog-edit/merge-edits.ts";
import { CATALOG_FORMAT, type Catalog, type Parameter } from "../../../shared/domain/catalog.ts";
import { decide, eventId, parameterId } from "./import/import-choices.ts";
import { chosenCatalog, isAllTaken, isAnyTaken, linkedPlan, suggestedChoice } from "./linked-choice.ts";

const parameter = (name: string, description?: string): Parameter => ({
  name,
  type: "string",
  ...(description === undefined ? {} : { description }),
});
const catalog = (events: Readonly<Record<string, readonly Parameter[]>>, name = "Shop"): Catalog => ({
  format: CATALOG_FORMAT,
  name,
  events: Object.entries(events).map(([key, parameters]) => ({ key, parameters: [...parameters] })),
});
const [x, y, z] = [parameter("x"), parameter("y"), parameter("z")];

function suggested(sides: { base: Catalog | null; ours: Catalog; file: Catalog }) {
  const plan = linkedPlan(sides);
  const choice = suggestedChoice(plan, sides);
  return { plan, choice, merged: chosenCatalog(plan, choice, sides) };
}

describe("what is ticked of a linked file at first", () => {
  it("is all of it where only the file was changed, deletions and its own fields included", () => {
    const base = catalog({ a: [x, y], b: [], c: [z] });
    const file = catalog({ a: [y, z], d: [], c: [z] }, "Store");
    const { plan, choice, merged } = suggested({ base, ours: base, file });
    expect(isAllTaken(plan, choice)).toBe(true);
    expect(merged).toEqual(file);
  });

  it("is all of it where the two were never in step", () => {
    const { plan, choice } = suggested({ base: null, ours: catalog({ a: [x] }), file: catalog({ b: [] }) });
    expect(isAllTaken(plan, choice)).toBe(true);
  });

  it("leaves what is only ours, and what both changed", () => {
    const base = catalog({ a: [x], b: [x], gone: [x] });
    const ours = catalog({ a: [x, y], b: [x], mine: [] }, "Ours");
    const file = catalog({ a: [x, z], b: [x, z], gone: [x], theirs: [] });
    const { plan, choice, merged } = suggested({ base, ours, file });
    expect(isAllTaken(plan, choice)).toBe(false);
    expect(merged.name).toBe("Ours");
    expect(merged.events.map(({ key, parameters }) => [key, parameters.map(({ name }) => name)])).toEqual([
      ["a", ["x", "y"]],
      ["b", ["x", "z"]],
      ["mine", []],
      ["theirs", []],
    ]);
    // With its tick, an event that both changed has what each of them changed of it.
    const event = plan.events.find(({ key }) => key === "a");
    if (event === undefined) throw new Error("The plan has it.");
    const more = { ...choice, decisions: decide(choice.decisions, eventId(event), true) };
    const names = (catalog: Catalog) => catalog.events[0]?.parameters.map(({ name }) => name).toSorted();
    expect(names(chosenCatalog(plan, more, { base, ours, file }))).toEqual(["x", "y", "z"]);
  });

  it("is what putting both together makes", () => {
    const text = fc.constantFrom(undefined, "one", "two");
    const parameters = fc.uniqueArray(
      fc.tuple(fc.constantFrom("x", "y", "z"), text).map(([name, about]) => parameter(name, about)),
      { selector: ({ name }) => name },
    );
    const events = fc
      .uniqueArray(fc.tuple(fc.constantFrom("a", "b", "c"), parameters), { selector: ([key]) => key })
      .map((list) => catalog(Object.fromEntries(list.toSorted(([one], [other]) => (one < other ? -1 : 1)))));
    fc.assert(
      fc.property(events, events, events, (base, ours, file) => {
        const byKey = ({ events: all }: Catalog) => new Map(all.map((event) => [event.key, event]));
        const { merged } = suggested({ base, ours, file });
        const expected = byKey(mergeEdits(base, ours, file).catalog);
        expect(byKey(merged)).toEqual(expected);
      }),
    );
  });
});

describe("what is chosen of a linked file", () => {
  it("is taken parameter by parameter, and nothing without a tick", () => {
    const base = catalog({ a: [x, y] });
    const file = catalog({ a: [x, z] });
    const sides = { base, ours: base, file };
    const { plan, choice } = suggested(sides);
    const [event] = plan.events;
    const removed = event?.parameters.find(({ name }) => name === "y");
    if (event === undefined || removed === undefined) throw new Error("The plan has both.");
    const some = { ...choice, decisions: decide(choice.decisions, parameterId(event, removed), false) };
    expect(isAllTaken(plan, some)).toBe(false);
    const names = chosenCatalog(plan, some, sides).events[0]?.parameters.map(({ name }) => name);
    expect(names?.toSorted()).toEqual(["x", "y", "z"]);
    const none = { takesFields: false, decisions: decide(choice.decisions, eventId(event), false) };
    expect(isAnyTaken(plan, none)).toBe(false);
    expect(isSameValue(chosenCatalog(plan, none, sides), base)).toBe(true);
  });
});
