import type { Fix } from "../domain/finding.ts";
import type { Api } from "../domain/tenant.ts";
import type { JsonMember, JsonNode, JsonObject } from "../json/types.ts";
import { createMemberFixes } from "./member-fixes.ts";
import { openingOf, type Scope } from "./scope.ts";
import { named } from "./words.ts";

/** The fields that each API documents (OPTIMOVE-API.md section 2). */
const FIELDS = {
  optievent: ["tenant", "event", "customer", "visitor", "timestamp", "context"],
  realtime: ["tid", "cid", "eid", "context"],
} as const satisfies Record<Api, readonly string[]>;

/** A field of the body under the name it has there, which may differ from the documented one by case. */
export type Field = { readonly name: string; readonly member: JsonMember; readonly value: JsonNode };
export type Envelope = { readonly root: JsonObject; field(name: string): Field | undefined };

/** Finds the API's fields, and reports names that are not its own. A name wrong only by case is read as the right one. */
export function readEnvelope(scope: Scope, root: JsonObject): Envelope {
  const own: readonly string[] = FIELDS[scope.api];
  const lastByName = new Map(root.members.map((member) => [member.key.value, member]));
  const fields = new Map<string, Field>();
  for (const [name, member] of lastByName) {
    if (own.includes(name)) fields.set(name, { name, member, value: member.value });
  }
  const fixes = createMemberFixes(scope, root);
  const isOtherApi = reportOtherApi(scope, root, lastByName);
  for (const [name, member] of lastByName) {
    if (own.includes(name)) continue;
    const right = own.find((field) => field.toLowerCase() === name.toLowerCase());
    if (right === undefined) {
      if (!isOtherApi) reportUnknown(scope, name, member);
      continue;
    }
    const isFree = !fields.has(right);
    if (isFree) fields.set(right, { name, member, value: member.value });
    reportCase(scope, name, right, member, isFree ? fixes.rename(name, right) : undefined);
  }
  return { root, field: (name) => fields.get(name) };
}

function reportCase(
  scope: Scope,
  name: string,
  right: string,
  member: JsonMember,
  fix: Fix | undefined,
): void {
  const message = `Names are case-sensitive; the field is ${named(right)}, not ${named(name)}.`;
  scope.add("name.case", [name], member.key, message, { fix });
}

/** Fields that only the other API has say more together than each alone. */
function reportOtherApi(scope: Scope, root: JsonObject, names: ReadonlyMap<string, unknown>): boolean {
  const other = scope.api === "optievent" ? "realtime" : "optievent";
  const own: readonly string[] = FIELDS[scope.api];
  const hasOwn = own.some((field) => field !== "context" && names.has(field));
  const foreign = FIELDS[other].filter((field) => field !== "context" && names.has(field));
  if (hasOwn || foreign.length < 2) return false;
  const message = `The body has the fields of ${apiName(other)} (${foreign.map(named).join(", ")}), but it is meant for ${apiName(scope.api)}.`;
  scope.add("envelope.other-api", [], openingOf(root), message);
  return true;
}

function apiName(api: Api): string {
  return api === "optievent" ? "the OptiEvent API" : "the Realtime API";
}

const HINTS: Record<Api, Readonly<Record<string, string>>> = {
  optievent: {
    tid: "It belongs to the Realtime API.",
    cid: "It belongs to the Realtime API; here the customer id is `customer`.",
    eid: "It belongs to the Realtime API; here the event is named by its key in `event`.",
    visitorId: "Here the visitor id is `visitor`.",
    category: "Only the vendor's mobile and web SDKs send it.",
    origin: "Only the vendor's mobile and web SDKs send it.",
    metadata: "Only the vendor's mobile and web SDKs send it.",
  },
  realtime: {
    tenant: "It belongs to OptiEvent; here `tid` says whose event it is.",
    event: "It belongs to OptiEvent; here the event is named by its number in `eid`.",
    customer: "It belongs to OptiEvent; here the customer id is `cid`.",
    visitor: "It belongs to OptiEvent; the documents of this API know no visitor.",
    visitorId: "Only the vendor's SDKs send it; the documents of this API know no visitor.",
    timestamp: "This API has no timestamp: the time of the event is the time of receipt.",
  },
};

function reportUnknown(scope: Scope, name: string, member: JsonMember): void {
  const hints = HINTS[scope.api];
  const hint = Object.hasOwn(hints, name) ? hints[name] : undefined;
  const message = `${apiName(scope.api).replace("the", "The")} documents no field ${named(name)}.`;
  scope.add(
    "envelope.unknown-field",
    [name],
    member.key,
    hint === undefined ? message : `${message} ${hint}`,
  );
}
