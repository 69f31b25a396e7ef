import { describe, expect, it } from "vitest";
import { linePath, roundUp, stackBar, type Bucket } from "./chart-scale.ts";

function bucket(outcomes: Partial<Bucket["outcomes"]>): Bucket {
  return {
    from: "2026-11-22T11:00:00.000Z",
    until: "2026-11-22T12:00:00.000Z",
    outcomes: { accepted: 0, rejected: 0, unrecognised: 0, failed: 0, cancelled: 0, ...outcomes },
    latency: null,
  };
}

describe("a bar of outcomes", () => {
  it("stacks them from the bottom, each as high as it is frequent", () => {
    expect(stackBar(bucket({ accepted: 6, failed: 2 }), 10, 100)).toEqual([
      { outcome: "accepted", y: 40, height: 60 },
      { outcome: "failed", y: 20, height: 20 },
    ]);
  });

  it("shows one in ten thousand", () => {
    expect(stackBar(bucket({ failed: 1 }), 10_000, 100)).toEqual([{ outcome: "failed", y: 99, height: 1 }]);
  });
});

describe("a line of percentiles", () => {
  it("is broken where nothing was measured", () => {
    expect(linePath([10, 20, null, 30, 20], 40, 50, 40)).toBe("M5 30 L15 20 M35 10 L45 20");
  });

  it("shows a value that stands alone", () => {
    expect(linePath([null, 10, null], 10, 30, 20)).toBe("M15 0h0.01");
  });
});

describe("roundUp", () => {
  it.each([
    [0, 1],
    [1, 1],
    [3, 5],
    [51, 100],
    [100, 100],
    [0.3, 0.5],
  ])("%d goes up to %d", (value, top) => {
    expect(roundUp(value)).toBe(top);
  });
});
