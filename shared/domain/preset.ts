import { z } from "zod";
import { outcomeSchema } from "./exchange.ts";
import { apiSchema } from "./tenant.ts";
import { variablesSchema } from "./variable.ts";

/** A draft that was saved under a name, with what is expected of sending it. */
export const presetSchema = z.object({
  id: z.string().min(1).max(200),
  tenantId: z.string().min(1).max(200),
  api: apiSchema,
  eventKey: z.string().min(1).max(500),
  name: z.string().min(1).max(200),
  /** A heading to list it under; null for none. */
  group: z.string().min(1).max(200).nullable(),
  /** As a draft's. */
  text: z.string().max(16 * 1024 * 1024),
  variables: variablesSchema,
  /** It is wrong on purpose. */
  negative: z.boolean(),
  expected: z.object({
    outcome: outcomeSchema,
    /** The rule (docs/rules.md) that a negative one breaks; null where none is named. */
    rule: z.string().max(200).nullable(),
  }),
  savedAt: z.string(),
});
export type Preset = z.infer<typeof presetSchema>;

/** What is saved: `id` null for a new one. */
export const presetInputSchema = presetSchema
  .omit({ savedAt: true })
  .extend({ id: presetSchema.shape.id.nullable() });
export type PresetInput = z.infer<typeof presetInputSchema>;
