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

/** A second is what an answer's Date header knows. */
const KNOWN_TO_MS = 1000;

/** By how much the server's clock differed from ours. */
export function describeOffset(milliseconds: number): string {
  const seconds = Math.round(Math.abs(milliseconds) / 1000);
  if (Math.abs(milliseconds) <= KNOWN_TO_MS) return "as ours, to the second";
  const amount = seconds < 120 ? `${seconds} seconds` : `${Math.round(seconds / 60)} minutes`;
  return milliseconds > 0 ? `${amount} ahead of ours` : `${amount} behind ours`;
}
