import type { ConnectionRecord } from "../../../shared/domain/exchange.ts";

const PROXIES = {
  none: "without a proxy",
  system: "through the system's proxy, if any",
  address: "through the tenant's proxy",
} as const satisfies Record<ConnectionRecord["proxy"], string>;

/** How the tenant was reached, in words. */
export function describeConnection(connection: ConnectionRecord): string {
  const signed = connection.signed ? "signed" : "not signed";
  const certificates = connection.verifyTls ? "" : ", certificates not checked";
  return `${signed}, ${PROXIES[connection.proxy]}${certificates}`;
}
