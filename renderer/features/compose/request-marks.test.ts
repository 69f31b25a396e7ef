import { describe, expect, it } from "vitest";
import type { Finding } from "../../../shared/domain/finding.ts";
import { requestMarks } from "./request-marks.ts";

function finding(path: string, position?: { offset: number; length: number }): Finding {
  return {
    rule: "r",
    code: null,
    severity: "warning",
    path,
    message: "m",
    source: "s",
    ...(position === undefined ? {} : { position: { ...position, line: 1, column: 1 } }),
  };
}

describe("marks in the request's text", () => {
  it("are where the findings of the request are", () => {
    const requestFindings = [finding("/context/email", { offset: 20, length: 5 })];
    expect(requestMarks({ requestFindings, placeholders: [] })).toEqual([
      { from: 20, to: 25, severity: "warning", message: "m" },
    ]);
  });

  it("are left out for the whole document and where there is nothing to mark", () => {
    const requestFindings = [
      finding("", { offset: 0, length: 30 }),
      finding("/context/email", { offset: 4, length: 0 }),
      finding("/context/email"),
    ];
    expect(requestMarks({ requestFindings, placeholders: [] })).toEqual([]);
  });

  it("are where values are that are made when sent, and not where variables are", () => {
    const value = (placeholder: string, from: number) => ({
      path: "/timestamp",
      offset: from,
      placeholder,
      value: '"x"',
      inRequest: { from, to: from + 9 },
    });
    const placeholders = [value("{{$now:iso}}", 10), value("{{customer_id}}", 30)];
    expect(requestMarks({ requestFindings: [], placeholders })).toMatchObject([
      { from: 10, to: 19, severity: "stamped" },
    ]);
  });
});
