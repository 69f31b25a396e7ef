import type { Catalog, CatalogEvent, Parameter, ParameterType } from "../domain/catalog.ts";
import type { Api, Connection } from "../domain/tenant.ts";
import { findEventById, findEventByKey } from "../validation/event-lookup.ts";
import { SYSTEM_PARAMETERS } from "../validation/system-parameters.ts";
import type { JsonNode, JsonPath } from "../json/types.ts";

/** Says which type a value at a path is meant to have. */
export type DeclaredTypes = (path: JsonPath) => ParameterType;

/**
 * The types that the documents give the envelope's fields and the catalog gives the event's parameters. What is declared
 * nowhere is a string, because that is what its quotes say.
 */
export function createDeclaredTypes(connection: Connection, event: CatalogEvent | null): DeclaredTypes {
  const envelope = new Map<string, ParameterType>(
    connection.api === "optievent" ? [["tenant", "number"]] : [["eid", connection.eidType]],
  );
  const parameters = typesOf(event?.parameters ?? NO_PARAMETERS);
  return ([first, second, ...deeper]) => {
    if (typeof first !== "string" || deeper.length > 0) return "string";
    if (second === undefined) return envelope.get(first) ?? "string";
    return (first === "context" ? parameters.get(String(second)) : undefined) ?? "string";
  };
}

const NO_PARAMETERS: readonly Parameter[] = [];

/** Made once for the parameters of an event, which never change: a changed event has others. */
const types = new WeakMap<readonly Parameter[], ReadonlyMap<string, ParameterType>>();

/** Of those that every event has and those of the event. */
function typesOf(parameters: readonly Parameter[]): ReadonlyMap<string, ParameterType> {
  const made = types.get(parameters);
  if (made !== undefined) return made;
  const map = new Map([...SYSTEM_PARAMETERS, ...parameters].map(({ name, type }) => [name, type]));
  types.set(parameters, map);
  return map;
}

/** The field by which each API names the event. */
export const eventField = { optievent: "event", realtime: "eid" } as const satisfies Record<Api, string>;

/**
 * The catalog's event that the value of `eventField` names, by key or by id. A key that differs only in its capitals still
 * says which event is meant, so the types of that one hold; the spelling is for validation to find.
 */
export function namedEvent(name: JsonNode, api: Api, catalog: Catalog | null): CatalogEvent | null {
  if (catalog === null || (name.kind !== "string" && name.kind !== "number")) return null;
  return eventNamed(name.kind === "string" ? name.value : name.text, api, catalog);
}

/** The same by what is written there: a key, or the digits of an id. */
export function eventNamed(written: string, api: Api, catalog: Catalog): CatalogEvent | null {
  if (api === "realtime") return findEventById(catalog, Number(written)) ?? null;
  const match = findEventByKey(catalog, written);
  return match.kind === "exact" || match.kind === "case" ? match.item : null;
}
