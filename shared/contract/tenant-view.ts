import { z } from "zod";
import { apiSchema, tenantSchema } from "../domain/tenant.ts";
import { secretSlotSchema } from "../domain/vault.ts";
import { secretDescriptionSchema } from "./vault-calls.ts";

/** A tenant and, for each thing it can have a secret for, whether it is set, with a hint; the secret itself never crosses. */
export const tenantViewSchema = tenantSchema.extend({
  secrets: z.array(secretDescriptionSchema.extend({ slot: secretSlotSchema })),
  /** Each connection's address with the local gateway's filled in; null where it does not run. */
  resolvedEndpoints: z.array(z.object({ api: apiSchema, url: z.string().nullable() })),
});
export type TenantView = z.infer<typeof tenantViewSchema>;
