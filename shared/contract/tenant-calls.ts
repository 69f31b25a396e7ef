import { z } from "zod";
import { tenantKindSchema, tenantSchema } from "../domain/tenant.ts";
import { savedFileSchema } from "./saved-file.ts";
import { tenantViewSchema } from "./tenant-view.ts";

const idInput = z.object({ id: z.string().max(500) });

/** What hangs on a tenant and goes with it, but for the exchanges, which stay: history is evidence. */
export const tenantDependentsSchema = z.object({
  drafts: z.number().int().nonnegative(),
  presets: z.number().int().nonnegative(),
  /** Variables and pinned values. */
  values: z.number().int().nonnegative(),
  secrets: z.number().int().nonnegative(),
  exchanges: z.number().int().nonnegative(),
});
export type TenantDependents = z.infer<typeof tenantDependentsSchema>;

/** A tenant that was removed and can still be brought back, until `until` (ISO-8601 UTC). */
export const removedTenantSchema = z.object({ id: z.string(), name: z.string(), until: z.string() });
export type RemovedTenant = z.infer<typeof removedTenantSchema>;

/** One thing wrong with a file of tenants. `line` counts from 1; `path` is a JSON pointer. */
export const importProblemSchema = z.object({
  line: z.number().int(),
  path: z.string(),
  message: z.string(),
});
export type ImportProblem = z.infer<typeof importProblemSchema>;

/** What importing a file would do. With problems nothing is imported. */
export const importPreviewSchema = z.object({
  tenants: z.array(
    z.object({
      name: z.string(),
      kind: tenantKindSchema,
      endpoints: z.array(z.string()),
      /** What will differ from the file, in sentences. */
      remarks: z.array(z.string()),
    }),
  ),
  problems: z.array(importProblemSchema),
});
export type ImportPreview = z.infer<typeof importPreviewSchema>;

const importText = z.object({ text: z.string().max(4 * 1024 * 1024) });

/** The calls that change tenants. What is wrong with one is `tenant.invalid`, `details.problems` being `TenantProblem`s. */
export const tenantCalls = {
  "tenants.create": { input: tenantSchema.omit({ id: true }), output: tenantViewSchema },
  "tenants.update": { input: tenantSchema, output: tenantViewSchema },
  /** Everything but its secrets, under a new name. */
  "tenants.duplicate": { input: idInput, output: tenantViewSchema },
  "tenants.dependents": { input: idInput, output: tenantDependentsSchema },
  /** Production needs its name typed, and goes at once; others can be brought back for a while. */
  "tenants.remove": {
    input: z.object({ id: z.string().max(500), typedName: z.string().max(500).nullable() }),
    output: z.object({ restorable: removedTenantSchema.nullable() }),
  },
  "tenants.removed": { input: z.object({}), output: z.array(removedTenantSchema) },
  "tenants.restore": { input: idInput, output: tenantViewSchema },
  /** null means all of them. */
  "tenants.export": {
    input: z.object({ ids: z.array(z.string()).max(10_000).nullable() }),
    output: savedFileSchema,
  },
  "tenants.previewImport": { input: importText, output: importPreviewSchema },
  "tenants.import": { input: importText, output: z.array(tenantViewSchema) },
} as const;

/** Names of the calls above, for the preload, which must not load the contract itself. */
export type TenantCallName = keyof typeof tenantCalls;
