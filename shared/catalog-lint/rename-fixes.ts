import { plural } from "../text/counts.ts";
import { SYSTEM_PARAMETERS } from "../validation/system-parameters.ts";
import type { NamePlace, NameUse, NameUses } from "./name-uses.ts";
import { snakeCased } from "./names.ts";
import type { CatalogFix } from "./types.ts";

/** Where a parameter is, as numbers, in the order of the catalog. */
export type Located = (places: Iterable<NamePlace>) => readonly LocatedPlace[];
export type LocatedPlace = NamePlace & { readonly eventIndex: number };

/**
 * The fixes that give parameters a name in the vendor's style, by the name they have. All that become the same name are
 * renamed together, and only where that makes nothing else wrong: no event would have the name twice, all are of one type,
 * and nothing is left that differs by capitals.
 */
export function renameFixes(uses: NameUses, located: Located): ReadonlyMap<string, CatalogFix> {
  const groups = new Map<string, NameUse[]>();
  for (const use of uses.styled) {
    const target = snakeCased(use.name);
    if (target === null) continue;
    const known = groups.get(target);
    if (known === undefined) groups.set(target, [use]);
    else known.push(use);
  }
  const fixes = new Map<string, CatalogFix>();
  for (const [target, renamed] of groups) {
    if (!isCertain(target, renamed, uses)) continue;
    const fix = renamingFix(target, located(renamed.flatMap(({ places }) => [...places])));
    for (const { name } of renamed) fixes.set(name, fix);
  }
  return fixes;
}

function isCertain(target: string, renamed: readonly NameUse[], { exact, lower }: NameUses): boolean {
  const there = exact.get(target);
  const group = there === undefined ? renamed : [...renamed, there];
  if (SYSTEM_PARAMETERS.some(({ name }) => name === target)) return false;
  if (new Set(group.flatMap(({ types }) => [...types.keys()])).size > 1) return false;
  if ([...(lower.get(target) ?? [])].some((use) => !group.includes(use))) return false;
  const events = group.flatMap(({ places }) => [...places].map(({ event }) => event));
  return new Set(events).size === events.length;
}

function renamingFix(target: string, places: readonly LocatedPlace[]): CatalogFix {
  const where = places.length === 1 ? "" : ` in ${plural(places.length, "event")}`;
  return {
    label: `Rename to ${target}${where}`,
    edits: places.map(({ eventIndex, parameterIndex }) => ({
      kind: "set",
      path: ["events", eventIndex, "parameters", parameterIndex, "name"],
      value: target,
    })),
  };
}
