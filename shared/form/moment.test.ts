import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluateDynamicName } from "../compose/dynamic-values.ts";
import { parseTimestamp, timestampFormats } from "../compose/timestamp.ts";
import {
  epochMilliseconds,
  fixedText,
  inFormat,
  nowText,
  offsetText,
  offsetUnits,
  readMoment,
} from "./moment.ts";

const format = fc.constantFrom(...timestampFormats);
const offset = fc.record({
  amount: fc.integer({ min: 0, max: 999_999 }),
  unit: fc.constantFrom(...offsetUnits),
  direction: fc.constantFrom<"before" | "after">("before", "after"),
});
const epochMs = fc.integer({ min: 0, max: Date.UTC(9000, 0, 1) });

describe("when something happened, as people say it", () => {
  it.each([
    ["{{$now}}", { kind: "now", format: "seed" }],
    ["{{ $now : iso }}", { kind: "now", format: "iso" }],
    [
      "{{$now:-2h}}",
      { kind: "offset", format: "seed", offset: { amount: 2, unit: "h", direction: "before" } },
    ],
    [
      "{{$now:micro:+3d}}",
      { kind: "offset", format: "micro", offset: { amount: 3, unit: "d", direction: "after" } },
    ],
    ["{{$now:-1d12h}}", { kind: "offset", format: "seed", offset: null }],
    ["{{$now:soon}}", { kind: "fixed", format: null, epochMs: null }],
    ["{{$now}} or so", { kind: "fixed", format: null, epochMs: null }],
    ["2020-04-12 17:32:06.094 UTC", { kind: "fixed", format: "seed", epochMs: 1_586_712_726_094 }],
    ["2020-04-12T19:32:06.094+02:00", { kind: "fixed", format: null, epochMs: 1_586_712_726_094 }],
    ["yesterday", { kind: "fixed", format: null, epochMs: null }],
  ])("%s", (text, meaning) => {
    expect(readMoment(text)).toEqual(meaning);
  });

  it("is read as it was written, and its placeholder is one that sending understands", () => {
    fc.assert(
      fc.property(offset, format, (one, form) => {
        expect(readMoment(offsetText(one, form))).toEqual({ kind: "offset", format: form, offset: one });
        expect(readMoment(nowText(form))).toEqual({ kind: "now", format: form });
        const small = { ...one, amount: one.amount % 100 };
        const expression = offsetText(small, form).slice(2, -2);
        const moment = { now: new Date("2026-11-23T08:00:00Z"), random: () => 0 };
        expect(evaluateDynamicName(expression, moment).ok).toBe(true);
      }),
    );
  });

  it("stays the same moment in every format", () => {
    fc.assert(
      fc.property(epochMs, format, format, (moment, from, to) => {
        const text = fixedText(moment, from) ?? "";
        expect(parseTimestamp(inFormat(text, to) ?? "")).toMatchObject({ epochMs: moment, format: to });
      }),
    );
  });

  it("keeps an offset of several units in another format, and leaves what names no moment", () => {
    expect(inFormat("{{$now:-1d12h}}", "iso")).toBe("{{$now:-1d12h:iso}}");
    expect(inFormat("yesterday", "iso")).toBeNull();
    expect(fixedText(Number.NaN, "seed")).toBeNull();
    expect(fixedText(Date.UTC(10_000, 0), "seed")).toBeNull();
  });

  it("takes any text", () => {
    fc.assert(
      fc.property(fc.string(), format, (text, form) => {
        readMoment(`{{$now${text}}}`);
        inFormat(text, form);
      }),
    );
  });
});

it("knows milliseconds since 1970 when it sees them", () => {
  expect(epochMilliseconds("1586712726094")).toBe(1_586_712_726_094);
  expect(
    ["1586712726", "15867127260940000", "", "-1586712726094", "1586712726.94"].map(epochMilliseconds),
  ).toEqual([null, null, null, null, null]);
});
