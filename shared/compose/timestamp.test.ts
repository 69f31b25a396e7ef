import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatTimestamp, isWritable, parseTimestamp, timestampFormats } from "./timestamp.ts";

const anyMoment = fc.date({
  min: new Date("0000-01-01T00:00:00.000Z"),
  max: new Date("9999-12-31T23:59:59.999Z"),
  noInvalidDate: true,
});

describe("writing a timestamp", () => {
  it("writes the three formats of the vendor's sources", () => {
    const date = new Date("2020-04-12T17:32:06.094Z");
    expect(timestampFormats.map((format) => formatTimestamp(date, format))).toEqual([
      "2020-04-12 17:32:06.094 UTC",
      "2020-04-12 17:32:06.094000 UTC",
      "2020-04-12T17:32:06.094Z",
    ]);
  });

  it("is read back as the same moment in the same format, for any moment of four-digit years", () => {
    fc.assert(
      fc.property(anyMoment, fc.constantFrom(...timestampFormats), (date, format) => {
        expect(isWritable(date)).toBe(true);
        expect(parseTimestamp(formatTimestamp(date, format))).toEqual({
          kind: "moment",
          format,
          zone: "utc",
          hasZone: true,
          epochMs: date.getTime(),
        });
      }),
    );
  });

  it("knows what it cannot write", () => {
    expect(isWritable(new Date(Number.NaN))).toBe(false);
    expect(isWritable(new Date("+010000-01-01T00:00:00.000Z"))).toBe(false);
    expect(isWritable(new Date("-000001-12-31T23:59:59.999Z"))).toBe(false);
  });
});

describe("reading a timestamp", () => {
  it.each([
    ["2020-04-12 17:32:06.094 UTC", "seed", "2020-04-12T17:32:06.094Z"],
    ["2024-05-27 10:30:00.000000 UTC", "micro", "2024-05-27T10:30:00.000Z"],
    ["2024-05-27 10:30:00.123456 UTC", "micro", "2024-05-27T10:30:00.123Z"],
    ["2020-04-12T17:32:06.094Z", "iso", "2020-04-12T17:32:06.094Z"],
    ["2020-04-12T17:32:06Z", "iso", "2020-04-12T17:32:06.000Z"],
    ["2020-04-12T17:32:06.1234567Z", "iso", "2020-04-12T17:32:06.123Z"],
    ["2024-02-29T00:00:00Z", "iso", "2024-02-29T00:00:00.000Z"],
  ])("%s is one of the three formats", (text, format, moment) => {
    expect(parseTimestamp(text)).toEqual({
      kind: "moment",
      format,
      zone: "utc",
      hasZone: true,
      epochMs: Date.parse(moment),
    });
  });

  it.each([
    ["2020-04-12 17:32:06.094", "seed"],
    ["2024-05-27 10:30:00.000000", "micro"],
    ["2020-04-12T17:32:06.094", "iso"],
    ["2020-04-12", null],
  ])("%s has no zone", (text, format) => {
    expect(parseTimestamp(text)).toMatchObject({ kind: "moment", format, zone: "none", hasZone: false });
  });

  it.each([
    ["2020-04-12 17:32:06 UTC", "utc"],
    ["2020-04-12 17:32:06.094Z", "utc"],
    ["2020-04-12T17:32:06.094 UTC", "utc"],
    ["2020-04-12 17:32:06.094 utc", "utc"],
    ["2020-04-12 17:32 GMT", "utc"],
    ["2020-04-12T19:32:06.094+02:00", "offset"],
    ["2020-04-12T12:02:06.094-0530", "offset"],
  ])("%s names a moment but is written in none of the three", (text, zone) => {
    const reading = parseTimestamp(text);
    expect(reading).toMatchObject({ kind: "moment", format: null, zone, hasZone: true });
    expect(reading.kind === "moment" && new Date(reading.epochMs).toISOString()).toMatch(
      /^2020-04-12T17:32:0/,
    );
  });

  it.each([
    ["2024-02-30 00:00:00.000 UTC", "no day 2024-02-30"],
    ["2023-02-29 00:00:00.000 UTC", "no day 2023-02-29"],
    ["2024-13-01 00:00:00.000 UTC", "no month 13"],
    ["2024-00-01 00:00:00.000 UTC", "no month 00"],
    ["2024-05-00 00:00:00.000 UTC", "no day 2024-05-00"],
    ["2024-05-27 15:60:00.000 UTC", "no minute 60"],
    ["2024-05-27T24:00:00Z", "no hour 24"],
    ["2024-05-27T23:59:60Z", "no second 60"],
    ["2024-05-27T23:59:00+15:00", "No zone is +15:00"],
  ])("%s is impossible", (text, reason) => {
    expect(parseTimestamp(text)).toMatchObject({
      kind: "impossible",
      reason: expect.stringContaining(reason),
    });
  });

  it.each([
    "",
    "yesterday",
    "27/05/2024",
    "1586712726094",
    "2024-5-7 10:30:00.000 UTC",
    " 2024-05-27",
    "2024-05-27T",
  ])("%j is no time", (text) => {
    expect(parseTimestamp(text)).toEqual({ kind: "unreadable" });
  });

  it("agrees with the calendar on every day of the month, and never throws", () => {
    const twoDigits = fc.integer({ min: 0, max: 40 }).map((day) => String(day).padStart(2, "0"));
    const year = fc.integer({ min: 0, max: 9999 }).map((value) => String(value).padStart(4, "0"));
    fc.assert(
      fc.property(year, twoDigits, twoDigits, (y, m, d) => {
        const iso = `${y}-${m}-${d}T00:00:00.000Z`;
        const date = new Date(iso);
        const exists = isWritable(date) && date.toISOString() === iso;
        expect(parseTimestamp(iso).kind).toBe(exists ? "moment" : "impossible");
      }),
    );
    fc.assert(
      fc.property(fc.string(), (text) =>
        ["moment", "impossible", "unreadable"].includes(parseTimestamp(text).kind),
      ),
    );
  });
});
