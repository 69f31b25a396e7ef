import { z } from "zod";
import { noValues, tenantValuesSchema, type TenantValues } from "../../../shared/domain/tenant-values.ts";
import { success, type Result } from "../../../shared/result/result.ts";
import { openCollection } from "./collection.ts";
import type { StorageContext } from "./stored-document.ts";

const storedValuesSchema = z.object({ id: z.string(), values: tenantValuesSchema });

/** The variables and pinned values of tenants. Code of every change: `workspace.not-saved`. */
export type ValuesStore = {
  /** Empty where nothing was ever saved for the tenant. */
  get(tenantId: string): TenantValues;
  save(values: TenantValues): Result<TenantValues>;
  /** Removing what is not there is no error. */
  remove(tenantId: string): Result<unknown>;
};

export function openValuesStore(context: StorageContext): ValuesStore {
  const files = openCollection(context, "values", { schema: storedValuesSchema, steps: [] });
  return {
    get: (tenantId) => files.get(tenantId)?.values ?? noValues(tenantId),
    save(values) {
      const saved = files.save({ id: values.tenantId, values });
      return saved.ok ? success(saved.value.values) : saved;
    },
    remove: (tenantId) => files.remove(tenantId),
  };
}
