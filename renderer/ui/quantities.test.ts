import { describe, expect, it } from "vitest";
import { formatBytes, formatCount, formatMilliseconds } from "./quantities.ts";

describe("formatMilliseconds", () => {
  it.each([
    [0, "0.0 ms"],
    [3.14, "3.1 ms"],
    [99.94, "99.9 ms"],
    [99.96, "100 ms"],
    [1234.5, "1235 ms"],
    [9_999.6, "10.0 s"],
    [61_230, "61.2 s"],
  ])("writes %d as %s", (milliseconds, text) => {
    expect(formatMilliseconds(milliseconds)).toBe(text);
  });
});

describe("formatBytes", () => {
  it.each([
    [0, "0 bytes"],
    [1, "1 byte"],
    [1_536, "1,536 bytes"],
    [20_400, "20 kB"],
    [999_600, "1.0 MB"],
    [20_000_000, "20.0 MB"],
  ])("writes %d as %s", (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text);
  });
});

describe("formatCount", () => {
  it("has a singular and thousands separators", () => {
    expect(formatCount(1, "exchange", "exchanges")).toBe("1 exchange");
    expect(formatCount(12_408, "exchange", "exchanges")).toBe("12,408 exchanges");
  });
});
