import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { demoCatalog } from "../demo/demo-catalog.ts";
import type { CatalogEvent } from "../domain/catalog.ts";
import { generateExample } from "./generate.ts";
import { anyInput, errorsOf, exampleInput, possibleInput } from "./test-support/example-inputs.ts";
import { exampleModes, type ExampleMode } from "./types.ts";

const signup: CatalogEvent = {
  key: "signup",
  id: 1101,
  parameters: [
    { name: "email", type: "string", required: true, format: "email" },
    { name: "first_name", type: "string" },
    { name: "order_id", type: "string", required: true, example: "ORD-100233" },
    { name: "total", type: "number", required: true, monetary: true, minimum: 5, maximum: 20 },
    { name: "source", type: "string", enum: ["footer", "popup"] },
    { name: "opt_in", type: "boolean", required: true },
  ],
};

function contextOf(mode: ExampleMode, seed = 1): Record<string, unknown> {
  const { text } = generateExample(exampleInput(signup, { seed }), mode);
  return (JSON.parse(text) as { context: Record<string, unknown> }).context;
}

describe("an example", () => {
  it("is plausible: values look like what their names, formats and examples say", () => {
    const seen = new Set<string>();
    for (let seed = 0; seed < 30; seed += 1) {
      const context = contextOf("plausible", seed);
      expect(context["email"]).toMatch(/^[a-z]+\.[a-z]+\d+@example\.(?:com|net|org)$/);
      expect(context["order_id"]).toMatch(/^ORD-[1-9]\d{5}$/);
      expect(context["total"]).toBeGreaterThanOrEqual(5);
      expect(context["total"]).toBeLessThanOrEqual(20);
      if ("first_name" in context) expect(context["first_name"]).toMatch(/^[A-Z][a-z]+$/);
      for (const name of Object.keys(context)) seen.add(name);
    }
    expect(seen).toEqual(new Set(signup.parameters.map(({ name }) => name)));
    expect(generateExample(exampleInput(signup), "plausible").text).toMatch(/"total": \d+\.\d\d,/);
  });

  it("is minimal: only what must be there, as little as may be", () => {
    expect(contextOf("minimal")).toEqual({ email: "a@b.c", order_id: "a", total: 5, opt_in: false });
  });

  it("is maximal: everything, as much as may be", () => {
    const context = contextOf("maximal");
    expect(Object.keys(context)).toEqual(signup.parameters.map(({ name }) => name));
    expect(context).toMatchObject({ total: 20, source: "footer", opt_in: true });
    expect([context["email"], context["first_name"]].map((value) => String(value).length)).toEqual([
      254, 255,
    ]);
  });

  it("is about whoever is named, in either API", () => {
    const identity = { kind: "visitor", value: "b449" } as const;
    expect(generateExample(exampleInput(signup, { identity }), "minimal").text).toContain(
      '"visitor": "b449"',
    );
    const realtime = exampleInput(signup, { identity, api: "realtime" });
    expect(generateExample(realtime, "minimal").text).toContain('"cid": "b449",\n  "eid": 1101');
  });

  it("says what cannot be right", () => {
    const impossible: CatalogEvent = {
      key: "signup",
      parameters: [
        { name: "n", type: "number", required: true, minimum: 3, maximum: 2 },
        { name: "x", type: "string", enum: [] },
      ],
    };
    const { problems, text } = generateExample(exampleInput(impossible, { api: "realtime" }), "maximal");
    expect(problems.map(({ parameter }) => parameter)).toEqual([null, "n"]);
    expect(text).toContain('"context": {}');
  });
});

describe("whatever the event", () => {
  it("one that can be right is, in every mode", () => {
    fc.assert(
      fc.property(possibleInput, fc.constantFrom(...exampleModes), (input, mode) => {
        const { text, problems } = generateExample(input, mode);
        expect(problems).toEqual([]);
        expect(errorsOf(input, text)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it("without problems it is right, and the same input gives the same text", () => {
    fc.assert(
      fc.property(anyInput, fc.constantFrom(...exampleModes), (input, mode) => {
        const { text, problems } = generateExample(input, mode);
        expect(generateExample(input, mode).text).toBe(text);
        if (problems.length === 0) expect(errorsOf(input, text)).toEqual([]);
        else expect(errorsOf(input, text)).not.toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it("every event of the demo has examples in both APIs", () => {
    for (const event of demoCatalog.events) {
      for (const api of ["optievent", "realtime"] as const) {
        for (const mode of exampleModes) {
          const input = exampleInput(event, { api });
          const { text, problems } = generateExample(input, mode);
          expect([event.key, mode, problems, errorsOf(input, text)]).toEqual([event.key, mode, [], []]);
        }
      }
    }
  });
});
