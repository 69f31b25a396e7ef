import type { Catalog, CatalogEvent, Parameter } from "../domain/catalog.ts";
import { lettersOf } from "../validation/event-lookup.ts";
import { matchItems, type Identity } from "./match-items.ts";
import { isSameMember, memberOf, namesOf } from "./same-value.ts";
import { numberTexts, WRITTEN } from "./written.ts";

/** A field with the value it had and has; undefined where it was or is not there. */
export type FieldChange = {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
  /** The digits of its numbers, where the values do not have them. */
  readonly texts?: { readonly before: readonly string[] | null; readonly after: readonly string[] | null };
};

export type ParameterChange =
  | { readonly kind: "added"; readonly name: string; readonly index: number; readonly parameter: Parameter }
  | { readonly kind: "removed"; readonly name: string; readonly index: number; readonly parameter: Parameter }
  | {
      readonly kind: "changed";
      readonly name: string;
      /** What it was called; the same as `name` unless it was renamed. */
      readonly previousName: string;
      readonly index: number;
      readonly previousIndex: number;
      /** It stands elsewhere among the parameters that both have. */
      readonly isMoved: boolean;
      readonly fields: readonly FieldChange[];
    };

export type EventChange =
  | { readonly kind: "added"; readonly key: string; readonly index: number; readonly event: CatalogEvent }
  | { readonly kind: "removed"; readonly key: string; readonly index: number; readonly event: CatalogEvent }
  | {
      readonly kind: "changed";
      readonly key: string;
      readonly previousKey: string;
      readonly index: number;
      readonly previousIndex: number;
      readonly isMoved: boolean;
      /** Those of the event itself. */
      readonly fields: readonly FieldChange[];
      readonly parameters: readonly ParameterChange[];
    };

/**
 * What is different. `index` counts in the newer list, `previousIndex` and that of what was removed in the older; events and
 * parameters that are the same in the same order are not listed. What is removed comes first, the rest in the newer order.
 */
export type CatalogComparison = {
  /** Those of the catalog itself; a convention is `conventions.currency`. */
  readonly fields: readonly FieldChange[];
  readonly events: readonly EventChange[];
};

/**
 * Compares two catalogs. Events are the same by key, parameters by name. One with another name counts as renamed only where
 * that is certain: an event that keeps its id or everything else, a parameter whose name is written differently or that
 * keeps a description that no other has. The order of fields in the file is no difference.
 */
export function compareCatalogs(before: Catalog, after: Catalog): CatalogComparison {
  const conventions = compareFields(before.conventions ?? {}, after.conventions ?? {}, []);
  return {
    fields: [
      ...compareFields(before, after, ["events", "conventions"]),
      ...conventions.map(({ field, before, after }) => ({ field: `conventions.${field}`, before, after })),
    ],
    events: compareEvents(before.events, after.events),
  };
}

/** Whether there is nothing different. */
export function isSameCatalog({ fields, events }: CatalogComparison): boolean {
  return fields.length === 0 && events.length === 0;
}

function compareEvents(before: readonly CatalogEvent[], after: readonly CatalogEvent[]): EventChange[] {
  if (before === after) return [];
  const { pairs, removed, added } = matchItems(before, after, ({ key }) => key, EVENT_IDENTITIES);
  const changed = pairs.flatMap(({ before: previousIndex, after: index, isMoved }): EventChange[] => {
    const [old, event] = [before[previousIndex], after[index]];
    if (old === undefined || event === undefined || (old === event && !isMoved)) return [];
    const fields = compareFields(old, event, ["key", "parameters"]);
    const parameters = compareParameters(old.parameters, event.parameters);
    const isSame = old.key === event.key && !isMoved && fields.length === 0 && parameters.length === 0;
    const keys = { key: event.key, previousKey: old.key };
    return isSame ? [] : [{ kind: "changed", ...keys, index, previousIndex, isMoved, fields, parameters }];
  });
  const listed = (kind: "added" | "removed", events: readonly CatalogEvent[], indexes: readonly number[]) =>
    indexes.flatMap((index): EventChange[] => {
      const event = events[index];
      return event === undefined ? [] : [{ kind, key: event.key, index, event }];
    });
  return [...listed("removed", before, removed), ...byIndex([...listed("added", after, added), ...changed])];
}

function compareParameters(before: readonly Parameter[], after: readonly Parameter[]): ParameterChange[] {
  if (before === after) return [];
  const { pairs, removed, added } = matchItems(before, after, ({ name }) => name, PARAMETER_IDENTITIES);
  const changed = pairs.flatMap(({ before: previousIndex, after: index, isMoved }): ParameterChange[] => {
    const [old, parameter] = [before[previousIndex], after[index]];
    if (old === undefined || parameter === undefined || (old === parameter && !isMoved)) return [];
    const fields = compareFields(old, parameter, ["name"]);
    if (old.name === parameter.name && !isMoved && fields.length === 0) return [];
    const names = { name: parameter.name, previousName: old.name };
    return [{ kind: "changed", ...names, index, previousIndex, isMoved, fields }];
  });
  const listed = (kind: "added" | "removed", parameters: readonly Parameter[], indexes: readonly number[]) =>
    indexes.flatMap((index): ParameterChange[] => {
      const parameter = parameters[index];
      return parameter === undefined ? [] : [{ kind, name: parameter.name, index, parameter }];
    });
  return [...listed("removed", before, removed), ...byIndex([...listed("added", after, added), ...changed])];
}

function byIndex<Change extends { readonly index: number }>(changes: readonly Change[]): Change[] {
  return changes.toSorted((left, right) => left.index - right.index);
}

function compareFields(before: object, after: object, except: readonly string[]): FieldChange[] {
  if (before === after) return [];
  return namesOf(before, after).flatMap((field) => {
    if (field === WRITTEN || except.includes(field)) return [];
    if (isSameMember(before, after, field)) return [];
    const change = { field, before: memberOf(before, field), after: memberOf(after, field) };
    const texts = { before: digitsOf(before, field), after: digitsOf(after, field) };
    return [texts.before === null && texts.after === null ? change : { ...change, texts }];
  });
}

function digitsOf(object: object, field: string): readonly string[] | null {
  return Object.hasOwn(object, WRITTEN) ? numberTexts({ ...object }, field) : null;
}

const EVENT_IDENTITIES: readonly Identity<CatalogEvent>[] = [
  ({ id }) => (id === undefined ? null : String(id)),
  ({ key: _key, [WRITTEN]: _written, ...rest }) => (rest.parameters.length === 0 ? null : canonical(rest)),
];

const PARAMETER_IDENTITIES: readonly Identity<Parameter>[] = [
  ({ name }) => lettersOf(name),
  ({ name: _name, [WRITTEN]: _written, ...rest }) =>
    rest.description === undefined ? null : canonical(rest),
];

/** The same text for values that `isSameValue`. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  const sorted = members.toSorted(([left], [right]) => (left < right ? -1 : 1));
  return `{${sorted.map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`).join(",")}}`;
}
