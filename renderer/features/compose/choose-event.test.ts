import { describe, expect, it } from "vitest";
import type { CatalogEvent } from "../../../shared/domain/catalog.ts";
import { chooseEvent } from "./choose-event.ts";

const events: CatalogEvent[] = [
  { key: "a", parameters: [], apis: ["realtime"] },
  { key: "b", parameters: [] },
];

describe("the event to write", () => {
  it("is the one written last, with either API", () => {
    expect(chooseEvent(events, "optievent", "a")?.key).toBe("a");
  });

  it("is else the first that the API takes", () => {
    expect(chooseEvent(events, "optievent", "gone")?.key).toBe("b");
    expect(chooseEvent(events, "realtime", null)?.key).toBe("a");
  });

  it("is else the first there is, or none", () => {
    expect(chooseEvent(events.slice(0, 1), "optievent", null)?.key).toBe("a");
    expect(chooseEvent([], "optievent", null)).toBeNull();
  });
});
