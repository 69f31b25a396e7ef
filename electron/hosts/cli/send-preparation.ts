import { resolveEndpoint } from "../../../shared/domain/endpoint.ts";
import { apiSchema, LOCAL_GATEWAY_ENDPOINT } from "../../../shared/domain/tenant.ts";
import { success, type Result } from "../../../shared/result/result.ts";
import type { SendTarget } from "../../core/send/types.ts";
import { chooseCatalog } from "./catalog-choice.ts";
import { useLocalGateway } from "./local-gateway.ts";
import type { Destination } from "./send-options.ts";
import type { Payload } from "./send-payload.ts";
import type { Sending } from "./send-setup.ts";
import { lookUpTarget, type LookedUpTarget } from "./send-target.ts";
import { say } from "./terminal.ts";

/**
 * Everything the request depends on but its text: the connection, the catalog, the address. Starts the local gateway where
 * the tenant means it and no console runs. Codes: those of `unlockVault`, `lookUpTarget`, `chooseCatalog` and `useLocalGateway`.
 */
export async function prepareTarget(
  sending: Sending,
  destination: Destination,
  payload: Payload,
): Promise<Result<SendTarget>> {
  const { options, terminal, workspace } = sending;
  const unlocked = await unlockFor(sending, destination);
  if (!unlocked.ok) return unlocked;
  const lookedUp = await lookUpTarget(sending, destination, payload);
  if (!lookedUp.ok) return lookedUp;
  const target = lookedUp.value;
  if (options.api === undefined) say(terminal, `API: ${target.connection.api}.`);
  const catalog = await chooseCatalog(
    terminal,
    { open: () => success(workspace), unlock: sending.unlock },
    options.catalog,
    target.tenant?.id,
  );
  if (!catalog.ok) return catalog;
  const url = await addressOf(sending, target);
  return url.ok ? success({ ...target, catalog: catalog.value, url: url.value }) : url;
}

/** Opens the vault where a token of the tenant is in it and none is named instead. */
async function unlockFor(
  { options, secrets, unlock }: Sending,
  destination: Destination,
): Promise<Result<null>> {
  const isNamed =
    options.tokenEnv !== undefined || options.tokenFile !== undefined || options.askToken === true;
  if (destination.kind === "endpoint" || isNamed) return success(null);
  const isShut = apiSchema.options.some((api) => secrets.refusal(destination.id, api) !== null);
  return isShut ? unlock() : success(null);
}

async function addressOf(
  sending: Sending,
  { connection, tenant }: LookedUpTarget,
): Promise<Result<string | null>> {
  if (connection.endpoint !== LOCAL_GATEWAY_ENDPOINT || tenant === null) return success(connection.endpoint);
  const gateway = await useLocalGateway(sending.terminal, sending.workspace, tenant);
  if (!gateway.ok) return gateway;
  sending.closers.add(() => gateway.value.close());
  return success(resolveEndpoint(connection, gateway.value.url));
}
