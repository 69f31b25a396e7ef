import { compareCatalogs } from "../../../shared/catalog/compare.ts";
import { summariseComparison } from "../../../shared/catalog/summarise-comparison.ts";
import { countParameters, type StoredCatalog } from "../../../shared/domain/catalog.ts";
import type { VersionAbout, VersionOrigin } from "../../../shared/domain/catalog-version.ts";
import { plural } from "../../../shared/text/counts.ts";

/** Of a version of which nothing else is known. */
export const UNKNOWN_ORIGIN: VersionOrigin = { kind: "edit", detail: null };

/** What is to be said of a version that follows `before`, or that is the first. */
export function aboutOf(
  { version, savedAt, catalog }: StoredCatalog,
  origin: VersionOrigin,
  before: StoredCatalog | null,
): VersionAbout {
  const [eventCount, parameterCount] = [catalog.events.length, countParameters(catalog)];
  const summary =
    before === null
      ? `${plural(eventCount, "event")} with ${plural(parameterCount, "parameter")}.`
      : summariseComparison(compareCatalogs(before.catalog, catalog));
  return { version, savedAt, origin, summary, eventCount, parameterCount };
}
