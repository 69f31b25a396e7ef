import { isProductionTarget } from "../../../shared/guard/production.ts";
import type { Tenant } from "../../../shared/domain/tenant.ts";
import type { Result } from "../../../shared/result/result.ts";
import { success } from "../../../shared/result/result.ts";
import type { Guard, GuardSubject } from "./guard.ts";

export type GuardedTarget = {
  readonly tenant: Pick<Tenant, "id" | "name" | "kind" | "productionHostsAcknowledged"> | null;
  readonly url: string | null;
};

/** Who an approval for this target names: the tenant, or the host where there is none. */
export function subjectOf({ tenant, url }: GuardedTarget): GuardSubject {
  if (tenant !== null) return { id: tenant.id, name: tenant.name };
  const host = url !== null && URL.canParse(url) ? new URL(url).hostname : (url ?? "");
  return { id: `endpoint ${host}`, name: host };
}

/** The guard's word on one send. Code: `guard.approval-required`. */
export function guardTarget(guard: Guard, windowId: string, target: GuardedTarget): Result<null> {
  if (isProductionTarget(target.tenant, target.url)) return guard.permit(windowId, subjectOf(target));
  guard.passBy(windowId);
  return success(null);
}
