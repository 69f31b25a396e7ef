import { z } from "zod";
import { presetInputSchema, presetResultsSchema, presetRunSchema, presetSchema } from "../domain/preset.ts";

const ids = z.array(z.string().max(200)).min(1).max(10_000);

/** The calls about presets. Code of those that change something: `workspace.not-saved`. */
export const presetCalls = {
  /** By group, then by name. */
  "presets.list": { input: z.object({ tenantId: z.string().max(500) }), output: z.array(presetSchema) },
  /** Adds or replaces them, all or none that follows the first that cannot be saved. Code: `tenant.not-found`. */
  "presets.save": {
    input: z.object({ presets: z.array(presetInputSchema).min(1).max(10_000) }),
    output: z.array(presetSchema),
  },
  /** Answers those that were removed, for them to be brought back by saving them. */
  "presets.remove": { input: z.object({ ids }), output: z.array(presetSchema) },
  /**
   * Sends presets of one tenant and API in the order given, one after another, and answers when the run has begun.
   * Codes: `preset.not-found`, `presets.mixed`, `presets.running`, `guard.approval-required`, and those of finding the tenant.
   */
  "presets.run": {
    input: z.object({ ids, perSecond: z.number().positive().max(1_000).nullable() }),
    output: presetRunSchema,
  },
  /** Also those of runs before the last start. */
  "presets.results": {
    input: z.object({ tenantId: z.string().max(500) }),
    output: presetResultsSchema,
  },
  "presets.cancel": {
    input: z.object({ runId: z.string().max(200) }),
    output: z.object({ wasRunning: z.boolean() }),
  },
} as const;

/** Names of the calls above, for the preload, which must not load the contract itself. */
export type PresetCallName = keyof typeof presetCalls;

export const presetEvents = {
  "presets.changed": z.object({ tenantId: z.string() }),
  /** A run has come further. */
  "presets.progress": z.object({ tenantId: z.string() }),
} as const;
