import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { demoCatalog } from "../demo/demo-catalog.ts";
import type { CatalogEvent } from "../domain/catalog.ts";
import { ruleProfileSchema } from "../domain/tenant.ts";
import { generateExample } from "./generate.ts";
import { invalidVariants } from "./invalid-variants.ts";
import { exampleInput, findingsOf, possibleInput } from "./test-support/example-inputs.ts";
import type { ExampleInput } from "./types.ts";

const signup: CatalogEvent = {
  key: "signup",
  id: 1101,
  parameters: [
    { name: "email", type: "string", required: true, format: "email", maxLength: 60 },
    { name: "total", type: "number", minimum: 5, maximum: 20 },
    { name: "source", type: "string", enum: ["footer", "popup"] },
    { name: "opt_in", type: "boolean", required: true },
  ],
};

const idsOf = (input: ExampleInput) => invalidVariants(input).map(({ id }) => id);

/** What a variant breaks although it does not name it: only where the thing that is wrong is. */
function expectToBreak(input: ExampleInput): void {
  for (const { id, rule, path, severity, subject, text, alsoBreaks } of invalidVariants(input)) {
    const findings = findingsOf(input, text);
    const broken = findings.map((finding) => `${finding.severity} ${finding.rule} ${finding.path}`);
    expect([id, ...broken]).toContain(`${severity} ${rule} ${path}`);
    const isOfName = /^(?:name|parameter\.unknown)/u;
    const others = findings.filter(
      (one) => one.severity !== "info" && one.path === path && one.rule !== rule && !isOfName.test(one.rule),
    );
    if (subject === "parameter" && !isOfName.test(rule)) {
      expect([id, new Set(others.map((one) => one.rule))]).toEqual([id, new Set(alsoBreaks)]);
    }
    const elsewhere = findings.filter((finding) => finding.severity === "error" && finding.path !== path);
    expect([id, ...elsewhere.map((finding) => `${finding.rule} ${finding.path}`)]).toEqual([id]);
  }
}

describe("the invalid variants of an event", () => {
  it("cover every parameter and every field, one wrong thing at a time", () => {
    const ids = idsOf(exampleInput(signup));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(
      expect.arrayContaining([
        "parameter.missing:email",
        "parameter.missing:opt_in",
        "value.wrong-type:opt_in",
        "value.too-long:email",
        "email.invalid:email",
        "value.out-of-range:total",
        "name.case:email",
        "value.not-allowed:source",
        "value.nested:total",
        "parameter.unknown:/context/not_in_the_catalog",
        "identity.missing:/customer",
        "identity.both:/visitor",
        "customer.too-long:/customer",
        "timestamp.impossible:/timestamp",
        "timestamp.future:/timestamp",
        "timestamp.old:/timestamp",
        "event.unknown:/event",
        "name.case:/event",
        "tenant.not-integer:/tenant",
        "encoding.double:/context",
        "json.syntax:",
        "event.too-many-parameters:/context",
      ]),
    );
    expect(ids).not.toContain("parameter.missing:total");
  });

  it("say in words what is wrong", () => {
    const titles = invalidVariants(exampleInput(signup)).map(({ title }) => title);
    expect(titles).toEqual(
      expect.arrayContaining([
        "`email` is missing",
        '`opt_in` is the string "true"',
        "`total` is 4, less than the least",
        "`timestamp` has a minute 60",
        "Nobody: neither `customer` nor `visitor` is there",
      ]),
    );
  });

  it("of a wrong type break nothing else where a value can, and say what else where none can", () => {
    const text = { type: "string", required: true } as const;
    const event: CatalogEvent = {
      ...signup,
      parameters: [
        { ...text, name: "size", enum: ["S", "42"] },
        { ...text, name: "code", maxLength: 3 },
        { ...text, name: "email", format: "email" },
        { ...text, name: "source", enum: ["footer"] },
      ],
    };
    const wrong = invalidVariants(exampleInput(event)).filter(({ rule }) => rule === "value.wrong-type");
    const numbers = wrong.filter(({ title }) => title.includes("number"));
    expect(numbers.map(({ title, alsoBreaks }) => [title, alsoBreaks])).toEqual([
      ["`size` is the number 42", []],
      ["`code` is the number 1", []],
      ["`email` is the number 12345", ["email.invalid"]],
      ["`source` is the number 12345", ["value.not-allowed"]],
    ]);
  });

  it("have those of Realtime for Realtime", () => {
    const ids = idsOf(exampleInput(signup, { api: "realtime" }));
    expect(ids).toEqual(
      expect.arrayContaining(["identity.missing:/cid", "token.missing:/tid", "eid.mismatch:/eid"]),
    );
    expect(ids.some((id) => id.includes("timestamp") || id.includes("visitor"))).toBe(false);
  });

  it("are none where not even a right event can be made", () => {
    const ping: CatalogEvent = { key: "ping", parameters: [{ name: "a", type: "number", required: true }] };
    expect(idsOf(exampleInput(ping, { api: "realtime" }))).toEqual([]);
    expect(idsOf(exampleInput(ping))).toContain("parameter.missing:a");
  });

  it("leave out what the tenant's rules allow", () => {
    const ruleProfile = ruleProfileSchema.parse({ bothIdentities: "allowed" });
    expect(idsOf(exampleInput(signup, { ruleProfile }))).not.toContain("identity.both:/visitor");
  });

  it("are wrong in nothing but what they name, for every event of the demo in both APIs", () => {
    for (const event of demoCatalog.events) {
      for (const api of ["optievent", "realtime"] as const) expectToBreak(exampleInput(event, { api }));
    }
  });

  it("leave no placeholder in a text that is no JSON, where none is filled in", () => {
    const input = exampleInput(signup);
    const broken = invalidVariants(input).find(({ rule }) => rule === "json.syntax")?.text ?? "";
    expect(findingsOf(input, broken).map(({ rule }) => rule)).toEqual(["json.syntax"]);
  });

  it("break the rule that they name, whatever the event", () => {
    fc.assert(fc.property(possibleInput, expectToBreak), { numRuns: 80 });
  });

  it("of an event with nothing required are made from a right one", () => {
    const input = exampleInput({ key: "ping", id: 1, parameters: [] });
    expect(generateExample(input, "minimal").problems).toEqual([]);
    expectToBreak(input);
  });
});
