import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { OpenDrafts } from "../../../shared/domain/open-drafts.ts";
import {
  closeTab,
  currentTab,
  freeNumber,
  moveTab,
  openTab,
  reopenTab,
  singleTab,
  stepTab,
  tabLabel,
  tabOfEvent,
} from "./draft-tabs.ts";

const tab = (eventKey: string, number = 1) => ({ eventKey, number });
const names = (open: OpenDrafts) => open.tabs.map(tabLabel);
const three = [tab("a"), tab("b"), tab("c")].reduce(
  (open, next) => openTab(open, next, false),
  singleTab(tab("first")),
);

describe("the tabs of drafts", () => {
  it("open beside the one shown, or in its place where nothing was written in it", () => {
    expect(names(three)).toEqual(["first", "a", "b", "c"]);
    expect(names(openTab(three, tab("d"), true))).toEqual(["first", "a", "b", "d"]);
    expect(currentTab(openTab(three, tab("a"), true))).toEqual(tab("a"));
  });

  it("show the draft of an event that was written last", () => {
    const open = openTab(three, tab("a", 2), false);
    expect(tabOfEvent(open, "a")).toEqual(tab("a", 2));
    expect(tabOfEvent(open, "b")).toEqual(tab("b"));
    expect(tabOfEvent(open, "new")).toEqual(tab("new"));
  });

  it("close, and open again where they were", () => {
    const closed = closeTab(three, 1);
    expect(names(closed)).toEqual(["first", "b", "c"]);
    expect(currentTab(closed)).toEqual(tab("c"));
    const again = reopenTab(closed);
    expect(names(again)).toEqual(names(three));
    expect(currentTab(again)).toEqual(tab("a"));
    expect(currentTab(closeTab(singleTab(tab("a")), 0))).toBeNull();
  });

  it("move, and the one shown stays shown", () => {
    const moved = moveTab(three, 3, 0);
    expect(names(moved)).toEqual(["c", "first", "a", "b"]);
    expect(currentTab(moved)).toEqual(tab("c"));
    expect(moveTab(three, 0, 9)).toBe(three);
  });

  it("are gone through around the ends", () => {
    expect(currentTab(stepTab(three, 1))).toEqual(tab("first"));
    expect(currentTab(stepTab(stepTab(three, 1), -1))).toEqual(tab("c"));
  });

  it("number a further draft of an event", () => {
    expect(freeNumber([tab("a"), tab("a", 3), tab("b", 2)], "a")).toBe(2);
    expect(freeNumber([], "a")).toBe(1);
  });

  it("always show one of those that are open, whatever is done", () => {
    const step = fc.oneof(
      fc
        .record({
          key: fc.constantFrom("a", "b", "c"),
          number: fc.integer({ min: 1, max: 3 }),
          free: fc.boolean(),
        })
        .map(
          ({ key, number, free }) =>
            (open: OpenDrafts) =>
              openTab(open, tab(key, number), free),
        ),
      fc.nat(6).map((index) => (open: OpenDrafts) => closeTab(open, index)),
      fc.constant(reopenTab),
      fc.tuple(fc.nat(6), fc.nat(6)).map(
        ([from, to]) =>
          (open: OpenDrafts) =>
            moveTab(open, from, to),
      ),
      fc.constantFrom<1 | -1>(1, -1).map((by) => (open: OpenDrafts) => stepTab(open, by)),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const open = steps.reduce((state, next) => next(state), singleTab(tab("a")));
        expect(new Set(names(open)).size).toBe(open.tabs.length);
        expect(currentTab(open) === null).toBe(open.tabs.length === 0);
      }),
    );
  });
});
