import * as fc from "fast-check";
import { expect, test } from "vitest";
import { findingSchema, type Finding } from "../domain/finding.ts";
import { ruleProfileSchema } from "../domain/tenant.ts";
import { applyEdits } from "../json/edit.ts";
import { fromPointer } from "../json/path.ts";
import { RULES } from "./rules.ts";
import { findingsOf, type Options } from "./test-support/payloads.ts";

const awkwardTexts = [
  ["", " ", "Yes", "true", "1", "100.00", "{}", "[1]", '"x"', '{"opt_in":"no"}', "{{x}}", "{{secret:token}}"],
  ["newsletter_signup", "Newsletter_Signup", "1101", "999", "undefined", "2026-11-23 09:59:00 UTC"],
  ["johndoe@domain.com", "https://a.example", "footer", "x".repeat(256), "x".repeat(4001), "\ud800"],
].flat();
const awkwardValues = [null, true, false, 0, 1, -1, 1.5, 999, 1101, 1e21, 1e-7, 5000, 1795427940, {}, []];
const awkward = fc.constantFrom<unknown>(...awkwardTexts, ...awkwardValues);
const anyValue = fc.oneof({ weight: 4, arbitrary: awkward }, fc.jsonValue({ maxDepth: 3 }));

const parameterNames = [
  "email",
  "opt_in",
  "source",
  "nick",
  "page",
  "born_at",
  "amount",
  "total",
  "event_os",
];
const otherNames = [
  "Email",
  "OPT_IN",
  "bornAt",
  "Source",
  "Event_OS",
  "two words",
  "event_native_mobile",
  "__proto__",
];
const fieldNames = [
  "tenant",
  "event",
  "customer",
  "visitor",
  "timestamp",
  "tid",
  "cid",
  "eid",
  "visitorId",
  "Tenant",
];

/** Objects as text, so that names may repeat. */
function objectText(name: fc.Arbitrary<string>, value: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const member = fc.tuple(name, value).map(([key, text]) => `${JSON.stringify(key)}: ${text}`);
  return fc.array(member, { maxLength: 8 }).map((members) => `{ ${members.join(", ")} }`);
}

const valueText = fc.oneof(
  anyValue.map((value) => JSON.stringify(value)),
  fc.constantFrom("12345678901234567890", "1e400", "100.00", "999.0", "-0"),
);
const contextText = fc.oneof(
  { weight: 5, arbitrary: objectText(fc.constantFrom(...parameterNames, ...otherNames), valueText) },
  valueText,
);
const context = fc.oneof(
  { weight: 4, arbitrary: contextText },
  contextText.map((text) => JSON.stringify(text)),
);
const bodyText = fc
  .tuple(
    objectText(fc.constantFrom(...fieldNames), valueText),
    fc.constantFrom("context", "Context"),
    context,
  )
  .map(([fields, name, value]) => `{"${name}": ${value}, ${fields.slice(1)}`.replace(/, \s*\}$/, "}"));
const anyText = fc.oneof(
  { weight: 6, arbitrary: bodyText },
  bodyText.map((text) => JSON.stringify(text)),
  bodyText.map((text) => `\uFEFF${text}`),
  fc.json(),
  fc.string({ unit: "binary" }),
);

const profile = fc
  .record({
    bothIdentities: fc.constantFrom("error", "warning", "allowed"),
    textWarningLength: fc.constantFrom(3, 255),
    maxParameters: fc.constantFrom(1, 50),
    nameStyle: fc.constantFrom("warning", "allowed"),
  })
  .map((fields) => ruleProfileSchema.parse(fields));
const options: fc.Arbitrary<Options> = fc
  .tuple(fc.constantFrom("optievent" as const, "realtime" as const), fc.boolean(), profile)
  .map(([api, hasCatalog, ruleProfile]) =>
    hasCatalog ? { api, ruleProfile } : { api, ruleProfile, catalog: null },
  );

test("any text gives findings of the table that point into the text", () => {
  fc.assert(
    fc.property(anyText, options, (text, given) => {
      for (const finding of findingsOf(text, given)) {
        expect(findingSchema.safeParse(finding).success).toBe(true);
        expect(Object.keys(RULES)).toContain(finding.rule);
        expect(fromPointer(finding.path)).not.toContain(undefined);
        const { offset, length } = finding.position ?? { offset: -1, length: 0 };
        expect(offset).toBeGreaterThanOrEqual(0);
        expect(offset + length).toBeLessThanOrEqual(text.length);
      }
    }),
    { numRuns: 1000 },
  );
});

test("a fix removes its finding and brings no new error", () => {
  fc.assert(
    fc.property(anyText, options, (text, given) => {
      const before = findingsOf(text, given);
      for (const finding of before) {
        if (finding.fix === undefined) continue;
        const after = findingsOf(applyEdits(text, finding.fix.edits), given);
        expect(countOf(after, finding.rule)).toBeLessThan(countOf(before, finding.rule));
        for (const { rule } of after.filter(({ severity }) => severity === "error")) {
          expect([rule, countOf(after, rule)]).toEqual([
            rule,
            Math.min(countOf(before, rule), countOf(after, rule)),
          ]);
        }
      }
    }),
    { numRuns: 1000 },
  );
});

function countOf(findings: readonly Finding[], rule: string): number {
  return findings.filter((finding) => finding.rule === rule).length;
}
