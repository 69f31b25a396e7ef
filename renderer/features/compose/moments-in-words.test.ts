import * as fc from "fast-check";
import { expect, it } from "vitest";
import { fromInput, toInput, utcWords } from "./moments-in-words.ts";

it("says a moment in UTC", () => {
  expect(utcWords(1_586_712_726_094)).toMatch(/12 Apr 2020.*17:32:06\.094 UTC/u);
});

it("goes through a date and time field unchanged, on either clock", () => {
  const moment = fc.integer({ min: 0, max: Date.UTC(9000, 0, 1) });
  fc.assert(
    fc.property(moment, (epochMs) => {
      expect(fromInput(toInput(epochMs, "utc"), "utc")).toBe(epochMs);
    }),
  );
  expect(fromInput(toInput(1_586_712_726_094, "local"), "local")).toBe(1_586_712_726_094);
  expect(fromInput("soon", "local")).toBeNull();
});
