import type { GuardedRun } from "../../../shared/contract/guard-calls.ts";
import { isProductionTarget } from "../../../shared/guard/production.ts";
import type { Tenant } from "../../../shared/domain/tenant.ts";
import type { Result } from "../../../shared/result/result.ts";
import { success } from "../../../shared/result/result.ts";
import { approvalRequired } from "./challenges.ts";
import type { Guard, GuardSubject } from "./guard.ts";
import type { RunPermit } from "./run-permits.ts";

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

/** The guard's word on one send; `run` is the permit of the run that it belongs to. Code: `guard.approval-required`. */
export function guardTarget(
  guard: Guard,
  windowId: string,
  target: GuardedTarget,
  run: RunPermit | null = null,
): Result<null> {
  if (isProductionTarget(target.tenant, target.url)) {
    const subject = subjectOf(target);
    return run === null ? guard.permit(windowId, subject) : run.permit(subject);
  }
  if (run === null) guard.passBy(windowId);
  return success(null);
}

/**
 * The guard's word on a run, before its first send. What is no production now needs no approval, and its permit covers none: should the
 * tenant become production meanwhile, the run ends. Code: `guard.approval-required`.
 */
export function guardRun(
  guard: Guard,
  windowId: string,
  target: GuardedTarget,
  run: GuardedRun,
): Result<RunPermit> {
  if (isProductionTarget(target.tenant, target.url)) return guard.beginRun(windowId, subjectOf(target), run);
  return success({
    permit: (subject) => approvalRequired(subject, "type-name", run),
    end: () => undefined,
  });
}
