import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { success } from "../../../shared/result/result.ts";
import { AUTOSAVE_TIMERS } from "./autosave-timers.ts";
import { createAutosave } from "./autosave.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function typing() {
  const saved: string[] = [];
  const autosave = createAutosave({
    save({ text }) {
      saved.push(text);
      return Promise.resolve(success(null));
    },
    onSaved: () => undefined,
    onStatus: () => undefined,
    ...AUTOSAVE_TIMERS,
  });
  const type = (text: string) =>
    autosave.schedule({ tenantId: "sandbox", api: "optievent", eventKey: "a", number: 1, text });
  return { saved, type };
}

describe("when drafts are saved", () => {
  it("is 100 ms after the last change", async () => {
    const { saved, type } = typing();
    type("1");
    await vi.advanceTimersByTimeAsync(80);
    type("12");
    await vi.advanceTimersByTimeAsync(99);
    expect(saved).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(saved).toEqual(["12"]);
    await vi.advanceTimersByTimeAsync(1000);
    expect(saved).toEqual(["12"]);
  });

  it("is 300 ms after the first change where there is no pause", async () => {
    const { saved, type } = typing();
    for (let count = 1; count <= 10; count += 1) {
      type("x".repeat(count));
      await vi.advanceTimersByTimeAsync(50);
    }
    expect(saved).toEqual(["xxxxxx"]);
    await vi.advanceTimersByTimeAsync(100);
    expect(saved).toEqual(["xxxxxx", "xxxxxxxxxx"]);
  });
});
