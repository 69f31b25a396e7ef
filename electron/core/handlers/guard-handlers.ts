import type { GuardCallName } from "../../../shared/contract/guard-calls.ts";
import type { Handlers } from "../../../shared/contract/dispatch.ts";
import { failure, success } from "../../../shared/result/result.ts";
import type { Services } from "./services.ts";

type GuardHandlers = Pick<Handlers, GuardCallName>;

export function createGuardHandlers({ guard, workspace }: Services): GuardHandlers {
  return {
    "guard.chooseTenant": (_choice, { windowId }) => {
      guard.leave(windowId);
      return success({});
    },
    "guard.request": ({ tenantId, run }, { windowId }) => {
      const tenant = workspace.tenants.get(tenantId);
      if (tenant !== null) return success(guard.request(windowId, tenant, { run }));
      return failure("tenant.not-found", "This tenant no longer exists. Choose another one.", { tenantId });
    },
    "guard.approve": ({ challengeId, typedName }, { windowId }) => {
      const approved = guard.approve(windowId, challengeId, typedName);
      return approved.ok ? success({}) : approved;
    },
  };
}
