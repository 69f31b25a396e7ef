import type { CatalogEvent, Parameter } from "../domain/catalog.ts";

// The demo catalog is data of some hundred lines; these keep a parameter on one line and see to it that none lacks a
// description or an example.

type Extras<Value> = Pick<
  Parameter,
  "required" | "format" | "maxLength" | "minimum" | "maximum" | "monetary"
> & { readonly enum?: Value[] };

export function text(
  name: string,
  description: string,
  example: string,
  extras: Extras<string> = {},
): Parameter {
  return { name, type: "string", description, example, ...extras };
}

export function number(
  name: string,
  description: string,
  example: number,
  extras: Extras<number> = {},
): Parameter {
  return { name, type: "number", description, example, ...extras };
}

export function flag(
  name: string,
  description: string,
  example: boolean,
  extras: Extras<boolean> = {},
): Parameter {
  return { name, type: "boolean", description, example, ...extras };
}

/** An amount in the catalog's currency, never below nothing. */
export function money(
  name: string,
  description: string,
  example: number,
  extras: Extras<number> = {},
): Parameter {
  return number(name, description, example, { monetary: true, minimum: 0, ...extras });
}

export function demoEvent(
  id: number,
  key: string,
  title: string,
  description: string,
  parameters: Parameter[],
): CatalogEvent {
  return { key, id, title, description, apis: ["optievent", "realtime"], parameters };
}

/** Puts a group's name on its events. */
export function inGroup(group: string, events: readonly CatalogEvent[]): CatalogEvent[] {
  return events.map((event) => ({ ...event, group }));
}
