import type { SendFailure } from "../../../shared/domain/exchange.ts";
import type { Connection, Tenant } from "../../../shared/domain/tenant.ts";
import { isProductionTarget } from "../../../shared/guard/production.ts";
import type { AppError } from "../../../shared/result/result.ts";
import type { Secrets } from "../secrets/secrets.ts";
import { chooseProxy, type Environment } from "./choose-proxy.ts";
import { readTlsMaterial } from "./tls-material.ts";
import { DIRECT, type Network, type NetworkReading, type ProxyRoute, type TlsMaterial } from "./types.ts";

export type NetworkTarget = {
  readonly tenant: Pick<Tenant, "id" | "kind" | "productionHostsAcknowledged"> | null;
  readonly connection: Connection;
  readonly url: string;
};

/**
 * How the requests of a connection get out, its files and secrets read. Passwords are protected from here on. That
 * certificates are not checked never counts for production, whatever is stored.
 */
export function readNetwork(
  { tenant, connection, url }: NetworkTarget,
  secrets: Pick<Secrets, "use" | "refusal" | "protect">,
  environment: Environment,
): NetworkReading {
  const address = URL.parse(url);
  if (address === null) return { ok: true, network: DIRECT };
  const secret = (slot: "proxy-password" | "client-certificate-passphrase") =>
    tenant === null ? null : secrets.use(tenant.id, slot);
  const locked = tenant === null ? null : lockedSecret(tenant.id, connection, secrets);
  if (locked !== null) return refuse(locked);
  const decision = chooseProxy(connection.proxy, address, environment, secret("proxy-password"));
  if (decision.kind === "unusable") return refuse(unusableProxy(decision.variable));
  const proxy = decision.kind === "proxy" ? decision.route : null;
  if (proxy !== null) protectPassword(proxy, secrets);
  const isChecked = connection.verifyTls || isProductionTarget(tenant, url);
  const tls = readTlsMaterial(connection, isChecked, secret("client-certificate-passphrase"));
  if (!tls.ok) return refuse(tls.error);
  return { ok: true, network: networkOf(proxy, tls.value) };
}

/** Most connections go straight out: DIRECT itself finds its agents without anything being hashed. */
function networkOf(proxy: ProxyRoute | null, tls: TlsMaterial): Network {
  const isDirect = proxy === null && tls.rejectUnauthorized && Object.keys(tls).length === 1;
  return isDirect ? DIRECT : { proxy, tls };
}

/** A secret that is set and cannot be read is not a secret that is not set. */
function lockedSecret(
  tenantId: string,
  { proxy, clientCertificate }: Connection,
  secrets: Pick<Secrets, "refusal">,
): AppError | null {
  const forProxy = proxy.kind === "address" && proxy.userName !== null;
  return (
    (forProxy ? secrets.refusal(tenantId, "proxy-password") : null) ??
    (clientCertificate === null ? null : secrets.refusal(tenantId, "client-certificate-passphrase"))
  );
}

function protectPassword({ password }: ProxyRoute, secrets: Pick<Secrets, "protect">): void {
  if (password !== null) secrets.protect(password);
}

function unusableProxy(variable: string): AppError {
  const where = variable === "proxy" ? "of the connection" : `in the environment variable ${variable}`;
  return {
    code: "proxy.invalid",
    message: `The proxy ${where} is no address of an HTTP proxy. Put it right, for example http://proxy.example:8080.`,
  };
}

/** The sentences of this folder end with what to do next. */
function refuse({ code, message }: AppError): NetworkReading {
  const failure: SendFailure = {
    code,
    phase: "prepare",
    message,
    nextStep: "Nothing was sent. The connection is edited in Settings, Tenants.",
  };
  return { ok: false, failure };
}
