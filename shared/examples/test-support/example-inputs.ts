import * as fc from "fast-check";
import { anyEvent } from "../../catalog/test-support/any-catalog.ts";
import { composeRequest } from "../../compose/compose.ts";
import { CATALOG_FORMAT, type CatalogEvent, type Parameter } from "../../domain/catalog.ts";
import type { Finding } from "../../domain/finding.ts";
import { connectionSchema, DEFAULT_RULE_PROFILE, ruleProfileSchema } from "../../domain/tenant.ts";
import type { ExampleInput } from "../types.ts";

export const NOW = new Date("2026-11-23T10:00:00.000Z");

export function exampleInput(event: CatalogEvent, change: Partial<ExampleInput> = {}): ExampleInput {
  const api = change.api ?? "optievent";
  return {
    api,
    tenantNumber: 999,
    connection: connectionSchema.parse({ api, endpoint: "https://events.example/x" }),
    event,
    eventKey: event.key,
    ruleProfile: DEFAULT_RULE_PROFILE,
    identity: null,
    seed: 1,
    now: NOW,
    ...change,
  };
}

/** What composing says of a draft: validation with the placeholders filled in. */
export function findingsOf(input: ExampleInput, text: string): readonly Finding[] {
  return composeRequest({
    text,
    connection: input.connection,
    url: "https://events.example/x",
    tenantNumber: input.tenantNumber,
    catalog: { format: CATALOG_FORMAT, name: "Shop", events: [input.event] },
    ruleProfile: input.ruleProfile,
    variables: {},
    now: NOW,
    random: () => 0.5,
  }).findings;
}

export function errorsOf(input: ExampleInput, text: string): string[] {
  return findingsOf(input, text)
    .filter(({ severity }) => severity === "error")
    .map(({ rule, path, message }) => `${rule} at ${path}: ${message}`);
}

const profile = fc
  .record({
    bothIdentities: fc.constantFrom("error", "warning", "allowed"),
    textWarningLength: fc.constantFrom(20, 255),
    textErrorLength: fc.constantFrom(40, 4000),
    maxParameters: fc.constantFrom(1, 50),
  })
  .map((fields) => ruleProfileSchema.parse(fields));

/** A parameter that something fits. */
const possibleParameter = fc.oneof(
  fc.record({
    type: fc.constant("string" as const),
    maxLength: fc.integer({ min: 1, max: 300 }),
    example: fc.oneof(fc.string({ maxLength: 20 }), fc.integer()),
  }),
  fc.record({
    type: fc.constant("string" as const),
    format: fc.constantFrom("email", "url", "date-time"),
    maxLength: fc.integer({ min: 20, max: 300 }),
  }),
  fc
    .tuple(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
    )
    .map(([one, other]) => ({
      type: "number" as const,
      minimum: Math.min(one, other),
      maximum: Math.max(one, other),
    })),
  fc.record({
    type: fc.constant("number" as const),
    monetary: fc.boolean(),
    example: fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true })),
  }),
  fc.record({
    type: fc.constant("string" as const),
    enum: fc.array(fc.string({ minLength: 1, maxLength: 10 }), { minLength: 1, maxLength: 4 }),
  }),
  fc.record({ type: fc.constant("number" as const), enum: fc.array(fc.integer(), { minLength: 1 }) }),
  fc.record({ type: fc.constant("boolean" as const) }),
);

const name = fc.oneof(
  fc.constantFrom("email", "phone", "price", "city", "itemCount", "product_name", "__proto__", "Ä b"),
  fc.string({ minLength: 1, maxLength: 12 }),
);

/** An event that can be right. */
export const possibleEvent: fc.Arbitrary<CatalogEvent> = fc
  .array(fc.tuple(name, possibleParameter, fc.boolean()), { maxLength: 8 })
  .map((parameters) => ({
    key: "signup",
    id: 1101,
    parameters: parameters.map(([parameterName, parameter, required]): Parameter => ({
      name: parameterName,
      required,
      ...parameter,
    })),
  }));

const anyKeyedEvent = anyEvent.map((event): CatalogEvent => Object.assign({}, event, { key: "signup" }));

const api = fc.constantFrom("optievent" as const, "realtime" as const);
const seed = fc.integer();

function inputOf(event: fc.Arbitrary<CatalogEvent>): fc.Arbitrary<ExampleInput> {
  return fc
    .record({ event, api, seed, ruleProfile: profile })
    .map(({ event: one, ...change }) => exampleInput(one, change));
}

export const possibleInput = fc
  .record({ event: possibleEvent, api, seed })
  .map(({ event, ...change }) => exampleInput(event, change));
export const anyInput = inputOf(anyKeyedEvent);
