import { LOCAL_GATEWAY_ENDPOINT, type Api, type Connection } from "./tenant.ts";

/** The gateway's paths, which are those of the vendor's documented addresses. */
const GATEWAY_PATHS: Readonly<Record<Api, string>> = { optievent: "/optievent", realtime: "/reportEvent" };

/**
 * The address a connection is reached at: its own, or that of the console's gateway. null where it means the gateway and
 * none runs. `gatewayUrl` has no slash at its end.
 */
export function resolveEndpoint(
  connection: Pick<Connection, "api" | "endpoint">,
  gatewayUrl: string | null,
): string | null {
  if (connection.endpoint !== LOCAL_GATEWAY_ENDPOINT) return connection.endpoint;
  return gatewayUrl === null ? null : `${gatewayUrl}${GATEWAY_PATHS[connection.api]}`;
}
