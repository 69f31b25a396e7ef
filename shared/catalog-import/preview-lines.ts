import type { CatalogComparison, EventChange } from "../catalog/compare.ts";
import { describeComparison, describeEventChange } from "../catalog/describe-comparison.ts";
import { eventFacts, parameterFacts, type ItemFact } from "../catalog/item-facts.ts";
import type { CatalogEvent, Parameter } from "../domain/catalog.ts";
import { named } from "../validation/words.ts";
import type { ImportGuess } from "./types.ts";

type Line = { readonly text: string };
type IsGuessed = (event: string | null, parameter: string | null, field: string) => boolean;

/**
 * What an import would change, line by line, for looking at before it does: below what is added stands what it says, with
 * what of it was guessed.
 */
export function previewLines(comparison: CatalogComparison, guesses: readonly ImportGuess[]): Line[] {
  const guessed = new Set(
    guesses.map(({ event, parameter, field }) => JSON.stringify([event, parameter, field])),
  );
  const isGuessed: IsGuessed = (...subject) => guessed.has(JSON.stringify(subject));
  const own = describeComparison({ ...comparison, events: [] });
  return [...own, ...comparison.events.flatMap((change) => linesOf(change, isGuessed))];
}

function linesOf(change: EventChange, isGuessed: IsGuessed): Line[] {
  const lines = describeEventChange(change);
  if (change.kind === "removed") return lines;
  if (change.kind === "added") return [...lines, ...wholeEvent(change.event, isGuessed)];
  const added = new Map(
    change.parameters.flatMap((one) => (one.kind === "added" ? [[one.name, one.parameter] as const] : [])),
  );
  return lines.flatMap((line): Line[] => {
    const parameter =
      line.kind === "added" && line.parameter !== null ? added.get(line.parameter) : undefined;
    if (parameter !== undefined) return [line, parameterLine(parameter, change.key, isGuessed)];
    const isGuess = line.field !== undefined && isGuessed(line.eventKey, line.parameter, line.field);
    return [isGuess ? { text: `${line.text} This was guessed.` } : line];
  });
}

function wholeEvent(event: CatalogEvent, isGuessed: IsGuessed): Line[] {
  const own = words(eventFacts(event), (field) => isGuessed(event.key, null, field));
  const parameters = event.parameters.map((parameter) => parameterLine(parameter, event.key, isGuessed));
  return own === "" ? parameters : [{ text: `  ${own}` }, ...parameters];
}

function parameterLine(parameter: Parameter, event: string, isGuessed: IsGuessed): Line {
  const said = words(parameterFacts(parameter), (field) => isGuessed(event, parameter.name, field));
  return { text: `  ${named(parameter.name)}: ${said}` };
}

function words(facts: readonly ItemFact[], isGuess: (field: string) => boolean): string {
  return facts.map(({ field, text }) => (isGuess(field) ? `${text} (guessed)` : text)).join(", ");
}
