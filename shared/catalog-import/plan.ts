import type { CatalogComparison, EventChange, FieldChange, ParameterChange } from "../catalog/compare.ts";
import type { Catalog, CatalogEvent, Parameter } from "../domain/catalog.ts";
import { identitiesOf } from "./combine.ts";
import {
  choosingAll,
  mergeImport,
  type EventChoice,
  type Imported,
  type ImportChoice,
  type ImportChoices,
} from "./merge.ts";

/**
 * How an event or parameter of the two catalogs compares. `added`: only the import has it; `changed`: taking it changes the
 * current one; `same`: it does not; `missing`: only the current catalog has it.
 */
export type PlanKind = "added" | "changed" | "same" | "missing";

export type PlannedParameter = {
  readonly id: string;
  readonly name: string;
  readonly kind: PlanKind;
  /** What is done unless the user chooses otherwise. Nothing is removed without being chosen. */
  readonly choice: ImportChoice;
  /** What would change, with the values before and after. */
  readonly fields: readonly FieldChange[];
  readonly parameter: Parameter;
};

export type PlannedEvent = {
  readonly id: string;
  readonly key: string;
  readonly kind: PlanKind;
  readonly choice: ImportChoice;
  /** What would change of the event itself. */
  readonly fields: readonly FieldChange[];
  /** For an event that both have, all parameters of either. */
  readonly parameters: readonly PlannedParameter[];
  readonly event: CatalogEvent;
};

/** What an import would do to a catalog, for showing before anything changes. */
export type ImportPlan = {
  readonly events: readonly PlannedEvent[];
  /** What would change of the catalog itself. */
  readonly catalogFields: readonly FieldChange[];
  readonly counts: Readonly<Record<PlanKind, number>>;
};

/**
 * Compares what was imported with the current catalog, event by event and parameter by parameter. The user's choices go into
 * `mergeImport`, with the ids of the plan; `choicesOf` makes them of the plan as it is suggested.
 */
export function planImport(current: Catalog | null, imported: Imported): ImportPlan {
  const comparison = current === null ? NOTHING_DIFFERENT : comparisonWith(current, imported);
  const changes = new Map(comparison.events.map((change) => [change.key, change]));
  const events = pairsOf(current?.events ?? [], imported.catalog.events, ({ key }) => key).map((pair) =>
    plannedEvent(pair, changes.get(pair.name)),
  );
  const count = (kind: PlanKind): number => events.filter((event) => event.kind === kind).length;
  return {
    events,
    catalogFields: comparison.fields,
    counts: {
      added: count("added"),
      changed: count("changed"),
      same: count("same"),
      missing: count("missing"),
    },
  };
}

/** A new catalog takes over everything, and nothing of it is different from before. */
const NOTHING_DIFFERENT: CatalogComparison = { fields: [], events: [] };

function comparisonWith(current: Catalog, imported: Imported): CatalogComparison {
  const all = { ...choosingAll(current, imported.catalog, false), takesCatalogFields: true };
  return mergeImport(current, imported, all).comparison;
}

/** The choices of a plan, as suggested or as changed by the user. */
export function choicesOf(plan: Pick<ImportPlan, "events">, takesCatalogFields: boolean): ImportChoices {
  const events = plan.events.map(({ id, choice, parameters }): EventChoice => {
    return { id, choice, parameters: parameters.map((one) => ({ id: one.id, choice: one.choice })) };
  });
  return { takesCatalogFields, events };
}

type Pair<Item> = {
  readonly id: string;
  readonly name: string;
  readonly old: Item | undefined;
  readonly item: Item | undefined;
};

/** Items of either list by identity: those of the import in its order, then what it lacks. */
function pairsOf<Item>(
  current: readonly Item[],
  imported: readonly Item[],
  nameOf: (item: Item) => string,
): Pair<Item>[] {
  const currentIds = identitiesOf(current, nameOf);
  const importedIds = identitiesOf(imported, nameOf);
  const old = new Map(current.map((item, index) => [currentIds[index] ?? "", item]));
  const present = new Set(importedIds);
  const pairs = imported.map((item, index): Pair<Item> => {
    const id = importedIds[index] ?? "";
    return { id, name: nameOf(item), old: old.get(id), item };
  });
  const missing = current.flatMap((item, index): Pair<Item>[] => {
    const id = currentIds[index] ?? "";
    return present.has(id) ? [] : [{ id, name: nameOf(item), old: item, item: undefined }];
  });
  return [...pairs, ...missing];
}

const SUGGESTED = {
  added: "add",
  changed: "replace",
  same: "keep",
  missing: "keep",
} as const satisfies Record<PlanKind, ImportChoice>;

function plannedEvent(pair: Pair<CatalogEvent>, change: EventChange | undefined): PlannedEvent {
  const { id, name: key, old, item } = pair;
  const changed = change?.kind === "changed" ? change : null;
  const parameterChanges = new Map((changed?.parameters ?? []).map((one) => [one.name, one]));
  const pairs =
    old !== undefined && item !== undefined ? pairsOf(old.parameters, item.parameters, nameOf) : [];
  const parameters = pairs.map((one) => plannedParameter(one, parameterChanges.get(one.name)));
  const kind = kindOf(pair, changed !== null);
  const event = item ?? old ?? { key, parameters: [] };
  return { id, key, kind, choice: SUGGESTED[kind], fields: changed?.fields ?? [], parameters, event };
}

function nameOf({ name }: Parameter): string {
  return name;
}

function plannedParameter(pair: Pair<Parameter>, change: ParameterChange | undefined): PlannedParameter {
  const { id, name, old, item } = pair;
  const fields = change?.kind === "changed" ? change.fields : [];
  const kind = kindOf(pair, change?.kind === "changed");
  const parameter = item ?? old ?? { name, type: "string" };
  return { id, name, kind, choice: SUGGESTED[kind], fields, parameter };
}

function kindOf({ old, item }: Pair<unknown>, isChanged: boolean): PlanKind {
  if (old === undefined) return "added";
  if (item === undefined) return "missing";
  return isChanged ? "changed" : "same";
}
