import type { Handlers } from "../../../shared/contract/dispatch.ts";
import type { ValuesCallName } from "../../../shared/contract/values-calls.ts";
import { success } from "../../../shared/result/result.ts";
import { tenantNotFound } from "../tenants/tenant-changes.ts";
import type { Services } from "./services.ts";

export function createValuesHandlers({ workspace, events }: Services): Pick<Handlers, ValuesCallName> {
  const { tenants, values } = workspace;
  return {
    "values.get": ({ tenantId }) =>
      tenants.get(tenantId) === null ? tenantNotFound(tenantId) : success(values.get(tenantId)),
    "values.save": (input) => {
      if (tenants.get(input.tenantId) === null) return tenantNotFound(input.tenantId);
      const saved = values.save(input);
      if (saved.ok) events.emit("values.changed", { tenantId: input.tenantId });
      return saved;
    },
  };
}
