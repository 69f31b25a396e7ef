import { z } from "zod";
import { tenantValuesSchema } from "../domain/tenant-values.ts";

/** The calls about a tenant's variables and pinned values. Code of both: `tenant.not-found`. */
export const valuesCalls = {
  "values.get": { input: z.object({ tenantId: z.string().max(500) }), output: tenantValuesSchema },
  /** Replaces all of them. Code: `workspace.not-saved`. */
  "values.save": { input: tenantValuesSchema, output: tenantValuesSchema },
} as const;

/** Names of the calls above, for the preload, which must not load the contract itself. */
export type ValuesCallName = keyof typeof valuesCalls;
