import { z } from "zod";
import { catalogSchema } from "../domain/catalog.ts";

/** The JSON Schema of the catalog file, made from the schema that reads it. */
export function catalogFileSchema(): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(catalogSchema, { io: "input", override: describe });
  return {
    $schema,
    title: "Catalog file of OptiEvent Console (optievent-catalog/1)",
    description:
      "The events of a tenant of Optimove's server-side events, and their parameters. Fields that the format does not know are kept.",
    ...schema,
  };
}

/** The document as it is published. */
export function catalogFileSchemaText(): string {
  return `${JSON.stringify(catalogFileSchema(), null, 2)}\n`;
}

/** What the fields mean, by name; those that say it themselves are left out. */
const DESCRIPTIONS: Readonly<Record<string, string>> = {
  key: "The name sent as OptiEvent's `event`; case-sensitive.",
  id: "The number sent as Realtime's `eid`.",
  group: "A heading to list the event under.",
  apis: "Where the event is configured.",
  required: "Whether the vendor refuses the event without it (1040).",
  enum: "The values that are allowed.",
  maxLength: "In UTF-16 units.",
  monetary: "An amount in the catalog's `conventions.currency`; the vendor converts nothing.",
  currency: "The currency of the Optimove instance, e.g. USD.",
  language: "The one language of all text parameters, e.g. en.",
};

type Override = NonNullable<NonNullable<Parameters<typeof z.toJSONSchema>[1]>["override"]>;

const describe: Override = ({ jsonSchema, path }) => {
  const name = path.at(-1);
  const isField = path.at(-2) === "properties" && typeof name === "string";
  const description = isField && Object.hasOwn(DESCRIPTIONS, name) ? DESCRIPTIONS[name] : undefined;
  if (description !== undefined) jsonSchema.description = description;
};
