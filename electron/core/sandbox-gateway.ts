import { SANDBOX_TENANT_ID, SANDBOX_TENANT_NUMBER } from "../../shared/domain/tenant.ts";
import type { Catalog } from "../../shared/domain/catalog.ts";
import type { GatewayLog } from "./coverage/gateway-log.ts";
import type { Notices } from "./notices.ts";
import type { RunningGateway, StartGateway } from "./ports.ts";
import { SANDBOX_REALTIME_TOKEN, SANDBOX_SIGNATURE_KEY } from "./workspace/sandbox-credentials.ts";
import { describeSystemError } from "./workspace/system-error.ts";
import type { Workspace } from "./workspace/workspace.ts";

/**
 * Starts the gateway that the demo tenant is sent to. It checks against that tenant's catalog as it is at each request. Where
 * it cannot start, a notice says why and the rest of the console works.
 */
export async function startSandboxGateway(options: {
  readonly startGateway: StartGateway;
  readonly workspace: Pick<Workspace, "settings" | "tenants" | "catalogs">;
  readonly notices: Notices;
  readonly gatewayLog: GatewayLog;
  /** Lets other programs of the same user read what the gateway has received. */
  readonly gatewayKey: string;
}): Promise<RunningGateway | null> {
  const { settings, tenants, catalogs } = options.workspace;
  const catalog = (): Catalog | null => {
    const catalogId = tenants.get(SANDBOX_TENANT_ID)?.catalogId ?? null;
    return catalogId === null ? null : (catalogs.get(catalogId)?.catalog ?? null);
  };
  try {
    return await options.startGateway({
      catalog,
      tenantNumber: tenants.get(SANDBOX_TENANT_ID)?.tenantNumber ?? SANDBOX_TENANT_NUMBER,
      token: SANDBOX_REALTIME_TOKEN,
      signatureKey: SANDBOX_SIGNATURE_KEY,
      refusalStatus: () => settings.get().gatewayRefusalStatus,
      onReceived: (receipt) => options.gatewayLog.note(receipt),
      received: { key: options.gatewayKey, list: () => [...options.gatewayLog.received()] },
    });
  } catch (error) {
    options.notices.add(
      "warning",
      `The local gateway could not be started, because ${describeSystemError(error)}. Everything else works; close the console and start it again to try once more.`,
    );
    return null;
  }
}
