import { expect, test } from "vitest";
import { applyEdits } from "../json/edit.ts";
import { findingsOf, optiEvent } from "./test-support/payloads.ts";

test.each([
  "2026-11-23 09:59:00.000 UTC",
  "2026-11-23 09:59:00.000000 UTC",
  "2026-11-23T09:59:00.000Z",
  "2026-11-23T09:59:00Z",
  "2026-11-23T10:00:30Z",
])("%s is right", (timestamp) => {
  expect(findingsOf(optiEvent({ timestamp }))).toEqual([]);
});

test.each([
  ["2026-11-23 09:59:00 UTC", "2026-11-23 09:59:00.000 UTC"],
  ["2026-11-23T09:59:00.5 UTC", "2026-11-23 09:59:00.500 UTC"],
  ["2026-11-23 09:59:00.094Z", "2026-11-23 09:59:00.094 UTC"],
  ["2026-11-23T10:59:00+01:00", "2026-11-23 09:59:00.000 UTC"],
  ["2026-11-23T09:59:00.123456+00:00", "2026-11-23T09:59:00.123456Z"],
  [" 2026-11-23T09:59:00Z ", "2026-11-23 09:59:00.000 UTC"],
  ["1795427940000", "2026-11-23 09:59:00.000 UTC"],
  [1795427940, "2026-11-23 09:59:00.000 UTC"],
])("%s is rewritten as %s", (timestamp, right) => {
  const text = optiEvent({ timestamp });
  const [finding, ...others] = findingsOf(text);
  expect(others).toEqual([]);
  expect(finding?.rule).toBe("timestamp.format");
  const mended = applyEdits(text, finding?.fix?.edits ?? []);
  expect(JSON.parse(mended)).toMatchObject({ timestamp: right });
  expect(findingsOf(mended)).toEqual([]);
});

test.each([
  ["2026-11-23", "timestamp.format"],
  ["2026-11-23 09:59 UTC", "timestamp.format"],
  ["23.11.2026 09:59:00 UTC", "timestamp.format"],
  ["now", "timestamp.format"],
  [12, "timestamp.format"],
  ["2026-11-23T09:59:00", "timestamp.no-zone"],
  ["2026-11-23T24:00:00Z", "timestamp.impossible"],
  ["2026-13-01T09:00:00Z", "timestamp.impossible"],
  ["2025-02-29T09:00:00Z", "timestamp.impossible"],
])("%s is %s, and how to mend it is not certain", (timestamp, rule) => {
  const findings = findingsOf(optiEvent({ timestamp }));
  expect(findings).toMatchObject([{ rule }]);
  expect(findings[0]?.fix).toBeUndefined();
});
