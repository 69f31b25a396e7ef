import { describe, expect, it } from "vitest";
import { exactTime, listTime, wholeMinute } from "./moments.ts";

// Local times, so that the test says the same in every time zone.
const now = new Date(2026, 10, 22, 12, 0);

describe("listTime", () => {
  it.each([
    [new Date(2026, 10, 22, 9, 4, 5, 6), "09:04:05.006"],
    [new Date(2026, 10, 21, 23, 59, 59, 999), "21 Nov 23:59"],
    [new Date(2025, 0, 3, 10, 0), "3 Jan 2025"],
  ])("writes %s as %s", (moment, text) => {
    expect(listTime(moment.toISOString(), now)).toBe(text);
  });
});

describe("listTime where there is little room", () => {
  it.each([
    [new Date(2026, 10, 22, 9, 4, 5, 6), "09:04:05"],
    [new Date(2026, 10, 21, 23, 59, 59, 999), "21 Nov"],
  ])("writes %s as %s", (moment, text) => {
    expect(listTime(moment.toISOString(), now, true)).toBe(text);
  });
});

describe("exactTime", () => {
  it("keeps the milliseconds and says UTC", () => {
    expect(exactTime("2026-11-22T11:41:52.004Z")).toBe("2026-11-22 11:41:52.004 UTC");
  });
});

describe("wholeMinute", () => {
  it("writes a whole minute as people do, and leaves everything else exact", () => {
    expect(wholeMinute(new Date(2026, 10, 20, 18, 0).toISOString())).toBe("20 Nov 2026 18:00");
    for (const text of ["2026-11-20T18:00:00.500Z", "2026-11-20", "deposit"])
      expect(wholeMinute(text)).toBe(text);
  });
});
