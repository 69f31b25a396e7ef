import { afterEach, beforeEach, expect, it } from "vitest";
import { clockChange, setNow } from "./clock-change.ts";

const ownZone = process.env["TZ"];
beforeEach(() => {
  process.env["TZ"] = "Europe/Berlin";
});
afterEach(() => {
  if (ownZone === undefined) delete process.env["TZ"];
  else process.env["TZ"] = ownZone;
});

it("says what was taken for a time that the clock skips", () => {
  expect(clockChange("2026-03-29T02:30")).toBe(
    "This computer's clock skips 02:30 on that day. 03:30 was taken, 01:30 UTC.",
  );
});

it("says which was taken of a time that comes twice", () => {
  expect(clockChange("2026-10-25T02:30:00.500")).toBe(
    "02:30 comes twice on that day. The first was taken, 00:30 UTC; the second is 01:30 UTC.",
  );
  process.env["TZ"] = "America/New_York";
  expect(clockChange("2026-11-01T01:30")).toContain("comes twice");
});

it("keeps the hour that was meant while its minutes are typed", () => {
  expect(setNow("2026-03-29T02:00", "2026-03-29T03:30")).toBe("2026-03-29T02:30");
  expect(setNow("2026-03-29T02:00", "2026-03-29T04:00")).toBe("2026-03-29T04:00");
  expect(setNow("2026-03-29T03:00", "2026-03-29T03:30")).toBe("2026-03-29T03:30");
  expect(setNow(null, "2026-03-29T03:30")).toBe("2026-03-29T03:30");
});

it("has nothing to say of any other time", () => {
  expect(
    ["2026-03-29T01:30", "2026-03-29T03:30", "2026-10-25T03:30", "2026-06-01T12:00", "soon"].map(clockChange),
  ).toEqual([null, null, null, null, null]);
});
