import type { Api } from "../domain/tenant.ts";
import type { JsonPath } from "../json/types.ts";

/** The member that names the customer: OptiEvent's `customer`, Realtime's `cid`. */
export function customerField(api: Api): string {
  return api === "realtime" ? "cid" : "customer";
}

/** OptiEvent's other identity; Realtime documents none. */
export const VISITOR_FIELD = "visitor";
export const TIMESTAMP_FIELD = "timestamp";
export const CONTEXT_FIELD = "context";

export function parameterPath(name: string): JsonPath {
  return [CONTEXT_FIELD, name];
}

/** What stands for the moment of sending in a draft. */
export const NOW_PLACEHOLDER = "{{$now}}";
