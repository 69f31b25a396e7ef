import * as fc from "fast-check";
import { afterEach, expect, it } from "vitest";
import { fromInput, isClockInUtc, momentWords, toInput } from "./moments-in-words.ts";

const ownZone = process.env["TZ"];
afterEach(() => {
  if (ownZone === undefined) delete process.env["TZ"];
  else process.env["TZ"] = ownZone;
});

it("says a moment on this computer's clock and in UTC", () => {
  process.env["TZ"] = "America/New_York";
  expect(momentWords(1_586_712_726_094)).toEqual([
    expect.stringMatching(/12 Apr 2020.*13:32:06\.094 GMT-4/u),
    expect.stringMatching(/12 Apr 2020.*17:32:06\.094 UTC/u),
  ]);
  expect(isClockInUtc()).toBe(false);
});

it("says it once where both are the same", () => {
  process.env["TZ"] = "UTC";
  expect(momentWords(1_586_712_726_094)).toEqual([expect.stringMatching(/17:32:06\.094 UTC/u)]);
  expect(isClockInUtc()).toBe(true);
  process.env["TZ"] = "Europe/London";
  expect(momentWords(Date.UTC(2026, 0, 15))).toHaveLength(1);
  expect(momentWords(Date.UTC(2026, 6, 15))).toHaveLength(2);
  expect(isClockInUtc()).toBe(false);
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
