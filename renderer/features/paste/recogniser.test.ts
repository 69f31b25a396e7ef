import { describe, expect, it } from "vitest";
import { recognise } from "../../../shared/paste/recognise.ts";
import type { PasteResult } from "../../../shared/paste/types.ts";
import { createRecogniser } from "./recogniser.ts";

/** Reads when told to, as a worker does when it gets to it. */
function slowReaders() {
  const waiting: (() => void)[] = [];
  const seen: string[] = [];
  let started = 0;
  return {
    seen,
    started: () => started,
    readNext: () => waiting.shift()?.(),
    start: (onResult: (result: PasteResult | null) => void) => {
      started += 1;
      return {
        read(text: string) {
          seen.push(text);
          waiting.push(() => onResult(text === "broken" ? null : recognise(text)));
        },
        stop: () => void waiting.splice(0),
      };
    },
  };
}

describe("recognising elsewhere", () => {
  it("reads the first text and of those that come meanwhile only the last", () => {
    const readers = slowReaders();
    const recogniser = createRecogniser(readers.start);
    for (const text of ["{", '{"tenant"', '{"tenant":1}']) recogniser.read(text);
    readers.readNext();
    expect(recogniser.recognition.get()).toMatchObject({ text: "{", result: { ok: false } });
    readers.readNext();
    expect(recogniser.recognition.get()).toMatchObject({ text: '{"tenant":1}', result: { ok: true } });
    expect(readers.seen).toEqual(["{", '{"tenant":1}']);
    expect(readers.started()).toBe(1);
  });

  it("goes on after a text that the reader broke down on", () => {
    const readers = slowReaders();
    const recogniser = createRecogniser(readers.start);
    recogniser.read("broken");
    readers.readNext();
    expect(recogniser.recognition.get()).toEqual({ text: "broken", result: null });
    recogniser.read('{"tenant":1}');
    readers.readNext();
    expect(recogniser.recognition.get().result?.ok).toBe(true);
  });

  it("can be closed while it reads, and used again", () => {
    const readers = slowReaders();
    const recogniser = createRecogniser(readers.start);
    recogniser.read("first");
    recogniser.close();
    readers.readNext();
    expect(recogniser.recognition.get().text).toBe("");
    recogniser.read("second");
    readers.readNext();
    expect(recogniser.recognition.get().text).toBe("second");
    expect(readers.started()).toBe(2);
  });
});
