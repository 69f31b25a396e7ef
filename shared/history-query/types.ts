import type { FacetName } from "./facet-names.ts";

/** `-outcome:rejected,failed`: one of the values, or with `negated` none of them. Values are as typed, operators included. */
export type FacetTerm = {
  readonly kind: "facet";
  readonly negated: boolean;
  readonly facet: FacetName;
  readonly values: readonly string[];
};

/** Text that request, answer, message or note contain, whatever its case; with `negated` that none of them does. */
export type TextTerm = { readonly kind: "text"; readonly negated: boolean; readonly text: string };

/** All terms of a query have to hold. */
export type Term = FacetTerm | TextTerm;

/** UTF-16 offsets into the query's text, `to` exclusive. */
export type Place = { readonly from: number; readonly to: number };

export type PlacedTerm = Place & {
  readonly term: Term;
  /** Where each value of a facet term stands, quotes included. */
  readonly valuePlaces: readonly Place[];
};

/**
 * What is wrong with a part of the text, in a sentence that says what would be right. Codes: `unclosed-quote`,
 * `unknown-facet`, `missing-value`, `invalid-value`.
 */
export type QueryProblem = Place & { readonly code: string; readonly message: string };

export type ParsedQuery = {
  readonly text: string;
  /** Those that could be read, in the order of the text. */
  readonly terms: readonly PlacedTerm[];
  readonly problems: readonly QueryProblem[];
};
