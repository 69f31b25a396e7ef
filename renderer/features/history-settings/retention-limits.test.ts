import { describe, expect, it } from "vitest";
import { limitProblem, readLimits, typedLimits } from "./retention-limits.ts";

describe("the limits of history", () => {
  it("are none where nothing is typed", () => {
    expect(readLimits({ days: "", count: " ", megabytes: "" })).toEqual({
      maximumAgeDays: null,
      maximumCount: null,
      maximumBytes: null,
    });
  });

  it("are read as they are shown", () => {
    const retention = { maximumAgeDays: 90, maximumCount: 100_000, maximumBytes: 500_000_000 };
    expect(typedLimits(retention)).toEqual({ days: "90", count: "100000", megabytes: "500" });
    expect(readLimits({ days: "90", count: "100,000", megabytes: "500" })).toEqual(retention);
  });

  it.each(["0", "-1", "1.5", "ninety", "1e9"])("cannot be %s days", (days) => {
    const limits = { days, count: "", megabytes: "" };
    expect(limitProblem(limits, "days")).toContain("whole number");
    expect(readLimits(limits)).toBeNull();
  });
});
