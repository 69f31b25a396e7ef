import { z } from "zod";
import { variablesSchema } from "./variable.ts";

/** A value that a parameter of this name has in every new draft of the tenant. */
export const pinnedValueSchema = z.object({
  name: z.string().min(1).max(500),
  /** JSON text, so that numbers keep their digits. */
  valueText: z.string().min(1).max(100_000),
});
export type PinnedValue = z.infer<typeof pinnedValueSchema>;

/** What the drafts of one tenant draw on. None of it is secret. */
export const tenantValuesSchema = z.object({
  tenantId: z.string().min(1).max(200),
  variables: variablesSchema,
  pinned: z
    .array(pinnedValueSchema)
    .max(500)
    .refine((pinned) => new Set(pinned.map(({ name }) => name)).size === pinned.length, {
      message: "A parameter is pinned twice",
    }),
});
export type TenantValues = z.infer<typeof tenantValuesSchema>;

export function noValues(tenantId: string): TenantValues {
  return { tenantId, variables: [], pinned: [] };
}
/** Pins a value for the parameter of its name, in place of the one before. */
export function withPinned(values: TenantValues, pinned: PinnedValue): TenantValues {
  const others = values.pinned.filter(({ name }) => name !== pinned.name);
  return { ...values, pinned: [...others, pinned] };
}

export function withoutPinned(values: TenantValues, name: string): TenantValues {
  return { ...values, pinned: values.pinned.filter((pinned) => pinned.name !== name) };
}
