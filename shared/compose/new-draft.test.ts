import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { demoCatalog } from "../demo/demo-catalog.ts";
import {
  parameterFormatSchema,
  parameterSchema,
  parameterTypeSchema,
  type CatalogEvent,
  type Parameter,
} from "../domain/catalog.ts";
import { connectionSchema, LOCAL_GATEWAY_ENDPOINT, type Api } from "../domain/tenant.ts";
import { parseJson } from "../json/parse.ts";
import { composeRequest } from "./compose.ts";
import { exampleText } from "./example-text.ts";
import { newDraftText, type NewDraftInput } from "./new-draft.ts";
import { composeInput, exampleCatalog } from "./test-support/compose-input.ts";

const signup = exampleCatalog.events[0] ?? null;

function draft(
  api: Api,
  changes: Partial<NewDraftInput> = {},
  connection: Record<string, unknown> = {},
): string {
  return newDraftText({
    api,
    tenantNumber: 999,
    connection: connectionSchema.parse({ api, endpoint: LOCAL_GATEWAY_ENDPOINT, ...connection }),
    event: signup,
    eventKey: "newsletter_signup",
    ...changes,
  });
}

describe("a new draft", () => {
  it("has OptiEvent's fields in the order of the vendor's example", () => {
    expect(draft("optievent")).toBe(`{
  "tenant": 999,
  "event": "newsletter_signup",
  "customer": "johndoe@domain.com",
  "timestamp": "{{$now}}",
  "context": {
    "email": "johndoe@domain.com",
    "opt_in": true
  }
}`);
  });

  it("has the pinned value of each of the event's parameters that are pinned, digits kept", () => {
    const pinned = [
      { name: "email", valueText: '"me@domain.com"' },
      { name: "order_total", valueText: "100.00" },
      { name: "of_another_event", valueText: "1" },
    ];
    const text = draft("optievent", { pinned });
    expect(text).toContain('"email": "me@domain.com",\n    "opt_in": true,\n    "order_total": 100.00');
    expect(text).not.toContain("of_another_event");
  });

  it("has Realtime's fields, with the token as a reference", () => {
    expect(draft("realtime")).toBe(`{
  "tid": "{{secret:token}}",
  "cid": "johndoe@domain.com",
  "eid": 1101,
  "context": {
    "email": "johndoe@domain.com",
    "opt_in": true
  }
}`);
  });

  it("writes eid as the connection says", () => {
    expect(draft("realtime", {}, { eidType: "string" })).toContain('"eid": "1101"');
  });

  it("invents no customer for a real endpoint", () => {
    const elsewhere = { endpoint: "https://server-999.example.com/reportServer" };
    expect(draft("optievent", {}, elsewhere)).toContain('"customer": ""');
    expect(draft("realtime", {}, elsewhere)).toContain('"cid": ""');
  });

  it("is JSON also of an event that the catalog does not know, and of a tenant without a number", () => {
    const unknown = { event: null, eventKey: 'no "such"', tenantNumber: null };
    expect(JSON.parse(draft("optievent", unknown))).toMatchObject({
      tenant: null,
      event: 'no "such"',
      context: {},
    });
    expect(JSON.parse(draft("realtime", unknown))).toMatchObject({ eid: null, context: {} });
    expect(draft("realtime", { event: null, eventKey: "1102" })).toContain('"eid": 1102');
  });

  it.each(demoCatalog.events.map((event) => [event.key, event] as const))(
    "of the demo's %s is accepted as it is, through both APIs",
    (eventKey, event: CatalogEvent) => {
      for (const api of ["optievent", "realtime"] as const) {
        const { findings } = composeRequest(
          composeInput(draft(api, { event, eventKey }), { api, catalog: demoCatalog }),
        );
        expect(findings.filter((finding) => finding.severity === "error")).toEqual([]);
      }
    },
  );
});

describe("a value for a parameter", () => {
  const cases: readonly (readonly [string, Omit<Parameter, "name">, string])[] = [
    ["the example", { type: "string", example: "A" }, '"A"'],
    ["an example's digits", { type: "number", example: "100.00" }, "100.00"],
    ["text that happens to be a number", { type: "string", example: 7 }, '"7"'],
    ["a boolean written as text", { type: "boolean", example: "false" }, "false"],
    ["the first value allowed", { type: "number", enum: [3, 5] }, "3"],
    ["not an example of the wrong type", { type: "number", example: "many", minimum: 2 }, "2"],
    ["an address", { type: "string", format: "email" }, '"{{$randomExampleEmail}}"'],
    ["a time", { type: "string", format: "date-time" }, '"{{$now:iso}}"'],
    ["nothing known of a text", { type: "string" }, '""'],
    ["nothing known of a number", { type: "number" }, "0"],
    ["nothing known of a boolean", { type: "boolean" }, "true"],
  ];

  it.each(cases)("is %s", (_, parameter, expected) => {
    expect(exampleText(parameterSchema.parse({ name: "p", ...parameter }))).toBe(expected);
  });

  it("has the declared type, whatever the catalog says beside", () => {
    const scalar = fc.oneof(fc.string(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean());
    const optional = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
    const parameter = fc.record({
      type: fc.constantFrom(...parameterTypeSchema.options),
      format: optional(fc.constantFrom(...parameterFormatSchema.options)),
      example: optional(scalar),
      enum: optional(fc.array(scalar)),
      minimum: optional(fc.double({ noNaN: true, noDefaultInfinity: true })),
    });
    fc.assert(
      fc.property(parameter, (given) => {
        const parsed = parseJson(exampleText(parameterSchema.parse({ name: "p", ...given })));
        expect(parsed.ok && parsed.root.kind).toBe(given.type);
      }),
    );
  });
});
