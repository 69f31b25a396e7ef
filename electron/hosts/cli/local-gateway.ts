import { SANDBOX_TENANT_NUMBER, type Tenant } from "../../../shared/domain/tenant.ts";
import { failure, success, type Result } from "../../../shared/result/result.ts";
import { SANDBOX_REALTIME_TOKEN, SANDBOX_SIGNATURE_KEY } from "../../core/workspace/sandbox-credentials.ts";
import type { RunningGateway } from "../../core/ports.ts";
import type { Workspace } from "../../core/workspace/workspace.ts";
import { readWorkspaceLock } from "../../core/workspace/workspace-lock.ts";
import { startGateway } from "../../gateway/gateway.ts";
import { say, type Terminal } from "./terminal.ts";

/**
 * The gateway that a tenant's `gateway:local` means: that of the console running on the workspace, else one of this command
 * alone. The caller closes it; the console's stays. Code: `gateway.not-started`.
 */
export async function useLocalGateway(
  terminal: Terminal,
  workspace: Workspace,
  tenant: Tenant,
): Promise<Result<RunningGateway>> {
  const url = readWorkspaceLock(workspace.path)?.gatewayUrl ?? null;
  if (url !== null) {
    say(terminal, `Gateway: ${url}, of the console that runs on this workspace.`);
    return success({ url, close: () => Promise.resolve() });
  }
  const { catalogId } = tenant;
  // The tenant's own catalog, whichever the command goes by: the gateway stands for what the vendor has configured.
  const catalog = catalogId === null ? null : (workspace.catalogs.get(catalogId)?.catalog ?? null);
  try {
    const gateway = await startGateway({
      catalog: () => catalog,
      tenantNumber: tenant.tenantNumber ?? SANDBOX_TENANT_NUMBER,
      token: SANDBOX_REALTIME_TOKEN,
      signatureKey: SANDBOX_SIGNATURE_KEY,
      ruleProfile: tenant.ruleProfile,
    });
    say(terminal, `Gateway: ${gateway.url}, for this command only.`);
    return success(gateway);
  } catch {
    return failure(
      "gateway.not-started",
      "The local gateway could not listen on this machine's loopback address.",
    );
  }
}
