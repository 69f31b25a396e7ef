import type { TenantView } from "../../../shared/contract/calls.ts";
import type { Api } from "../../../shared/domain/tenant.ts";
import type { FormProblems } from "./read-tenant-form.ts";
import type { ConnectionForm, TenantForm } from "./tenant-form.ts";

export const API_LABELS = { optievent: "OptiEvent", realtime: "Realtime" } as const satisfies Record<
  Api,
  string
>;

export type ConnectionFieldsProps = {
  readonly form: ConnectionForm;
  readonly tenantForm: TenantForm;
  /** As stored; null for a new tenant, which can have no secrets yet. */
  readonly tenant: TenantView | null;
  readonly isDirty: boolean;
  readonly onChange: (changes: Partial<ConnectionForm>) => void;
  /** Saves the whole tenant; whether that went well. */
  readonly onSave: () => Promise<boolean>;
  readonly problems: FormProblems;
};
