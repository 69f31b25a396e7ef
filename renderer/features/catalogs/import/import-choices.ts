import type { ImportChoices, ImportChoice } from "../../../../shared/catalog-import/merge.ts";
import {
  choicesOf,
  type ImportPlan,
  type PlanKind,
  type PlannedEvent,
  type PlannedParameter,
} from "../../../../shared/catalog-import/plan.ts";

/** What differs from the plan's suggestion: events by id, parameters by the event's id and their own. */
export type Decisions = ReadonlyMap<string, boolean>;

export const NO_DECISIONS: Decisions = new Map();

export function eventId(event: PlannedEvent): string {
  return JSON.stringify([event.id]);
}

export function parameterId(event: PlannedEvent, parameter: PlannedParameter): string {
  return JSON.stringify([event.id, parameter.id]);
}

/** Whether the plan does something with it: takes what is new or different, takes out what is missing. */
export function isTaken(choice: ImportChoice, decision: boolean | undefined): boolean {
  return decision ?? choice !== "keep";
}

/** The choice that a decision stands for. */
export function choiceOf(kind: PlanKind, choice: ImportChoice, decision: boolean | undefined): ImportChoice {
  if (!isTaken(choice, decision)) return "keep";
  switch (kind) {
    case "added":
      return "add";
    case "missing":
      return "remove";
    default:
      return "replace";
  }
}

/** The decisions with this one for all events of a kind. */
export function decideAll(
  plan: ImportPlan,
  decisions: Decisions,
  kind: PlanKind,
  isWanted: boolean,
): Decisions {
  const next = new Map(decisions);
  for (const event of plan.events) if (event.kind === kind) next.set(eventId(event), isWanted);
  return next;
}

/** A parameter of an event that is not taken does not count; wanting one of them takes its event. */
export function decide(decisions: Decisions, id: string, isWanted: boolean): Decisions {
  return new Map(decisions).set(id, isWanted);
}

export function mergeChoices(
  plan: ImportPlan,
  decisions: Decisions,
  takesCatalogFields: boolean,
): ImportChoices {
  const events = plan.events.map((event) => ({
    ...event,
    choice: choiceOf(event.kind, event.choice, decisions.get(eventId(event))),
    parameters: event.parameters.map((parameter) => ({
      ...parameter,
      choice: choiceOf(parameter.kind, parameter.choice, decisions.get(parameterId(event, parameter))),
    })),
  }));
  return choicesOf({ events }, takesCatalogFields);
}

/** How many events of each kind would be taken. */
export function countTaken(plan: ImportPlan, decisions: Decisions): Readonly<Record<PlanKind, number>> {
  const counts = { added: 0, changed: 0, same: 0, missing: 0 };
  for (const event of plan.events) {
    if (isTaken(event.choice, decisions.get(eventId(event)))) counts[event.kind] += 1;
  }
  return counts;
}
