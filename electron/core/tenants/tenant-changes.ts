import { randomUUID } from "node:crypto";
import type { Tenant } from "../../../shared/domain/tenant.ts";
import { failure, success, type Result } from "../../../shared/result/result.ts";
import { tenantProblems } from "../../../shared/tenants/problems.ts";
import type { PortableTenant } from "../../../shared/tenants/tenants-file.ts";
import { freeName } from "../../../shared/text/free-name.ts";
import { freeTenantId } from "./tenant-id.ts";
import type { TenantService, TenantServiceDependencies } from "./tenant-service.ts";

type TenantChanges = Pick<TenantService, "create" | "createAll" | "update" | "duplicate">;

export function createTenantChanges(dependencies: TenantServiceDependencies): TenantChanges {
  const { guard, events } = dependencies;
  const { tenants, values, presets } = dependencies.workspace;

  function createAll(portable: readonly PortableTenant[]): Result<readonly Tenant[]> {
    const created: Tenant[] = [];
    for (const one of portable) {
      const names = [...tenants.list(), ...created].map(({ name }) => name);
      const checked = check(one, names);
      if (!checked.ok) return checked;
      const taken = created.map(({ id }) => id);
      created.push({ ...one, name: one.name.trim(), id: freeTenantId(dependencies, one.name, taken) });
    }
    const saved = tenants.addAll(created);
    if (!saved.ok) return saved;
    events.emit("tenants.changed", {});
    return success(created);
  }

  function create(portable: PortableTenant): Result<Tenant> {
    const created = createAll([portable]);
    if (!created.ok) return created;
    const [tenant] = created.value;
    return tenant === undefined ? tenantNotFound("") : success(tenant);
  }

  return {
    create,
    createAll,
    update(tenant) {
      if (tenants.get(tenant.id) === null) return tenantNotFound(tenant.id);
      const others = tenants.list().filter(({ id }) => id !== tenant.id);
      const checked = check(
        tenant,
        others.map(({ name }) => name),
      );
      if (!checked.ok) return checked;
      const trimmed = { ...tenant, name: tenant.name.trim() };
      const saved = tenants.save(trimmed);
      if (!saved.ok) return saved;
      // Whoever was approved for the tenant was approved for what it was.
      guard.forget(tenant.id);
      events.emit("tenants.changed", {});
      return success(trimmed);
    },
    duplicate(id) {
      const original = tenants.get(id);
      if (original === null) return tenantNotFound(id);
      const { id: _own, ...portable } = original;
      const names = new Set(tenants.list().map(({ name }) => name));
      const copy = create({ ...portable, name: freeName(`${portable.name} copy`, names) });
      if (!copy.ok) return copy;
      const { id: tenantId } = copy.value;
      const copied = values.save({ ...values.get(id), tenantId });
      if (!copied.ok) return copied;
      for (const preset of presets.list(id)) {
        const saved = presets.save({ ...preset, id: randomUUID(), tenantId });
        if (!saved.ok) return saved;
      }
      return copy;
    },
  };
}

function check(tenant: PortableTenant, names: readonly string[]): Result<null> {
  const problems = tenantProblems(tenant, names);
  if (problems.length === 0) return success(null);
  return failure("tenant.invalid", problems.map(({ message }) => message).join(" "), { problems });
}

export function tenantNotFound(id: string): Result<never> {
  return failure("tenant.not-found", "This tenant no longer exists. Choose another one.", { tenantId: id });
}
