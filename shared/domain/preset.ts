import { z } from "zod";
import { expectedSchema, outcomeSchema } from "./exchange.ts";
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
  expected: expectedSchema,
  savedAt: z.string(),
});
export type Preset = z.infer<typeof presetSchema>;

/** What is saved: `id` null for a new one. */
export const presetInputSchema = presetSchema
  .omit({ savedAt: true })
  .extend({ id: presetSchema.shape.id.nullable() });
export type PresetInput = z.infer<typeof presetInputSchema>;

/** Where a preset of a run stands. `stopped`: the run ended before it was sent. */
export const presetRunRowSchema = z.object({
  preset: presetSchema.pick({ id: true, name: true, group: true, negative: true, expected: true }),
  state: z.enum(["waiting", "running", "done", "failed", "stopped"]),
  /** What came of it, once it is done. */
  result: z
    .object({
      exchangeId: z.string(),
      outcome: outcomeSchema,
      status: z.number().int().nullable(),
      totalMs: z.number().nonnegative(),
      message: z.string(),
      /** The rules that validation found broken, errors first. */
      rules: z.array(z.string()),
      isAsExpected: z.boolean(),
    })
    .nullable(),
  /** Why nothing was sent, or not recorded; null where something was. */
  problem: z.string().nullable(),
});
export type PresetRunRow = z.infer<typeof presetRunRowSchema>;

/** Several presets sent one after another. */
export const presetRunSchema = z.object({
  id: z.string(),
  tenantId: z.string(),
  api: apiSchema,
  startedAt: z.string(),
  /** null while it goes on. */
  finishedAt: z.string().nullable(),
  perSecond: z.number().positive().nullable(),
  isCancelled: z.boolean(),
  rows: z.array(presetRunRowSchema),
});
export type PresetRun = z.infer<typeof presetRunSchema>;

/** What a tenant's presets came to: the run that goes on, else the last one, and of every preset the row of its latest run. */
export const presetResultsSchema = z.object({
  run: presetRunSchema.nullable(),
  rows: z.array(presetRunRowSchema),
});
export type PresetResults = z.infer<typeof presetResultsSchema>;
