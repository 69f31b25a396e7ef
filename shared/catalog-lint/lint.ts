import type { Catalog, CatalogEvent } from "../domain/catalog.ts";
import { plural } from "../text/counts.ts";
import { findingAt } from "./collector.ts";
import { checkEventNames } from "./event-names.ts";
import { checkEvent } from "./event-rules.ts";
import { createParameterNames } from "./parameter-names.ts";
import type { CatalogFinding, LintOptions } from "./types.ts";

export const DEFAULT_LINT_OPTIONS: LintOptions = { maxParameters: 50 };

/** Checks catalogs. One that is asked again looks only at the events that are other objects than before, or stand elsewhere. */
export type CatalogLinter = { lint(catalog: Catalog): CatalogFinding[] };

/** Everything that is to be said of a catalog, in its order; what concerns the whole comes first. */
export function lintCatalog(catalog: Catalog, options?: LintOptions): CatalogFinding[] {
  return createCatalogLinter(options).lint(catalog);
}

/** For whoever edits: catalogs of which most events stay the same objects from one time to the next. */
export function createCatalogLinter(options: LintOptions = DEFAULT_LINT_OPTIONS): CatalogLinter {
  const known = new WeakMap<
    CatalogEvent,
    { readonly eventIndex: number; readonly findings: CatalogFinding[] }
  >();
  const parameterNames = createParameterNames();
  const check = (event: CatalogEvent, eventIndex: number): CatalogFinding[] => {
    const before = known.get(event);
    if (before?.eventIndex === eventIndex) return before.findings;
    const findings = checkEvent(event, eventIndex, options);
    known.set(event, { eventIndex, findings });
    return findings;
  };
  return {
    lint(catalog) {
      const findings = checkCatalog(catalog);
      for (const [eventIndex, event] of catalog.events.entries()) {
        for (const finding of check(event, eventIndex)) findings.push(finding);
      }
      for (const finding of checkEventNames(catalog.events)) findings.push(finding);
      for (const finding of parameterNames.check(catalog.events)) findings.push(finding);
      return findings.sort(byPlace);
    },
  };
}

function checkCatalog({ conventions, events }: Catalog): CatalogFinding[] {
  if ((conventions?.currency ?? "").trim() !== "") return [];
  let count = 0;
  for (const { parameters } of events)
    for (const { monetary } of parameters) if (monetary === true) count += 1;
  if (count === 0) return [];
  const place = { event: null, eventIndex: null, parameterIndex: null, field: ["conventions", "currency"] };
  const message = `The catalog does not say in which currency ${plural(count, "parameter is", "parameters are")} meant. The vendor converts nothing.`;
  return [findingAt("money.no-currency", place, message)];
}

function byPlace(left: CatalogFinding, right: CatalogFinding): number {
  return (
    (left.eventIndex ?? -1) - (right.eventIndex ?? -1) ||
    (left.parameterIndex ?? -1) - (right.parameterIndex ?? -1) ||
    order(left.path, right.path) ||
    order(left.rule, right.rule)
  );
}

function order(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
