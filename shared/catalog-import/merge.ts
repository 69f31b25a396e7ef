import { compareCatalogs, type CatalogComparison } from "../catalog/compare.ts";
import { overlayWritten, WRITTEN } from "../catalog/written.ts";
import type { Catalog, CatalogEvent, Parameter } from "../domain/catalog.ts";
import { byIdentity, combine, identitiesOf } from "./combine.ts";
import type { CatalogImport } from "./types.ts";

/**
 * What is to become of an event or parameter. `add` and `replace` take what was imported, `keep` leaves things as they are
 * (what is new stays out), `remove` takes out what the import does not have.
 */
export type ImportChoice = "add" | "replace" | "keep" | "remove";

/** `id` is that of the plan: the name, and for a second one of that name something that tells them apart. */
export type ParameterChoice = { readonly id: string; readonly choice: ImportChoice };
export type EventChoice = {
  readonly id: string;
  readonly choice: ImportChoice;
  /** Those of an event that both have; they count when the event is replaced. What is not listed is kept. */
  readonly parameters: readonly ParameterChoice[];
};
export type ImportChoices = {
  /** Whether name, conventions and what else is the catalog's own are taken over. */
  readonly takesCatalogFields: boolean;
  /** What is not listed is kept. */
  readonly events: readonly EventChoice[];
};

/** What was imported, as far as merging goes by it. */
export type Imported = Pick<CatalogImport, "catalog" | "format" | "guesses">;

export type MergedImport = { readonly catalog: Catalog; readonly comparison: CatalogComparison };

/**
 * Puts what was imported into a catalog, as far as chosen, and says what that changes. Of an event or parameter that is
 * replaced, fields that the source does not speak of stay, ids and unknown ones included, and a guess replaces nothing; a
 * catalog file speaks of everything, so that what it lacks goes. null as the current catalog starts a new one.
 */
export function mergeImport(
  current: Catalog | null,
  imported: Imported,
  choices: ImportChoices,
): MergedImport {
  const before = current ?? { ...imported.catalog, events: [] };
  const isComplete = imported.format === "catalog";
  const guessed = guessedFields(imported);
  const byEvent = new Map(choices.events.map((choice) => [choice.id, choice]));
  const events = combine<CatalogEvent>({
    current: before.events,
    imported: imported.catalog.events,
    nameOf: ({ key }) => key,
    isComplete,
    choices: new Map(choices.events.map(({ id, choice }) => [id, choice])),
    take: (old, event, id) => takeEvent(old, event, byEvent.get(id)?.parameters ?? [], isComplete, guessed),
  });
  const own = choices.takesCatalogFields
    ? overlay<Catalog>(before, imported.catalog, isComplete, () => false)
    : before;
  const catalog: Catalog = { ...own, events };
  return { catalog, comparison: compareCatalogs(before, catalog) };
}

function takeEvent(
  old: CatalogEvent,
  event: CatalogEvent,
  choices: readonly ParameterChoice[],
  isComplete: boolean,
  guessed: ReadonlySet<string>,
): CatalogEvent {
  const parameters = combine<Parameter>({
    current: old.parameters,
    imported: event.parameters,
    nameOf: ({ name }) => name,
    isComplete,
    choices: new Map(choices.map(({ id, choice }) => [id, choice])),
    take: (before, parameter) =>
      overlay(before, parameter, isComplete, (field) =>
        guessed.has(guessId(event.key, parameter.name, field)),
      ),
  });
  const own = overlay(old, event, isComplete, (field) => guessed.has(guessId(event.key, null, field)));
  return { ...own, parameters };
}

/** The fields of both, those of the import first, but for guesses about what is known. */
function overlay<Item extends Record<string, unknown>>(
  old: Item,
  item: Item,
  isComplete: boolean,
  isGuessed: (field: string) => boolean,
): Item {
  if (isComplete) return item;
  const taken = Object.entries(item).filter(
    ([field]) => field !== WRITTEN && !(isGuessed(field) && Object.hasOwn(old, field)),
  );
  const written = overlayWritten(old, item, new Set(taken.map(([field]) => field)));
  const { [WRITTEN]: _old, ...others } = old;
  const memory = written === null ? {} : { [WRITTEN]: written };
  return { ...others, ...Object.fromEntries(taken), ...memory } as unknown as Item;
}

function guessedFields({ guesses }: Imported): ReadonlySet<string> {
  return new Set(guesses.map(({ event, parameter, field }) => guessId(event, parameter, field)));
}

function guessId(event: string, parameter: string | null, field: string): string {
  return JSON.stringify([event, parameter, field]);
}

/** Takes over all that was imported. `removesOthers`: what it lacks goes. */
export function choosingAll(
  current: Catalog | null,
  imported: Catalog,
  removesOthers: boolean,
): ImportChoices {
  const old = byIdentity(current?.events ?? [], ({ key }) => key);
  const news = byIdentity(imported.events, ({ key }) => key);
  const rest: ImportChoice = removesOthers ? "remove" : "keep";
  const taken = [...news].map(([id, event]): EventChoice => {
    const before = old.get(id);
    if (before === undefined) return { id, choice: "add", parameters: [] };
    return { id, choice: "replace", parameters: parameterChoices(before.parameters, event.parameters, rest) };
  });
  const missing = [...old.keys()].filter((id) => !news.has(id));
  return {
    takesCatalogFields: removesOthers,
    events: [...taken, ...missing.map((id): EventChoice => ({ id, choice: rest, parameters: [] }))],
  };
}

function parameterChoices(
  old: readonly Parameter[],
  news: readonly Parameter[],
  rest: ImportChoice,
): ParameterChoice[] {
  const known = new Set(identitiesOf(old, ({ name }) => name));
  const ids = new Set(identitiesOf(news, ({ name }) => name));
  const taken = [...ids].map((id): ParameterChoice => ({ id, choice: known.has(id) ? "replace" : "add" }));
  const missing = [...known].filter((id) => !ids.has(id));
  return [...taken, ...missing.map((id) => ({ id, choice: rest }))];
}
