import { describe, expect, it } from "vitest";
import { clockOffset } from "./clock-offset.ts";

const noon = Date.UTC(2026, 10, 23, 12);
const date = (text: string) => [["Date", text] as [string, string]];
const atNoon = date("Mon, 23 Nov 2026 12:00:00 GMT");

describe("the server's clock against ours", () => {
  it.each([
    ["the same second", noon + 100, noon + 400, 0],
    ["a second that ended while it was answered", noon + 900, noon + 1300, 0],
    ["ahead", noon - 5_000, noon - 4_900, 4_900],
    ["behind", noon + 61_000, noon + 61_500, -60_000],
  ])("is told from the header: %s", (_what, sentAt, answeredAt, offset) => {
    expect(clockOffset(atNoon, sentAt, answeredAt)).toBe(offset);
  });

  it("is not known without a header that is a date", () => {
    expect(clockOffset([], noon, noon)).toBeNull();
    expect(clockOffset(date("yesterday"), noon, noon)).toBeNull();
  });
});
