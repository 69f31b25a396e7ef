import type { Api } from "../domain/tenant.ts";
import { lastMember } from "../json/path.ts";
import type { JsonNode, JsonObject } from "../json/types.ts";

/** The fields of each API (OPTIMOVE-API.md section 2) in lower case: a body with capitals in them is one all the same. */
const FIELDS = {
  optievent: new Set(["tenant", "event", "customer", "visitor", "timestamp"]),
  realtime: new Set(["tid", "cid", "eid", "visitorid"]),
} as const satisfies Record<Api, ReadonlySet<string>>;

/** Fields that log records and other documents have as well, and that therefore say nothing on their own. */
const COMMON = new Set(["timestamp", "visitorid"]);

/** Which API an object is a body for, and how many of its fields speak for that. */
export type EventShape = {
  readonly api: Api;
  /** Fields that count where an object may be anything: a log record, a settings file. */
  readonly strength: number;
  /** Fields of the API at all. */
  readonly fields: number;
};

/** Two fields make an event of an object that may be anything. */
export const CERTAIN = 2;

/** `assumed` decides where the fields speak for neither API more than for the other. */
export function shapeOf(object: JsonObject, assumed: Api | null): EventShape {
  const names = new Set<string>();
  for (const { key, value } of object.members) {
    const name = key.value.toLowerCase();
    if (name === "context" ? isContext(value) : !isContainer(value)) names.add(name);
  }
  const own = (api: Api): string[] => [...FIELDS[api]].filter((name) => names.has(name));
  const optievent = own("optievent");
  const realtime = own("realtime");
  const hasContext = names.has("context") ? 1 : 0;
  const difference = realtime.length - optievent.length;
  const api = difference === 0 ? (assumed ?? "optievent") : difference > 0 ? "realtime" : "optievent";
  const fields = api === "realtime" ? realtime : optievent;
  const strong = fields.filter((name) => !COMMON.has(name)).length;
  return { api, strength: strong === 0 ? 0 : strong + hasContext, fields: fields.length + hasContext };
}

function isContainer(node: JsonNode): boolean {
  return node.kind === "object" || node.kind === "array";
}

/** Also as JSON in a string, which is wrong and common. */
function isContext(node: JsonNode): boolean {
  return node.kind === "object" || (node.kind === "string" && node.value.trimStart().startsWith("{"));
}

/** What the event is called: OptiEvent's key or Realtime's number, as text. */
export function eventNameOf(object: JsonObject, api: Api): string | null {
  const value = lastMember(object, api === "realtime" ? "eid" : "event")?.value;
  if (value?.kind === "string") return value.value;
  return value?.kind === "number" ? value.text : null;
}

/** The API whose endpoint an address is (OPTIMOVE-API.md section 1), null for any other. */
export function apiOfUrl(url: string): Api | null {
  const path = /^[^?#]*/.exec(url)?.[0].replace(/\/+$/, "").toLowerCase() ?? "";
  if (path.endsWith("/reportevent")) return "realtime";
  return path.endsWith("/reportserver") || path.endsWith("/optievent") ? "optievent" : null;
}
