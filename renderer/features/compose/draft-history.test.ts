import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { reduceDraft, startHistory, type DraftAction, type DraftHistory } from "./draft-history.ts";

const edit = (text: string, group: string | null = null): DraftAction => ({ kind: "edit", text, group });
const run = (...actions: DraftAction[]): DraftHistory => actions.reduce(reduceDraft, startHistory("start"));

describe("the draft's history", () => {
  it("takes typing in one field back as one step, and another field's as another", () => {
    const typed = run(edit("a", "email"), edit("ab", "email"), edit("ab c", "name"));
    const once = reduceDraft(typed, { kind: "undo" });
    expect(once.text).toBe("ab");
    expect(reduceDraft(once, { kind: "undo" }).text).toBe("start");
  });

  it("makes a new step of typing that goes on after an undo", () => {
    const history = run(edit("a", "email"), edit("b", "name"), { kind: "undo" }, edit("ax", "email"));
    expect(reduceDraft(history, { kind: "undo" }).text).toBe("a");
  });

  it("answers the same object where nothing changes", () => {
    const history = startHistory("start");
    expect(reduceDraft(history, edit("start"))).toBe(history);
    expect(reduceDraft(history, { kind: "undo" })).toBe(history);
    expect(reduceDraft(history, { kind: "redo" })).toBe(history);
  });

  it("forgets the oldest steps of a large text, and never the last one", () => {
    const large = (name: string) => name.repeat(20_000_000);
    const history = run(edit(large("a")), edit(large("b")), edit(large("c")), edit(large("d")));
    expect(history.past.map((text) => text[0])).toEqual(["b", "c"]);
    expect(run(edit("x".repeat(60_000_000)), edit("short")).past).toHaveLength(1);
  });

  it("comes back to where it was, whatever is undone and redone", () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 20 }), fc.nat(25), (texts, steps) => {
        const edited = run(...texts.map((text) => edit(text)));
        let history = edited;
        for (let step = 0; step < steps; step += 1) history = reduceDraft(history, { kind: "undo" });
        if (steps >= edited.past.length) expect(history.text).toBe("start");
        for (let step = 0; step < steps; step += 1) history = reduceDraft(history, { kind: "redo" });
        expect(history).toMatchObject({ text: edited.text, past: edited.past, future: [] });
      }),
    );
  });
});
