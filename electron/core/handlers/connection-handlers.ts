import { randomUUID } from "node:crypto";
import type { ConnectionCallName, ConnectionTest } from "../../../shared/contract/connection-calls.ts";
import type { Handlers } from "../../../shared/contract/dispatch.ts";
import { success } from "../../../shared/result/result.ts";
import { testConnection } from "../network/test-connection.ts";
import { redactTls } from "../send/redact-exchange.ts";
import type { Services } from "./services.ts";

export function createConnectionHandlers(services: Services): Pick<Handlers, ConnectionCallName> {
  const { tenants, catalogs } = services.workspace;
  const environment = process.env;
  const dependencies = { ...services, tenants, catalogs, environment, newId: randomUUID };
  return {
    async "connections.test"(input, { windowId }) {
      const tested = await testConnection(dependencies, input, windowId);
      return tested.ok ? success(redactTest(tested.value, (text) => services.secrets.redact(text))) : tested;
    },
  };
}

/** A proxy that refuses can say what it was given. */
function redactTest(test: ConnectionTest, redact: (text: string) => string): ConnectionTest {
  const steps = test.steps.map((step) => ({ ...step, message: redact(step.message) }));
  return { ...test, steps, tls: test.tls && redactTls(test.tls, redact) };
}
