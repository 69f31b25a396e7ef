import { expect, it } from "vitest";
import type { CatalogEvent } from "../../../shared/domain/catalog.ts";
import { eventsToWrite, strayKeys } from "./events-to-write.ts";

const events: readonly CatalogEvent[] = [{ key: "login", parameters: [] }];

it("keeps drafts of events that the catalog does not have within reach", () => {
  const strays = strayKeys(events, ["order", "login", "1101", "order"]);
  expect(strays).toEqual(["1101", "order"]);
  expect(eventsToWrite(events, strays).map(({ key, id }) => [key, id])).toEqual([
    ["login", undefined],
    ["1101", 1101],
    ["order", undefined],
  ]);
});

it("is the catalog's own list where every draft is of one of its events", () => {
  expect(eventsToWrite(events, strayKeys(events, ["login"]))).toBe(events);
});
