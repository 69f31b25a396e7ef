import { z } from "zod";
import { apiSchema } from "./tenant.ts";

export const CATALOG_FORMAT = "optievent-catalog/1";

export const parameterTypeSchema = z.enum(["string", "number", "boolean"]);
export type ParameterType = z.infer<typeof parameterTypeSchema>;

export const parameterFormatSchema = z.enum(["email", "url", "date-time"]);
export type ParameterFormat = z.infer<typeof parameterFormatSchema>;

const scalarSchema = z.union([z.string(), z.number(), z.boolean()]);

/** One parameter of an event. Loose, so that fields of a newer version of the file survive a round trip. */
export const parameterSchema = z.looseObject({
  name: z.string().min(1),
  type: parameterTypeSchema,
  required: z.boolean().optional(),
  format: parameterFormatSchema.optional(),
  enum: z.array(scalarSchema).optional(),
  maxLength: z.number().int().positive().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  /** In the catalog's `conventions.currency`; the vendor converts nothing. */
  monetary: z.boolean().optional(),
  description: z.string().optional(),
  example: scalarSchema.optional(),
});
export type Parameter = z.infer<typeof parameterSchema>;

export const catalogEventSchema = z.looseObject({
  /** The name sent as OptiEvent's `event`; case-sensitive. */
  key: z.string().min(1),
  /** The number sent as Realtime's `eid`. */
  id: z.number().int().optional(),
  title: z.string().optional(),
  description: z.string().optional(),
  /** A heading to list the event under. */
  group: z.string().optional(),
  apis: z.array(apiSchema).optional(),
  parameters: z.array(parameterSchema),
});
export type CatalogEvent = z.infer<typeof catalogEventSchema>;

/** The stable file format `*.catalog.json`. */
export const catalogSchema = z.looseObject({
  format: z.literal(CATALOG_FORMAT),
  name: z.string().min(1),
  conventions: z.looseObject({ currency: z.string().optional(), language: z.string().optional() }).optional(),
  events: z.array(catalogEventSchema),
});
export type Catalog = z.infer<typeof catalogSchema>;

/** How many parameters all events have together. */
export function countParameters(catalog: Catalog): number {
  return catalog.events.reduce((sum, { parameters }) => sum + parameters.length, 0);
}

/** A catalog as the workspace keeps it. `version` counts saves from 1. */
export const storedCatalogSchema = z.object({
  id: z.string().min(1),
  version: z.number().int().positive(),
  savedAt: z.string(),
  catalog: catalogSchema,
});
export type StoredCatalog = z.infer<typeof storedCatalogSchema>;
