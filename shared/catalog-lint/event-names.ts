import { isSameValue } from "../catalog/same-value.ts";
import type { CatalogEvent } from "../domain/catalog.ts";
import { named } from "../validation/words.ts";
import { findingAt } from "./collector.ts";
import { snakeCased, STYLE_WORDS, styleRuleOf } from "./names.ts";
import type { CatalogFinding, CatalogFix } from "./types.ts";

/** What can only be said of events together: their keys and ids. */
export function checkEventNames(events: readonly CatalogEvent[]): CatalogFinding[] {
  const findings: CatalogFinding[] = [];
  const groups = groupKeys(events);
  const ids = new Map<number, CatalogEvent>();
  const firstOf = new Map<string, CatalogEvent>();
  for (const [eventIndex, event] of events.entries()) {
    const place = (field: string) => ({ event, eventIndex, parameterIndex: null, field: [field] });
    const rule = styleRuleOf(event.key);
    if (rule !== null) {
      const fix = renamingFix(event.key, eventIndex, groups);
      const message = `${named(event.key)} ${STYLE_WORDS[rule]}. Names are snake_case: lower-case words with one underscore between them.`;
      findings.push(findingAt(rule, place("key"), message, { fix }));
    }
    const first = firstOf.get(event.key);
    if (first === undefined) firstOf.set(event.key, event);
    else {
      const fix = isSameValue(first, event) ? removingFix(event.key, eventIndex) : null;
      const end = fix === null ? "only one of them is ever found" : "they are the same in everything";
      findings.push(
        findingAt(
          "event.duplicate-key",
          place("key"),
          `Another event is called ${named(event.key)}; ${end}.`,
          { fix },
        ),
      );
    }
    const other = groups.lower.get(event.key.toLowerCase())?.[0];
    if (other !== undefined && other !== event.key) {
      const message = `${named(event.key)} and ${named(other)} differ by capitals alone.`;
      findings.push(findingAt("event.differs-by-case", place("key"), message));
    }
    if (event.id === undefined) continue;
    const sameId = ids.get(event.id);
    if (sameId === undefined) ids.set(event.id, event);
    else {
      const message = `${named(event.key)} has the id ${event.id}, as ${named(sameId.key)} has.`;
      findings.push(findingAt("event.duplicate-id", place("id"), message));
    }
  }
  return findings;
}

/** Different keys in the order of the catalog, by what they would be in the vendor's style and without capitals. */
type KeyGroups = {
  readonly count: ReadonlyMap<string, number>;
  readonly lower: ReadonlyMap<string, readonly string[]>;
  readonly snake: ReadonlyMap<string, readonly string[]>;
};

function groupKeys(events: readonly CatalogEvent[]): KeyGroups {
  const count = new Map<string, number>();
  for (const { key } of events) count.set(key, (count.get(key) ?? 0) + 1);
  const keys = [...count.keys()];
  return {
    count,
    lower: Map.groupBy(keys, (key) => key.toLowerCase()),
    snake: Map.groupBy(keys, (key) => snakeCased(key) ?? key),
  };
}

/** Certain where the new key is nobody else's, capitals aside, and nobody else would get it. */
function renamingFix(key: string, eventIndex: number, { count, lower, snake }: KeyGroups): CatalogFix | null {
  const target = snakeCased(key);
  if (target === null || count.get(key) !== 1) return null;
  const isAlone = (snake.get(target) ?? []).every((other) => other === key);
  const isFree = (lower.get(target) ?? []).every((other) => other === key);
  if (!isAlone || !isFree) return null;
  const path = ["events", eventIndex, "key"];
  return { label: `Rename to ${target}`, edits: [{ kind: "set", path, value: target }] };
}

function removingFix(key: string, eventIndex: number): CatalogFix {
  return { label: `Remove the second ${key}`, edits: [{ kind: "remove", path: ["events", eventIndex] }] };
}
