/** What can stand before the colon of a term. `shared/history-query/facets.ts` says what each one means. */
export const facetNames = [
  "outcome",
  "event",
  "api",
  "tenant",
  "kind",
  "identity",
  "customer",
  "visitor",
  "status",
  "after",
  "before",
  "on",
  "took",
  "run",
  "rule",
  "code",
  "preset",
  "reference",
  "expected",
  "negative",
  "pinned",
  "imported",
  "tag",
  "note",
  "has",
] as const;
export type FacetName = (typeof facetNames)[number];

/** Those whose values can be counted, for lists of values to choose from. */
export const countedFacets = [
  "outcome",
  "event",
  "api",
  "tenant",
  "kind",
  "status",
  "run",
  "rule",
  "code",
  "preset",
  "expected",
  "negative",
  "pinned",
  "imported",
  "tag",
] as const satisfies readonly FacetName[];
export type CountedFacet = (typeof countedFacets)[number];
