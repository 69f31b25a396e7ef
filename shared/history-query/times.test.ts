import { describe, expect, it } from "vitest";
import { parseTime } from "./times.ts";
import { isTimeZone } from "./zone.ts";

const now = Date.UTC(2026, 10, 23, 23, 30);
const spanIn = (timeZone: string, text: string, at = now) => {
  const span = parseTime(text, { now: at, timeZone });
  return span && [new Date(span.from).toISOString(), new Date(span.until).toISOString()];
};

describe("a time in a query", () => {
  it.each([
    ["UTC", "today", "2026-11-23T00:00:00.000Z", "2026-11-24T00:00:00.000Z"],
    ["UTC", "yesterday", "2026-11-22T00:00:00.000Z", "2026-11-23T00:00:00.000Z"],
    // Half past midnight of the next day there.
    ["Europe/Berlin", "today", "2026-11-23T23:00:00.000Z", "2026-11-24T23:00:00.000Z"],
    ["America/New_York", "2026-11-23", "2026-11-23T05:00:00.000Z", "2026-11-24T05:00:00.000Z"],
    ["UTC", "2026-11", "2026-11-01T00:00:00.000Z", "2026-12-01T00:00:00.000Z"],
    ["UTC", "2026", "2026-01-01T00:00:00.000Z", "2027-01-01T00:00:00.000Z"],
    ["UTC", "2026-12-31T23:59:59.9", "2026-12-31T23:59:59.900Z", "2026-12-31T23:59:59.901Z"],
    ["Europe/Berlin", "2026-11-23T09:15", "2026-11-23T08:15:00.000Z", "2026-11-23T08:16:00.000Z"],
    ["Europe/Berlin", "2026-11-23T09:15Z", "2026-11-23T09:15:00.000Z", "2026-11-23T09:16:00.000Z"],
    ["UTC", "2026-11-23T09:15+05:30", "2026-11-23T03:45:00.000Z", "2026-11-23T03:46:00.000Z"],
  ])("in %s: %s", (timeZone, text, from, until) => {
    expect(spanIn(timeZone, text)).toEqual([from, until]);
  });

  it("counts back from now", () => {
    expect(spanIn("UTC", "2h")).toEqual(["2026-11-23T21:30:00.000Z", "2026-11-23T21:30:00.000Z"]);
  });

  it("has days of 23 and of 25 hours where clocks are changed", () => {
    const hours = (day: string) => {
      const span = parseTime(day, { now, timeZone: "Europe/Berlin" });
      return span && (span.until - span.from) / 3_600_000;
    };
    expect([hours("2026-03-29"), hours("2026-10-25"), hours("2026-10-26")]).toEqual([23, 25, 24]);
  });

  it.each(["", "tomorrowish", "2026-13", "2026-02-29", "2026-11-23T24:00", "26-11-23", "2026-11-23T9:5"])(
    "is not %j",
    (text) => {
      expect(spanIn("UTC", text)).toBeNull();
    },
  );

  it("is reckoned in zones that exist", () => {
    expect([isTimeZone("Europe/Berlin"), isTimeZone("Middle/Earth")]).toEqual([true, false]);
  });
});
