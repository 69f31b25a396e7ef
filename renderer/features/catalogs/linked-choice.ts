import { isSameValue } from "../../../shared/catalog/same-value.ts";
import { byIdentity } from "../../../shared/catalog-import/combine.ts";
import { mergeImport } from "../../../shared/catalog-import/merge.ts";
import { planImport, type ImportPlan, type PlannedEvent } from "../../../shared/catalog-import/plan.ts";
import type { Catalog, CatalogEvent, Parameter } from "../../../shared/domain/catalog.ts";
import {
  differingParameters,
  eventId,
  isEventTaken,
  isParameterTaken,
  mergeChoices,
  parameterId,
  type Decisions,
} from "./import/import-choices.ts";

/** A catalog, its linked file, and what both were when they were last in step; null where they never were. */
export type LinkedSides = { readonly base: Catalog | null; readonly ours: Catalog; readonly file: Catalog };

/** What is to be taken of a linked file. */
export type LinkedChoice = { readonly decisions: Decisions; readonly takesFields: boolean };

const imported = (file: Catalog) => ({ catalog: file, format: "catalog" as const, guesses: [] });

/** What taking the file would change, event by event and parameter by parameter. */
export function linkedPlan({ ours, file }: LinkedSides): ImportPlan {
  return planImport(ours, imported(file));
}

/**
 * What is ticked at first: what was changed in the file and not here. Of what both changed ours stands, and what is only ours is
 * no reason to lose it. Where the two were never in step, the file was just chosen, and all of it is.
 */
export function suggestedChoice(plan: ImportPlan, { base, ours, file }: LinkedSides): LinkedChoice {
  const [was, own, theirs] = [eventsOf(base), eventsOf(ours), eventsOf(file)];
  const decisions = new Map<string, boolean>();
  for (const event of differing(plan)) {
    const [before, mine, other] = [was.get(event.id), own.get(event.id), theirs.get(event.id)];
    decisions.set(eventId(event), base === null || isTheirs(before, mine, other));
    const parameters = [parametersOf(before), parametersOf(mine), parametersOf(other)] as const;
    for (const parameter of differingParameters(event)) {
      const [first, left, right] = parameters.map((named) => named.get(parameter.id));
      decisions.set(parameterId(event, parameter), base === null || isTheirs(first, left, right));
    }
  }
  return { decisions, takesFields: base === null || isTheirs(headOf(base), headOf(ours), headOf(file)) };
}

/** Whether nothing of the file is left out, so that it can be taken as it is. */
export function isAllTaken(plan: ImportPlan, { decisions, takesFields }: LinkedChoice): boolean {
  const isWhole = takesFields || plan.catalogFields.length === 0;
  return isWhole && differing(plan).every((event) => isWholeEvent(event, decisions));
}

/** Whether anything of it is taken at all. */
export function isAnyTaken(plan: ImportPlan, { decisions, takesFields }: LinkedChoice): boolean {
  if (takesFields && plan.catalogFields.length > 0) return true;
  return differing(plan).some((event) => isEventTaken(event, decisions));
}

/** Ours with what was chosen of the file. */
export function chosenCatalog(plan: ImportPlan, choice: LinkedChoice, { ours, file }: LinkedSides): Catalog {
  const choices = mergeChoices(plan, choice.decisions, choice.takesFields);
  return mergeImport(ours, imported(file), choices).catalog;
}

function isWholeEvent(event: PlannedEvent, decisions: Decisions): boolean {
  if (!isEventTaken(event, decisions)) return false;
  return differingParameters(event).every((one) => isParameterTaken(event, one, decisions));
}

function differing({ events }: ImportPlan): PlannedEvent[] {
  return events.filter((event) => event.kind !== "same" || differingParameters(event).length > 0);
}

/** Changed in the file, and as it was here. undefined stands for what is not there. */
function isTheirs(before: unknown, ours: unknown, theirs: unknown): boolean {
  return isSameValue(before, ours) && !isSameValue(before, theirs);
}

/** The catalog's own fields alone. */
function headOf(catalog: Catalog): Catalog {
  return { ...catalog, events: [] };
}

function eventsOf(catalog: Catalog | null): ReadonlyMap<string, CatalogEvent> {
  return byIdentity(catalog?.events ?? [], ({ key }) => key);
}

function parametersOf(event: CatalogEvent | undefined): ReadonlyMap<string, Parameter> {
  return byIdentity(event?.parameters ?? [], ({ name }) => name);
}
