import { expect, it } from "vitest";
import type { Finding } from "../../../shared/domain/finding.ts";
import { fixedFields } from "./focus-after-fix.ts";

function finding(path: string, replacement: string): Finding {
  const fix = { label: "Fix", edits: [{ offset: 0, length: 1, text: replacement }] };
  return { rule: "r", code: null, severity: "error", path, message: "m", source: "s", fix };
}

it("looks for what was fixed in its field, then in the one of its new name", () => {
  expect(fixedFields(finding("/context/Opt_in", '"opt_in"'), "optievent")).toEqual([
    "parameter:Opt_in",
    "parameter:opt_in",
  ]);
  expect(fixedFields(finding("/context/amount", "12"), "optievent")).toEqual(["parameter:amount"]);
  expect(fixedFields(finding("/tenant", "999"), "optievent")).toEqual([]);
});
