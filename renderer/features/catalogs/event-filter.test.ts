import { describe, expect, it } from "vitest";
import { openDocument } from "../../../shared/catalog-edit/document.ts";
import { smallCatalog } from "../../../shared/catalog-edit/test-support/small-catalog.ts";
import { chooseCatalog } from "./choose-catalog.ts";
import { filterCount, filterEvents, NO_FILTER, type EventFacts, type EventFilter } from "./event-filter.ts";

const UNKNOWN: EventFacts = { rowsWithFindings: null, sentKeys: null, changedKeys: null };
const keys = (filter: Partial<EventFilter>, facts: Partial<EventFacts> = {}) =>
  filterEvents(openDocument(smallCatalog), { ...NO_FILTER, ...filter }, { ...UNKNOWN, ...facts }).map(
    ({ event }) => event.key,
  );

describe("the filter of events", () => {
  it("keeps what fits every part that is in use", () => {
    expect(keys({})).toEqual(["signup", "deposit"]);
    expect(keys({ query: "email" })).toEqual(["signup"]);
    expect(keys({ api: "realtime" })).toEqual(["signup", "deposit"]);
    expect(keys({ api: "optievent" })).toEqual(["signup"]);
    expect(keys({ hasFindings: true }, { rowsWithFindings: new Set([1]) })).toEqual(["deposit"]);
    expect(keys({ isNeverSent: true }, { sentKeys: new Set(["signup"]) })).toEqual(["deposit"]);
    expect(keys({ changedSince: 2 }, { changedKeys: new Set(["signup"]) })).toEqual(["signup"]);
    expect(keys({ hasFindings: true, query: "signup" }, { rowsWithFindings: new Set([1]) })).toEqual([]);
  });

  it("hides nothing by what is not known yet, and counts its parts without the search", () => {
    expect(keys({ hasFindings: true, isNeverSent: true, changedSince: 1 })).toHaveLength(2);
    expect(filterCount({ ...NO_FILTER, query: "x", api: "realtime", changedSince: 0 })).toBe(2);
  });
});

describe("the catalog to show", () => {
  it("is the one opened, else the tenant's, else the first", () => {
    const catalogs = [{ id: "a" }, { id: "b" }];
    expect(chooseCatalog(catalogs, "b", "a")).toBe("b");
    expect(chooseCatalog(catalogs, "gone", "b")).toBe("b");
    expect(chooseCatalog(catalogs, null, null)).toBe("a");
    expect(chooseCatalog([], "a", "a")).toBeNull();
  });
});
