import type { Catalog, CatalogEvent, ParameterType } from "../../../shared/domain/catalog.ts";
import type { Identity } from "../../../shared/domain/exchange.ts";
import type { Connection } from "../../../shared/domain/tenant.ts";
import { parseJson } from "../../../shared/json/parse.ts";
import { quoteJson } from "../../../shared/json/value.ts";

/** An event as it is described on the command line. */
export type DescribedEvent = {
  /** The catalog's key; for Realtime an id will do too. */
  readonly key: string;
  readonly identity: Identity;
  /** OptiEvent only; null for the moment of sending. */
  readonly timestamp: string | null;
  /** In the order given. */
  readonly parameters: readonly { readonly name: string; readonly value: string }[];
};

/**
 * The draft of such an event: exactly what was described, nothing filled in but the placeholders of the token and of the
 * moment of sending. Numbers keep the digits they were typed with.
 */
export function writeEventText(
  described: DescribedEvent,
  connection: Connection,
  tenantNumber: number | null,
  catalog: Catalog | null,
): string {
  const event = findEvent(described.key, catalog);
  const context = object(
    described.parameters.map(({ name, value }) => [name, valueText(value, declaredType(event, name))]),
    "  ",
  );
  const { identity, key, timestamp } = described;
  if (connection.api === "realtime") {
    const id = event?.id === undefined ? key : String(event.id);
    return object([
      ["tid", quoteJson("{{secret:token}}")],
      ["cid", quoteJson(identity.value)],
      ["eid", connection.eidType === "number" && /^\d+$/.test(id) ? id : quoteJson(id)],
      ["context", context],
    ]);
  }
  return object([
    ...(tenantNumber === null ? [] : [["tenant", String(tenantNumber)] as const]),
    ["event", quoteJson(key)],
    [identity.kind, quoteJson(identity.value)],
    ["timestamp", quoteJson(timestamp ?? "{{$now}}")],
    ["context", context],
  ]);
}

function findEvent(key: string, catalog: Catalog | null): CatalogEvent | null {
  const events = catalog?.events ?? [];
  return (
    events.find((event) => event.key === key) ?? events.find((event) => String(event.id) === key) ?? null
  );
}

/** Parameters that every event may carry (OPTIMOVE-API.md, section 2) and that no catalog needs to list. */
const SYSTEM_PARAMETERS: ReadonlyMap<string, ParameterType> = new Map([
  ["event_platform", "string"],
  ["event_device_type", "string"],
  ["event_os", "string"],
  ["event_native_mobile", "boolean"],
]);

function declaredType(event: CatalogEvent | null, name: string): ParameterType | null {
  const declared = event?.parameters.find((parameter) => parameter.name === name)?.type;
  return declared ?? SYSTEM_PARAMETERS.get(name) ?? null;
}

/**
 * A value typed on the command line as JSON text. A parameter declared as a string is one whatever it looks like;
 * everything else is what its JSON syntax says, so that a wrong type can be sent on purpose, and text where it has none.
 */
function valueText(value: string, type: ParameterType | null): string {
  const isJson = type !== "string" && parseJson(value).ok;
  return isJson ? value.trim() : quoteJson(value);
}

/** An object of two-space indented lines inside of `indent`. */
function object(members: readonly (readonly [string, string])[], indent = ""): string {
  if (members.length === 0) return "{}";
  const lines = members.map(([name, value]) => `${indent}  ${quoteJson(name)}: ${value}`);
  return `{\n${lines.join(",\n")}\n${indent}}`;
}
