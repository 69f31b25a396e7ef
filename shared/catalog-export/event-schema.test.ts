import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyCatalogDocument } from "../catalog/test-support/catalog-document.ts";
import { importCatalog } from "../catalog-import/import-catalog.ts";
import { demoCatalog } from "../demo/demo-catalog.ts";
import type { Catalog, CatalogEvent, Parameter } from "../domain/catalog.ts";
import { validatePayload } from "../validation/validate.ts";
import { catalogSchemaText, eventSchemaText } from "./catalog-schema.ts";
import { HOSTILE_CATALOG } from "./test-support/hostile-catalog.ts";

function validatorOf(schemaText: string): (value: unknown) => boolean {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  return ajv.compile(JSON.parse(schemaText) as object);
}

function bodyOf(event: CatalogEvent, context: Record<string, unknown>): Record<string, unknown> {
  return { tenant: 999, event: event.key, customer: "c1", timestamp: "2020-04-12 17:32:06.094 UTC", context };
}

function exampleContext({ parameters }: CatalogEvent): Record<string, unknown> {
  return Object.fromEntries(parameters.map(({ name, example }) => [name, example]));
}

/** A value that the parameter does not take. */
function wrongValue({ type }: Parameter): unknown {
  return type === "string" ? 1 : "text";
}

describe("the schema of an event", () => {
  it.each(demoCatalog.events)("judges the context of $key as the console does", (event) => {
    const isValid = validatorOf(eventSchemaText(event));
    const context = exampleContext(event);
    expect(isValid(context)).toBe(true);
    expect(isValid({ ...context, event_os: "Linux" })).toBe(true);
    expect(isValid({ ...context, not_configured: 1 })).toBe(false);
    for (const parameter of event.parameters) {
      const wrong = { ...context, [parameter.name]: wrongValue(parameter) };
      expect(isValid(wrong)).toBe(false);
      expect(hasError(event, wrong)).toBe(true);
      const { [parameter.name]: _left, ...without } = context;
      expect(isValid(without)).toBe(parameter.required !== true);
      expect(hasError(event, without)).toBe(parameter.required === true);
    }
  });

  function hasError(event: CatalogEvent, context: Record<string, unknown>): boolean {
    const text = JSON.stringify(bodyOf(event, context));
    const now = new Date("2020-04-12T18:00:00Z");
    const { findings } = validatePayload({ text, api: "optievent", catalog: demoCatalog, now });
    return findings.some(({ severity }) => severity === "error");
  }

  it("can be imported again", () => {
    for (const event of demoCatalog.events) {
      const result = importCatalog(eventSchemaText(event));
      if (!result.ok) throw new Error(result.reason);
      const [read] = result.catalog.events;
      expect(result.problems).toEqual([]);
      const stated = read?.parameters.map(({ required: _stated, ...parameter }) => parameter);
      expect(stated).toEqual(event.parameters.map(({ required: _stated, ...parameter }) => parameter));
      expect(read?.parameters.map(({ required }) => required)).toEqual(
        event.parameters.map(({ required }) => required === true),
      );
      expect({ ...read, parameters: [] }).toEqual({ ...event, parameters: [] });
    }
  });
});

describe("the schema of a catalog", () => {
  it("judges a whole body by the event it names", () => {
    const isValid = validatorOf(catalogSchemaText(demoCatalog));
    const [first, second] = demoCatalog.events;
    if (first === undefined || second === undefined) throw new Error("the demo catalog is empty");
    expect(isValid(bodyOf(first, exampleContext(first)))).toBe(true);
    expect(isValid(bodyOf(first, exampleContext(second)))).toBe(false);
    expect(isValid({ ...bodyOf(first, exampleContext(first)), event: "unknown" })).toBe(false);
  });

  it("can be imported again, conventions included", () => {
    const result = importCatalog(catalogSchemaText(demoCatalog));
    if (!result.ok) throw new Error(result.reason);
    expect(result.catalog.conventions).toEqual(demoCatalog.conventions);
    expect(result.catalog.events.map(({ key }) => key)).toEqual(demoCatalog.events.map(({ key }) => key));
  });

  it("is a schema whatever the names are", () => {
    const isValid = validatorOf(catalogSchemaText(HOSTILE_CATALOG));
    const [event] = HOSTILE_CATALOG.events;
    if (event === undefined) throw new Error("the catalog is empty");
    expect(isValid(bodyOf(event, { constructor: "x" }))).toBe(true);
    expect(isValid(bodyOf(event, { constructor: "y" }))).toBe(false);
    fc.assert(
      fc.property(anyCatalogDocument, (text) => {
        const read = importCatalog(text);
        const catalog: Catalog | null = read.ok ? read.catalog : null;
        if (catalog === null || catalog.events.length === 0) return;
        validatorOf(catalogSchemaText(catalog));
      }),
      { numRuns: 50 },
    );
  });
});
