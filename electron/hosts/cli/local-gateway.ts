import { SANDBOX_TENANT_NUMBER, type Tenant } from "../../../shared/domain/tenant.ts";
import type { Catalog } from "../../../shared/domain/catalog.ts";
import { failure, success, type Result } from "../../../shared/result/result.ts";
import { SANDBOX_REALTIME_TOKEN, SANDBOX_SIGNATURE_KEY } from "../../core/workspace/sandbox-credentials.ts";
import type { RunningGateway } from "../../core/ports.ts";
import { readWorkspaceLock } from "../../core/workspace/workspace-lock.ts";
import { startGateway } from "../../gateway/gateway.ts";
import { say, type Terminal } from "./terminal.ts";

/**
 * The gateway that a tenant's `gateway:local` means: that of the console running on the workspace, else one of this command
 * alone. The caller closes it; the console's stays. Code: `gateway.not-started`.
 */
export async function useLocalGateway(
  terminal: Terminal,
  workspacePath: string,
  tenant: Tenant,
  catalog: Catalog | null,
): Promise<Result<RunningGateway>> {
  const url = readWorkspaceLock(workspacePath)?.gatewayUrl ?? null;
  if (url !== null) {
    say(terminal, `Gateway: ${url}, of the console that runs on this workspace.`);
    return success({ url, close: () => Promise.resolve() });
  }
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
