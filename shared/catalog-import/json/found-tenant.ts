import { lastMember } from "../../json/path.ts";
import type { JsonObject } from "../../json/types.ts";
import type { KnownSecret } from "../../redaction/redact.ts";
import type { Report } from "../report.ts";
import type { FoundTenant } from "../types.ts";

/** What a configuration says of its tenant; null where it says nothing of one. */
export function foundTenantOf(
  config: JsonObject,
  secrets: readonly KnownSecret[],
  report: Report,
): FoundTenant | null {
  const optitrack = objectMember(config, "optitrackMetaData");
  const realtime = objectMember(config, "realtimeMetaData");
  const siteId = textOf(optitrack, "siteId") ?? textOf(config, "siteId");
  const number = siteId !== null && /^\d{1,15}$/.test(siteId) ? Number(siteId) : null;
  const token = textOf(realtime, "realtimeToken") ?? secrets[0]?.value ?? null;
  const found: FoundTenant = {
    name: textOf(config, "tenantName") ?? textOf(config, "brand"),
    tenantNumber: number,
    realtimeEndpoint: endpointOf(realtime, report),
    realtimeToken: token === "" ? null : token,
  };
  return Object.values(found).every((value) => value === null) ? null : found;
}

function objectMember(object: JsonObject, name: string): JsonObject | null {
  const value = lastMember(object, name)?.value;
  return value?.kind === "object" ? value : null;
}

/** A member that is a text or a number, as text. */
function textOf(object: JsonObject | null, name: string): string | null {
  const value = object === null ? undefined : lastMember(object, name)?.value;
  if (value?.kind === "string") return value.value;
  return value?.kind === "number" ? value.text : null;
}

/** The SDKs append `reportEvent` to the gateway's address. */
function endpointOf(realtime: JsonObject | null, report: Report): string | null {
  const gateway = textOf(realtime, "realtimeGateway");
  if (realtime === null || gateway === null || gateway === "") return null;
  const address = URL.canParse(gateway) ? new URL(gateway) : null;
  if (address === null || address.protocol !== "https:" || address.username + address.password !== "") {
    const place = lastMember(realtime, "realtimeGateway")?.value.start ?? realtime.start;
    report.say("warning", place, "realtimeGateway is no https address, so it is not offered for the tenant.");
    return null;
  }
  const base = address.origin + address.pathname.replace(/\/+$/, "");
  return base.toLowerCase().endsWith("/reportevent") ? base : `${base}/reportEvent`;
}
