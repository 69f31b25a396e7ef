import { randomUUID } from "node:crypto";
import type { ConnectionCallName } from "../../../shared/contract/connection-calls.ts";
import type { Handlers } from "../../../shared/contract/dispatch.ts";
import { testConnection } from "../network/test-connection.ts";
import type { Services } from "./services.ts";

export function createConnectionHandlers(services: Services): Pick<Handlers, ConnectionCallName> {
  const { tenants, catalogs } = services.workspace;
  const environment = process.env;
  const dependencies = { ...services, tenants, catalogs, environment, newId: randomUUID };
  return {
    "connections.test": (input, { windowId }) => testConnection(dependencies, input, windowId),
  };
}
