import { describe, expect, it } from "vitest";
import type { Finding } from "../../../shared/domain/finding.ts";
import { requestMarks } from "./request-marks.ts";

const finding = (path: string): Finding => ({
  rule: "r",
  code: null,
  severity: "warning",
  path,
  message: "m",
  source: "s",
});

describe("marks in the request's text", () => {
  const text = '{"context":{"email":"a@b"}}';

  it("are at the value that the finding's path leads to", () => {
    const [mark] = requestMarks(text, [finding("/context/email")]);
    expect(text.slice(mark?.from, mark?.to)).toBe('"a@b"');
    expect(mark).toMatchObject({ severity: "warning", message: "m" });
  });

  it("are left out for the whole document and for what is not there", () => {
    expect(requestMarks(text, [finding(""), finding("/context/name")])).toEqual([]);
    expect(requestMarks("{", [finding("/context/email")])).toEqual([]);
  });
});
