import { parameterTypeSchema, type CatalogEvent, type ParameterType } from "../domain/catalog.ts";
import { listed, plural } from "../text/counts.ts";
import { named } from "../validation/words.ts";
import { findingAt } from "./collector.ts";
import { createNameUses, type NameUse } from "./name-uses.ts";
import { STYLE_WORDS } from "./names.ts";
import { renameFixes, type Located, type LocatedPlace } from "./rename-fixes.ts";
import type { CatalogRuleName } from "./rules.ts";
import type { CatalogFinding, CatalogFix } from "./types.ts";

/** What can only be said of parameters together: how they are named and typed across events. */
export type ParameterNames = { check(events: readonly CatalogEvent[]): CatalogFinding[] };

export function createParameterNames(): ParameterNames {
  const uses = createNameUses();
  return {
    check(listed) {
      const events = withoutRepeats(listed);
      uses.update(events);
      const located = locating(events);
      const fixes = renameFixes(uses, located);
      const findings: CatalogFinding[] = [];
      for (const use of uses.styled) findings.push(...styleFindings(use, fixes, located));
      for (const use of uses.mixed) findings.push(...typeFindings(use, located));
      for (const name of uses.cased) {
        findings.push(...caseFindings([...(uses.lower.get(name) ?? [])], fixes, located));
      }
      return findings;
    },
  };
}

/** An event that is in the list twice as one object counts as two. */
function withoutRepeats(events: readonly CatalogEvent[]): readonly CatalogEvent[] {
  const seen = new Set<CatalogEvent>();
  return events.map((event) => {
    const own = seen.has(event) ? { ...event } : event;
    seen.add(event);
    return own;
  });
}

function locating(events: readonly CatalogEvent[]): Located {
  const indexes = new Map(events.map((event, index) => [event, index]));
  return (places) =>
    Array.from(places, ({ event, parameterIndex, type }) => {
      return { event, parameterIndex, type, eventIndex: indexes.get(event) ?? 0 };
    }).sort(
      (left, right) => left.eventIndex - right.eventIndex || left.parameterIndex - right.parameterIndex,
    );
}

type Fixes = ReadonlyMap<string, CatalogFix>;

function at(
  rule: CatalogRuleName,
  { event, eventIndex, parameterIndex }: LocatedPlace,
  field: string,
  message: string,
  fix: CatalogFix | null = null,
): CatalogFinding {
  return findingAt(rule, { event, eventIndex, parameterIndex, field: [field] }, message, { fix });
}

function styleFindings({ name, style, places }: NameUse, fixes: Fixes, located: Located): CatalogFinding[] {
  if (style === null) return [];
  const message = `${named(name)} ${STYLE_WORDS[style]}. Names are snake_case: lower-case words with one underscore between them.`;
  return located(places).map((place) => at(style, place, "name", message, fixes.get(name)));
}

/** Those of the less common types, so that as few as possible have to be looked at. */
function typeFindings({ name, places, types }: NameUse, located: Located): CatalogFinding[] {
  const counted = parameterTypeSchema.options.map((type): [ParameterType, number] => [
    type,
    types.get(type) ?? 0,
  ]);
  const [usual] = mostCommon(counted);
  const counts = counted
    .filter(([, count]) => count > 0)
    .map(([type, count]) => `a ${type} in ${plural(count, "event")}`);
  const message = `${named(name)} is ${listed(counts, 3)}. Whoever fills it in will get one of them wrong.`;
  return located(places)
    .filter(({ type }) => type !== usual)
    .map((place) => at("parameter.type-differs", place, "type", message));
}

function caseFindings(group: readonly NameUse[], fixes: Fixes, located: Located): CatalogFinding[] {
  const byName = group.toSorted((left, right) => (left.name < right.name ? 1 : -1));
  const [usual] = mostCommon(byName.map((use): [NameUse, number] => [use, use.places.size]));
  const findings: CatalogFinding[] = [];
  const earlier = new Map<number, string>();
  for (const place of located(group.flatMap(({ places }) => [...places]))) {
    const name = place.event.parameters[place.parameterIndex]?.name ?? "";
    const other = earlier.get(place.eventIndex);
    if (other !== undefined && other !== name) {
      const message = `${named(name)} and ${named(other)} of one event differ by capitals alone.`;
      findings.push(at("parameter.differs-by-case", place, "name", message));
    }
    earlier.set(place.eventIndex, name);
    if (name === usual.name) continue;
    const message = `${named(name)} is written ${named(usual.name)} elsewhere. Names are case-sensitive: these are two parameters.`;
    findings.push(at("parameter.case-across-events", place, "name", message, fixes.get(name)));
  }
  return findings;
}

/** The first of those with the highest count. */
function mostCommon<Item>(counted: readonly (readonly [Item, number])[]): readonly [Item, number] {
  return counted.reduce((best, one) => (one[1] > best[1] ? one : best));
}
