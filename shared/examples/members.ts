import type { DraftField } from "../compose/new-draft.ts";
import type { CatalogEvent, Parameter } from "../domain/catalog.ts";
import { named } from "../validation/words.ts";
import { exampleValue, type ValueSource } from "./example-value.ts";
import type { ExampleProblem } from "./types.ts";

/** The parameters of an event by name in their order; of several of one name the last one says what its value may be. */
export function parametersByName(event: CatalogEvent): ReadonlyMap<string, Parameter> {
  return new Map(event.parameters.map((parameter) => [parameter.name, parameter]));
}

/** The names that must be there; of several parameters of one name, one is enough. */
export function requiredNames(event: CatalogEvent): ReadonlySet<string> {
  return new Set(event.parameters.filter(({ required }) => required === true).map(({ name }) => name));
}

/**
 * The members of `context` for an example, and which required ones cannot be right. `share` is how many of the optional
 * parameters it has, from 0 to 1.
 */
export function exampleMembers(
  event: CatalogEvent,
  source: ValueSource,
  share: number,
): { readonly members: DraftField[]; readonly problems: ExampleProblem[] } {
  const members: DraftField[] = [];
  const problems: ExampleProblem[] = [];
  const required = requiredNames(event);
  for (const [name, parameter] of parametersByName(event)) {
    // Asked for each, so that whether one is there does not depend on the others.
    const isChosen = source.random() < share;
    if (!required.has(name) && !isChosen) continue;
    const value = exampleValue(parameter, source);
    if (value !== null) members.push([name, value]);
    else if (required.has(name)) {
      const message = `Nothing fits what the catalog says of ${named(name)}, which the event must have.`;
      problems.push({ parameter: name, message });
    }
  }
  return { members, problems };
}
