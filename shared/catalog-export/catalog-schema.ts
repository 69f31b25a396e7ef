import { objectText } from "../catalog/catalog-text.ts";
import { SCHEMA_EXTENSION } from "../catalog/schema-extension.ts";
import type { Catalog, CatalogEvent } from "../domain/catalog.ts";
import { eventSchema, SCHEMA_DIALECT, type JsonSchema } from "./event-schema.ts";

/** The schema of one event's `context`, as a document. */
export function eventSchemaText(event: CatalogEvent): string {
  return `${objectText({ $schema: SCHEMA_DIALECT, ...eventSchema(event) })}\n`;
}

/**
 * One schema for all events of a catalog: it takes a whole OptiEvent body and judges its `context` by the event it names.
 * Each event's own schema stands under `$defs`.
 */
export function catalogSchemaText(catalog: Catalog): string {
  const definitions = catalog.events.map((event, index) => ({
    event,
    name: definitionName(event.key, index),
  }));
  const { name, conventions } = catalog;
  const schema = {
    $schema: SCHEMA_DIALECT,
    title: `OptiEvent bodies of ${name}`,
    type: "object",
    properties: {
      tenant: { type: "integer" },
      event: { type: "string", enum: [...new Set(catalog.events.map(({ key }) => key))] },
      customer: { type: "string", minLength: 1 },
      visitor: { type: "string", minLength: 1 },
      timestamp: { type: "string" },
      context: { type: "object" },
    },
    required: ["tenant", "event", "context"],
    allOf: definitions.map(({ event, name }) => judge(event.key, name)),
    $defs: Object.fromEntries(definitions.map(({ event, name }) => [name, eventSchema(event)])),
    [SCHEMA_EXTENSION]: { name, ...(conventions === undefined ? {} : { conventions }) },
  };
  return `${objectText(schema)}\n`;
}

function judge(key: string, definition: string): JsonSchema {
  return {
    if: { properties: { event: { const: key } }, required: ["event"] },
    // oxlint-disable-next-line unicorn/no-thenable -- It is the word of JSON Schema, and nothing awaits a schema.
    then: { properties: { context: { $ref: `#/$defs/${definition}` } } },
  };
}

/** Names that need no escape in a reference are kept; others get a number. */
function definitionName(key: string, index: number): string {
  return /^[A-Za-z][A-Za-z0-9_-]*$/.test(key) ? key : `event-${index + 1}`;
}
