import { newDraftText } from "../../../shared/compose/new-draft.ts";
import type { ConnectionTest, ConnectionTestStep } from "../../../shared/contract/connection-calls.ts";
import type { StoredCatalog } from "../../../shared/domain/catalog.ts";
import type { Exchange } from "../../../shared/domain/exchange.ts";
import type { Api, Connection, Tenant } from "../../../shared/domain/tenant.ts";
import { isLoopbackHost } from "../../../shared/guard/hosts.ts";
import { isProductionTarget } from "../../../shared/guard/production.ts";
import { failure, success, type Result } from "../../../shared/result/result.ts";
import { setValue } from "../../../shared/json/edit.ts";
import { resolveEndpoint } from "../../../shared/domain/endpoint.ts";
import type { Secrets } from "../secrets/secrets.ts";
import type { SendService } from "../send/types.ts";
import type { Environment } from "./choose-proxy.ts";
import { describeConnection } from "./describe-probe.ts";
import { probeConnection } from "./probe.ts";
import { readNetwork } from "./read-network.ts";
import { systemEnvironment, type ResolveProxy } from "./system-environment.ts";

export type ConnectionTestDependencies = {
  readonly tenants: { get(id: string): Tenant | null };
  readonly catalogs: { get(id: string): StoredCatalog | null };
  readonly secrets: Pick<Secrets, "use" | "refusal" | "protect">;
  readonly send: Pick<SendService, "send">;
  readonly gatewayUrl: string | null;
  readonly environment: Environment;
  readonly resolveProxy?: ResolveProxy | null;
  readonly newId: () => string;
};

/**
 * Looks at a tenant's connection step by step: settings, name, connection, proxy, TLS. An event is sent only to this
 * computer, and not for a production tenant: anywhere else it would count. Codes: `tenant.not-found`, `tenant.no-connection`.
 */
export async function testConnection(
  dependencies: ConnectionTestDependencies,
  { tenantId, api }: { readonly tenantId: string; readonly api: Api },
  windowId: string,
): Promise<Result<ConnectionTest>> {
  const tenant = dependencies.tenants.get(tenantId);
  if (tenant === null) {
    return failure("tenant.not-found", "This tenant no longer exists. Choose another one.", { tenantId });
  }
  const connection = tenant.connections.find((one) => one.api === api);
  if (connection === undefined) {
    return failure(
      "tenant.no-connection",
      "The tenant has no connection for this API. Save one, then test it.",
    );
  }
  const address = resolveEndpoint(connection, dependencies.gatewayUrl);
  if (address === null || !URL.canParse(address)) return success(gatewayMissing(connection));
  const url = new URL(address);
  const environment = await systemEnvironment(dependencies, connection, address);
  const reading = readNetwork({ tenant, connection, url: address }, dependencies.secrets, environment);
  if (!reading.ok) {
    const step = failedStep("settings", `${reading.failure.message} ${reading.failure.nextStep}`);
    return success({ url: address, sent: "nothing", steps: [step], tls: null, exchangeId: null });
  }
  const probe = await probeConnection(url, reading.network, connection.timeouts);
  const steps = describeConnection(url, reading.network, probe);
  const found = { url: address, tls: probe.tls };
  if (probe.failure !== null) return success({ ...found, sent: "nothing", steps, exchangeId: null });
  const reason = whyNoEvent(tenant, url);
  if (reason !== null) {
    const step: ConnectionTestStep = {
      name: "event",
      outcome: "skipped",
      message: reason,
      milliseconds: null,
    };
    return success({ ...found, sent: "nothing", steps: [...steps, step], exchangeId: null });
  }
  const sent = await sendEvent(dependencies, tenant, connection, windowId);
  return success({
    ...found,
    sent: sent.ok ? "event" : "nothing",
    steps: [...steps, describeEvent(sent)],
    exchangeId: sent.ok ? sent.value.id : null,
  });
}

function whyNoEvent(tenant: Tenant, url: URL): string | null {
  if (isProductionTarget(tenant, url.href)) return "No event was sent, because this is production.";
  if (isLoopbackHost(url.hostname)) return null;
  return "No event was sent, because it would count there. Events are sent from Compose.";
}

function sendEvent(
  { catalogs, send, newId }: ConnectionTestDependencies,
  tenant: Tenant,
  connection: Connection,
  windowId: string,
): Promise<Result<Exchange>> {
  const { api } = connection;
  const events = tenant.catalogId === null ? [] : (catalogs.get(tenant.catalogId)?.catalog.events ?? []);
  const event = events.find(({ apis }) => apis?.includes(api) ?? true) ?? null;
  const eventKey = event?.key ?? "connection_test";
  const draft = newDraftText({ api, tenantNumber: tenant.tenantNumber, connection, event, eventKey });
  // A draft leaves it to people whose event it is; nobody is to be asked here.
  const text = setValue(draft, [api === "optievent" ? "customer" : "cid"], '"connection-test"');
  const input = { sendId: newId(), tenantId: tenant.id, api, text, eventKey, draftId: null };
  return send.send(input, windowId);
}

function describeEvent(sent: Result<Exchange>): ConnectionTestStep {
  if (!sent.ok) return failedStep("event", sent.error.message);
  const { outcome, message, event, timings } = sent.value;
  return {
    name: "event",
    outcome: outcome === "accepted" ? "done" : "failed",
    message: `A real event (${event ?? "without a name"}) was sent and ${outcome}: ${message}`,
    milliseconds: timings.total,
  };
}

function gatewayMissing({ endpoint }: Connection): ConnectionTest {
  const step = failedStep(
    "settings",
    "The local gateway does not run. Close the console and start it again, or enter the address of another server.",
  );
  return { url: endpoint, sent: "nothing", steps: [step], tls: null, exchangeId: null };
}

function failedStep(name: ConnectionTestStep["name"], message: string): ConnectionTestStep {
  return { name, outcome: "failed", message, milliseconds: null };
}
