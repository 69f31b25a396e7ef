import { z } from "zod";
import { apiSchema, tenantSchema } from "../domain/tenant.ts";

/** A tenant and, per API, whether its credential is set, with a hint; the credential itself never crosses. */
export const tenantViewSchema = tenantSchema.extend({
  credentials: z.array(z.object({ api: apiSchema, isSet: z.boolean(), hint: z.string().nullable() })),
  /** Each connection's address with the local gateway's filled in; null where it does not run. */
  resolvedEndpoints: z.array(z.object({ api: apiSchema, url: z.string().nullable() })),
});
export type TenantView = z.infer<typeof tenantViewSchema>;
