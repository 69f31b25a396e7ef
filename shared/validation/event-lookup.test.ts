import { describe, expect, it } from "vitest";
import type { Catalog, CatalogEvent } from "../domain/catalog.ts";
import { demoCatalog } from "../demo/demo-catalog.ts";
import { findEventByKey } from "./event-lookup.ts";

const named = (key: string, title = key): CatalogEvent => ({
  key,
  title,
  apis: ["optievent"],
  parameters: [],
});
const catalogOf = (...events: CatalogEvent[]): Catalog => ({ ...demoCatalog, events });

describe("an event of a catalog", () => {
  it("is found by its key, and by one that differs in capitals or separators", () => {
    const catalog = catalogOf(named("login"), named("first_deposit"));
    expect(findEventByKey(catalog, "login")).toMatchObject({ kind: "exact", item: { key: "login" } });
    expect(findEventByKey(catalog, "Login")).toMatchObject({ kind: "case", item: { key: "login" } });
    expect(findEventByKey(catalog, "firstDeposit")).toMatchObject({ kind: "similar" });
    expect(findEventByKey(catalog, "logout")).toEqual({ kind: "none" });
  });

  it("is the first of those with one key", () => {
    const catalog = catalogOf(named("login", "one"), named("login", "other"));
    expect(findEventByKey(catalog, "login")).toMatchObject({ item: { title: "one" } });
  });

  it("is looked for in the catalog as it is now", () => {
    const before = catalogOf(named("login"));
    expect(findEventByKey(before, "logout").kind).toBe("none");
    const after = { ...before, events: [...before.events, named("logout")] };
    expect(findEventByKey(after, "logout").kind).toBe("exact");
  });
});
