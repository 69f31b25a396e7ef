import type { Severity } from "../domain/finding.ts";
import type { JsonPath } from "../json/types.ts";
import type { CatalogRuleName } from "./rules.ts";

/** One change of a catalog: a value at a path, or nothing there any more. Paths are those of the catalog that was checked. */
export type CatalogEdit =
  | {
      readonly kind: "set";
      readonly path: JsonPath;
      readonly value: unknown;
      /** How a number is written. */
      readonly digits?: string;
    }
  | { readonly kind: "remove"; readonly path: JsonPath };

/** A change that certainly mends the finding. `label` is what the button says. */
export type CatalogFix = { readonly label: string; readonly edits: readonly CatalogEdit[] };

/** One result of checking a catalog. */
export type CatalogFinding = {
  readonly rule: CatalogRuleName;
  readonly severity: Severity;
  /** JSON pointer into the catalog: `/events/3/parameters/2/name`. */
  readonly path: string;
  /** Places in the lists; null for a finding about the catalog, or the event as a whole. */
  readonly eventIndex: number | null;
  readonly parameterIndex: number | null;
  /** The event's key and the parameter's name, as they are. */
  readonly eventKey: string | null;
  readonly parameter: string | null;
  readonly message: string;
  readonly fix: CatalogFix | null;
};

export type LintOptions = {
  /** Over this many parameters in one event is a finding. */
  readonly maxParameters: number;
};
