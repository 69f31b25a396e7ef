import type { CatalogEvent, Parameter } from "../domain/catalog.ts";
import { uniqueName } from "./unique-name.ts";

/** Rows of a table from `first` to `last`, both included; `first` is never after `last`. */
export type RowRange = { readonly first: number; readonly last: number };

export function insertParameters(
  event: CatalogEvent,
  at: number,
  parameters: readonly Parameter[],
): CatalogEvent {
  return { ...event, parameters: event.parameters.toSpliced(at, 0, ...parameters) };
}

/** A new parameter with a name that the event does not have yet. */
export function newParameter(event: CatalogEvent): Parameter {
  return { name: uniqueName("new_parameter", namesOf(event)), type: "string" };
}

export function removeParameters(event: CatalogEvent, { first, last }: RowRange): CatalogEvent {
  return { ...event, parameters: event.parameters.toSpliced(first, last - first + 1) };
}

/** Puts copies after the rows, with names of their own. */
export function duplicateParameters(event: CatalogEvent, { first, last }: RowRange): CatalogEvent {
  const taken = new Set(namesOf(event));
  const copies: Parameter[] = [];
  for (const parameter of event.parameters.slice(first, last + 1)) {
    const name = uniqueName(`${parameter.name}_copy`, taken);
    taken.add(name);
    copies.push({ ...parameter, name });
  }
  return insertParameters(event, last + 1, copies);
}

/** Moves the rows by so many places, as far as there is room. Answers where they are then. */
export function moveParameters(
  event: CatalogEvent,
  { first, last }: RowRange,
  by: number,
): { readonly event: CatalogEvent; readonly rows: RowRange } {
  const most = event.parameters.length - 1 - last;
  const step = Math.min(Math.max(by, -first), most);
  if (step === 0) return { event, rows: { first, last } };
  const moved = event.parameters.slice(first, last + 1);
  const rest = event.parameters.toSpliced(first, moved.length);
  return {
    event: { ...event, parameters: rest.toSpliced(first + step, 0, ...moved) },
    rows: { first: first + step, last: last + step },
  };
}

export function namesOf(event: CatalogEvent): ReadonlySet<string> {
  return new Set(event.parameters.map((parameter) => parameter.name));
}
