import {
  connectionSchema,
  DEFAULT_RULE_PROFILE,
  type Api,
  type Connection,
  type Tenant,
} from "../../../shared/domain/tenant.ts";
import { variableScope } from "../../../shared/domain/variable.ts";
import { failure, success, type Result } from "../../../shared/result/result.ts";
import type { SendTarget } from "../../core/send/types.ts";
import { readVariables, type Destination, type SendOptions } from "./send-options.ts";
import { apiOf, type Payload } from "./send-payload.ts";
import { readNamedSecret } from "./read-secret.ts";
import type { Sending } from "./send-setup.ts";

/** A destination as it was looked up: a send target that still lacks its address and its catalog. */
export type LookedUpTarget = Omit<SendTarget, "url" | "catalog" | "tenant"> & {
  readonly tenant: Tenant | null;
};

/**
 * Looks up a destination. `payload` says the API that a body is written for, for a tenant that has both, and a preset its own and
 * what its variables stand for. Codes: `usage.*`, `tenant.*`.
 */
export async function lookUpTarget(
  sending: Sending,
  destination: Destination,
  payload: Payload,
): Promise<Result<LookedUpTarget>> {
  const { options, secrets, workspace } = sending;
  const own = readVariables(options);
  if (!own.ok) return own;
  const given = await givenToken(sending);
  if (!given.ok) return given;
  if (destination.kind === "endpoint") {
    const { api, tenantNumber, url } = destination;
    const connection = connectionSchema.parse({ api, endpoint: url });
    return withSignature(options, {
      tenant: null,
      connection,
      tenantNumber,
      ruleProfile: DEFAULT_RULE_PROFILE,
      token: given.value,
      variables: variableScope(own.value),
    });
  }
  const tenant = workspace.tenants.get(destination.id);
  if (tenant === null) {
    return failure(
      "tenant.not-found",
      `The workspace has no tenant "${destination.id}". "tenants list" shows them.`,
    );
  }
  const preset = payload.kind === "preset" ? payload.preset : null;
  const connection = chooseConnection(tenant, preset?.api ?? destination.api, apiOf(payload));
  if (!connection.ok) return connection;
  return withSignature(options, {
    tenant,
    connection: connection.value,
    tenantNumber: tenant.tenantNumber,
    ruleProfile: tenant.ruleProfile,
    token: given.value ?? secrets.use(tenant.id, connection.value.api),
    variables: variableScope(workspace.values.get(tenant.id).variables, preset?.variables ?? [], own.value),
  });
}

/** The token named, or asked for; null where neither is. Code: `usage.token`. */
async function givenToken({ options, terminal }: Sending): Promise<Result<string | null>> {
  const { tokenEnv: variable, tokenFile: file, askToken } = options;
  if (askToken !== true) return readNamedSecret(terminal, { what: "token", file, variable });
  if (file !== undefined || variable !== undefined) {
    return failure("usage.token", "--ask-token goes without --token-env and --token-file.");
  }
  const typed = (await terminal.askSecret?.("Token")) ?? null;
  if (typed !== null && typed !== "") return success(typed);
  return failure("usage.token", "--ask-token asks at a terminal, and no token was typed there.");
}

/** The API asked for, else the one a body is written for, else OptiEvent, else the only one there is. */
function chooseConnection(tenant: Tenant, asked: Api | null, recognised: Api | null): Result<Connection> {
  const find = (api: Api) => tenant.connections.find((connection) => connection.api === api);
  if (asked !== null) {
    const connection = find(asked);
    if (connection !== undefined) return success(connection);
    return failure("tenant.no-connection", `The tenant "${tenant.id}" has no connection for ${asked}.`);
  }
  const preferred = recognised === null ? undefined : find(recognised);
  const connection = preferred ?? find("optievent") ?? tenant.connections[0];
  if (connection !== undefined) return success(connection);
  return failure("tenant.no-connection", `The tenant "${tenant.id}" has no connection to send through.`);
}

function withSignature(options: SendOptions, target: LookedUpTarget): Result<LookedUpTarget> {
  if (options.sign !== true) return success(target);
  if (target.connection.api !== "optievent") {
    return failure("usage.sign", "--sign goes with OptiEvent; Realtime has no signature.");
  }
  if (target.token === null)
    return failure(
      "usage.sign",
      "--sign needs the token: name its variable with --token-env or its file with --token-file.",
    );
  return success({ ...target, connection: { ...target.connection, signed: true } });
}
