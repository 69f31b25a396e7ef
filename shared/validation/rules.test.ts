import { describe, expect, test } from "vitest";
import { applyEdits } from "../json/edit.ts";
import { RULES, type RuleName } from "./rules.ts";
import { contextExamples } from "./test-support/context-examples.ts";
import { documentExamples } from "./test-support/document-examples.ts";
import { envelopeExamples } from "./test-support/envelope-examples.ts";
import { findingsOf, optiEvent, realtime, rulesOf } from "./test-support/payloads.ts";
import { realtimeApi, signed, stringEid, type RuleExample } from "./test-support/rule-example.ts";

/** Every rule of the table has to be here, or this does not compile. */
const examples: Record<RuleName, readonly RuleExample[]> = {
  ...documentExamples,
  ...envelopeExamples,
  ...contextExamples,
};

const all = Object.entries(examples).flatMap(([rule, list]) =>
  list.map((example) => ({ rule: rule as RuleName, ...example })),
);

test("the right bodies break no rule", () => {
  expect(findingsOf(optiEvent())).toEqual([]);
  expect(findingsOf(optiEvent(), { connection: signed, tenantNumber: 999 })).toEqual([]);
  expect(findingsOf(optiEvent({ customer: undefined, visitor: "b449f7778d4981a5" }))).toEqual([]);
  expect(findingsOf(realtime(), realtimeApi)).toEqual([]);
  expect(findingsOf(realtime({ eid: "1101" }), { ...realtimeApi, connection: stringEid })).toEqual([]);
});

test.each(all)("$rule: $path of $text", ({ rule, text, path, at, options, severity, fixed }) => {
  const finding = findingsOf(text, options).find((candidate) => candidate.rule === rule);
  expect(finding).toMatchObject({
    rule,
    code: RULES[rule].code,
    severity: severity ?? RULES[rule].severity,
    path,
    source: RULES[rule].source,
  });
  const { offset, length } = finding?.position ?? { offset: -1, length: 0 };
  expect(text.slice(offset, offset + length)).toBe(at);
  expect(finding?.message).toMatch(/[.?]$/);
  if (fixed === undefined) {
    expect(finding?.fix).toBeUndefined();
  } else {
    const mended = applyEdits(text, finding?.fix?.edits ?? []);
    expect(mended).toContain(fixed);
    expect(rulesOf(mended, options)).not.toContain(rule);
  }
});

describe("the table", () => {
  test.each(Object.entries(examples))("%s says whether it has a fix", (rule, list) => {
    expect(list.some(({ fixed }) => fixed !== undefined)).toBe(RULES[rule as RuleName].hasFix);
  });

  test("has the vendor's codes on the rules that the vendor numbers", () => {
    const numbered = Object.entries(RULES).flatMap(([name, { code }]) =>
      code === null ? [] : [[code, name]],
    );
    expect(Object.fromEntries(numbered)).toEqual({
      1010: "event.unknown",
      1020: "event.too-many-parameters",
      1030: "parameter.unknown",
      1040: "parameter.missing",
      1050: "value.too-long",
      1060: "value.wrong-type",
      1070: "customer.invalid",
      1071: "customer.too-long",
      1080: "email.invalid",
      1090: "url.invalid",
    });
  });
});
