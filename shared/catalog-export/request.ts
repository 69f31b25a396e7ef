import type { Catalog, CatalogEvent, Parameter } from "../domain/catalog.ts";

/** An event that the vendor is asked to configure, with the parameters that it is asked for. */
export type RequestedEvent = {
  readonly key: string;
  /** The vendor has the event already; only its parameters are new. */
  readonly isKnown: boolean;
  readonly parameters: readonly RequestedParameter[];
};

/** `type` is another than it was where the vendor has the parameter already. */
export type RequestedParameter = {
  readonly name: string;
  readonly type: Parameter["type"];
  readonly previousType: Parameter["type"] | null;
};

/** What a catalog asks of the vendor's Product Integration Team: event names, parameter names, parameter types. */
export type CatalogRequest = {
  readonly catalogName: string;
  readonly currency: string | null;
  readonly language: string | null;
  /** Only what the catalog did not have before is asked for. */
  readonly isDifference: boolean;
  readonly events: readonly RequestedEvent[];
};

/**
 * The request for a catalog; with `since`, an earlier version of it, for the events and parameters that are new or have
 * another type.
 */
export function requestOf(catalog: Catalog, since: Catalog | null): CatalogRequest {
  const before = new Map((since?.events ?? []).map((event) => [event.key, event]));
  const events = catalog.events.flatMap((event): RequestedEvent[] => {
    const known = before.get(event.key);
    const parameters = requestedParameters(event, known);
    if (known !== undefined && parameters.length === 0) return [];
    return [{ key: event.key, isKnown: known !== undefined, parameters }];
  });
  const { currency = null, language = null } = catalog.conventions ?? {};
  return { catalogName: catalog.name, currency, language, isDifference: since !== null, events };
}

function requestedParameters(event: CatalogEvent, known: CatalogEvent | undefined): RequestedParameter[] {
  const types = new Map((known?.parameters ?? []).map(({ name, type }) => [name, type]));
  return event.parameters.flatMap(({ name, type }) => {
    const previousType = types.get(name) ?? null;
    return previousType === type ? [] : [{ name, type, previousType }];
  });
}
