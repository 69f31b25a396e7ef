import type { Handlers } from "../../../shared/contract/dispatch.ts";
import type { ImportProblem, TenantCallName } from "../../../shared/contract/tenant-calls.ts";
import type { Tenant } from "../../../shared/domain/tenant.ts";
import type { TenantValues } from "../../../shared/domain/tenant-values.ts";
import { failure, success, type Result } from "../../../shared/result/result.ts";
import { adoptTenants, previewOf, readTenantsFile } from "../../../shared/tenants/tenants-file.ts";
import { viewTenant } from "../tenants/tenant-view.ts";
import { exportTenants } from "../tenants/tenants-export.ts";
import type { Services } from "./services.ts";

type TenantHandlers = Pick<Handlers, TenantCallName | "tenants.list">;

export function createTenantHandlers(services: Services): TenantHandlers {
  const { tenants } = services.workspace;
  return {
    ...createTenantChangeHandlers(services),
    "tenants.list": () => success(tenants.list().map((tenant) => viewTenant(services, tenant))),
  };
}

function createTenantChangeHandlers(services: Services): Pick<Handlers, TenantCallName> {
  const { tenantService, workspace, saveFile, secrets } = services;
  const exporting = { saveFile, redact: (text: string) => secrets.redact(text), values: workspace.values };
  const view = (tenant: Result<Tenant>) => (tenant.ok ? success(viewTenant(services, tenant.value)) : tenant);
  const adopt = (tenants: Parameters<typeof adoptTenants>[0]) =>
    adoptTenants(tenants, {
      names: workspace.tenants.list().map(({ name }) => name),
      catalogIds: workspace.catalogs.list().map(({ id }) => id),
    });
  return {
    "tenants.create": (tenant) => view(tenantService.create(tenant)),
    "tenants.update": (tenant) => view(tenantService.update(tenant)),
    "tenants.duplicate": ({ id }) => view(tenantService.duplicate(id)),
    "tenants.dependents": ({ id }) => tenantService.dependents(id),
    "tenants.remove": ({ id, typedName }) => {
      const removed = tenantService.remove(id, typedName);
      return removed.ok ? success({ restorable: removed.value }) : removed;
    },
    "tenants.removed": () => success([...tenantService.removed()]),
    "tenants.restore": ({ id }) => view(tenantService.restore(id)),
    "tenants.export": ({ ids }) => exportTenants(exporting, workspace.tenants.list(), ids),
    "tenants.previewImport": ({ text }) => {
      const reading = readTenantsFile(text);
      if (!reading.ok) return success({ tenants: [], problems: [...reading.problems] });
      return success(previewOf(adopt(reading.tenants)));
    },
    "tenants.import": ({ text }) => {
      const reading = readTenantsFile(text);
      if (!reading.ok) return unreadable(reading.problems);
      const adopted = adopt(reading.tenants);
      const created = tenantService.createAll(adopted.map(({ tenant }) => tenant));
      if (!created.ok) return created;
      for (const [index, { id }] of created.value.entries()) {
        const values = adopted[index]?.values;
        const saved =
          values === undefined ? success(null) : saveValues(workspace, { tenantId: id, ...values });
        if (!saved.ok) return saved;
      }
      return success(created.value.map((tenant) => viewTenant(services, tenant)));
    },
  };
}

/** A tenant that brings none gets no file of its own. */
function saveValues({ values }: Services["workspace"], brought: TenantValues): Result<unknown> {
  return brought.variables.length + brought.pinned.length === 0 ? success(null) : values.save(brought);
}

function unreadable(problems: readonly ImportProblem[]): Result<never> {
  const first = problems[0];
  const where = first === undefined ? "" : ` Line ${first.line}: ${first.message}`;
  return failure("tenants.unreadable-file", `Nothing was imported, because the file has mistakes.${where}`, {
    problems,
  });
}
