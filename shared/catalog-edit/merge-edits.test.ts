import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CATALOG_FORMAT, type Catalog, type CatalogEvent } from "../domain/catalog.ts";
import { mergeEdits } from "./merge-edits.ts";

const event = (key: string, title?: string): CatalogEvent => ({
  key,
  ...(title === undefined ? {} : { title }),
  parameters: [],
});
const catalog = (events: readonly CatalogEvent[], name = "Shop"): Catalog => ({
  format: CATALOG_FORMAT,
  name,
  events: [...events],
});
const base = catalog([event("a"), event("b"), event("c")]);
const keys = ({ events }: Catalog) => events.map(({ key }) => key);

describe("edits of two windows brought together", () => {
  it("have the events that each of them changed, added and removed", () => {
    const mine = catalog([event("a", "mine"), event("b"), event("c"), event("mine")]);
    const theirs = catalog([event("a"), event("theirs"), event("b", "theirs")]);
    const { catalog: merged, undone } = mergeEdits(base, mine, theirs);
    expect(undone).toBeNull();
    expect(merged.events).toEqual([event("a", "mine"), event("theirs"), event("b", "theirs"), event("mine")]);
  });

  it("keep mine where both changed an event, and say what of the other goes", () => {
    const mine = catalog([event("a", "mine"), event("c")]);
    const theirs = catalog([event("a", "theirs"), event("b", "theirs"), event("c", "theirs")]);
    const { catalog: merged, undone } = mergeEdits(base, mine, theirs);
    expect(merged.events).toEqual([event("a", "mine"), event("c", "theirs")]);
    expect(undone?.before.events).toEqual([event("a"), event("b")]);
    expect(undone?.after.events).toEqual([event("a", "theirs"), event("b", "theirs")]);
  });

  it("stand in the order of whoever changed that, mine before the other's", () => {
    const turned = catalog(base.events.toReversed());
    const changed = catalog([event("a", "mine"), event("b"), event("c")]);
    expect(keys(mergeEdits(base, changed, turned).catalog)).toEqual(["c", "b", "a"]);
    expect(keys(mergeEdits(base, turned, changed).catalog)).toEqual(["c", "b", "a"]);
  });

  it("keep the name of whoever changed it, and tell where both did", () => {
    expect(mergeEdits(base, base, catalog(base.events, "Theirs")).catalog.name).toBe("Theirs");
    const both = mergeEdits(base, catalog(base.events, "Mine"), catalog(base.events, "Theirs"));
    expect(both.catalog.name).toBe("Mine");
    expect([both.undone?.before.name, both.undone?.after.name]).toEqual(["Shop", "Theirs"]);
  });

  it("stay mine as a whole where a key stands twice, with all of the other told", () => {
    const mine = catalog([event("a"), event("a", "again")]);
    const theirs = catalog([event("a", "theirs")]);
    expect(mergeEdits(base, mine, theirs)).toEqual({
      catalog: mine,
      undone: { before: base, after: theirs },
    });
  });

  it("lose nothing: what one of them alone did is there, whoever is first", () => {
    const anyEvents = fc.uniqueArray(
      fc.record({ key: fc.constantFrom("a", "b", "c", "d", "e", "f"), title: fc.string() }),
      {
        selector: ({ key }) => key,
      },
    );
    const anyCatalog = anyEvents.map((events) => catalog(events.map(({ key, title }) => event(key, title))));
    fc.assert(
      fc.property(anyCatalog, anyCatalog, anyCatalog, (before, mine, theirs) => {
        expect(mergeEdits(before, mine, before).catalog).toEqual(mine);
        expect(keys(mergeEdits(before, before, theirs).catalog).sort()).toEqual(keys(theirs).sort());
        const [one, other] = [mergeEdits(before, mine, theirs), mergeEdits(before, theirs, mine)];
        expect(one.undone === null).toBe(other.undone === null);
        if (one.undone === null) expect(keys(one.catalog).sort()).toEqual(keys(other.catalog).sort());
      }),
    );
  });
});
