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

/** What taking it means. */
function deedOf(kind: PlanKind): ImportChoice {
  switch (kind) {
    case "added":
      return "add";
    case "missing":
      return "remove";
    default:
      return "replace";
  }
}

/** Parameters that only one of the two has, or that differ. */
export function differingParameters({ parameters }: PlannedEvent): readonly PlannedParameter[] {
  return parameters.filter(({ kind }) => kind !== "same");
}

/** An event that taking the source leaves as it is, with parameters that the source lacks: those may be deleted. */
export function lacksParametersOnly(event: PlannedEvent): boolean {
  return event.kind === "same" && differingParameters(event).length > 0;
}

export function isParameterTaken(
  event: PlannedEvent,
  parameter: PlannedParameter,
  decisions: Decisions,
): boolean {
  return isTaken(parameter.choice, decisions.get(parameterId(event, parameter)));
}

/** Whether anything is done with the event. What changes nothing does not count, though it is ticked. */
export function isEventTaken(event: PlannedEvent, decisions: Decisions): boolean {
  const decision = decisions.get(eventId(event));
  const differing = differingParameters(event);
  const isAnyTaken = differing.some((parameter) => isParameterTaken(event, parameter, decisions));
  if (event.kind === "same") return decision !== false && isAnyTaken;
  if (!isTaken(event.choice, decision)) return false;
  return event.kind !== "changed" || event.fields.length > 0 || differing.length === 0 || isAnyTaken;
}

/** The decisions with this one for all events of a kind; for what is missing, for missing parameters too. */
export function decideAll(
  plan: ImportPlan,
  decisions: Decisions,
  kind: PlanKind,
  isWanted: boolean,
): Decisions {
  const next = new Map(decisions);
  for (const event of plan.events) {
    if (event.kind === kind) next.set(eventId(event), isWanted);
    if (kind !== "missing" || !lacksParametersOnly(event)) continue;
    next.set(eventId(event), isWanted);
    for (const one of differingParameters(event)) next.set(parameterId(event, one), isWanted);
  }
  return next;
}

export function decide(decisions: Decisions, id: string, isWanted: boolean): Decisions {
  return new Map(decisions).set(id, isWanted);
}

/** Deletes or keeps a parameter. Of an event that is otherwise the same, wanting one of them takes the event. */
export function decideParameter(
  decisions: Decisions,
  event: PlannedEvent,
  parameter: PlannedParameter,
  isWanted: boolean,
): Decisions {
  const next = decide(decisions, parameterId(event, parameter), isWanted);
  return event.kind === "same" ? decide(next, eventId(event), true) : next;
}

export function mergeChoices(
  plan: ImportPlan,
  decisions: Decisions,
  takesCatalogFields: boolean,
): ImportChoices {
  const events = plan.events.map((event) => ({
    ...event,
    choice: isEventTaken(event, decisions) ? deedOf(event.kind) : "keep",
    parameters: event.parameters.map((parameter) => ({
      ...parameter,
      choice: isParameterTaken(event, parameter, decisions) ? deedOf(parameter.kind) : "keep",
    })),
  }));
  return choicesOf({ events }, takesCatalogFields);
}

/** How many events of each kind would be taken. */
export function countTaken(plan: ImportPlan, decisions: Decisions): Readonly<Record<PlanKind, number>> {
  const counts = { added: 0, changed: 0, same: 0, missing: 0 };
  for (const event of plan.events) {
    if (isEventTaken(event, decisions)) counts[event.kind] += 1;
  }
  return counts;
}
