import { assertNever } from "../result/result.ts";
import type { FacetName } from "./facet-names.ts";
import { parseDuration } from "./durations.ts";
import { facets } from "./facets.ts";
import { textPattern, type TextPattern } from "./pattern.ts";
import { parseRange, parseStatus, type NumberRange } from "./ranges.ts";
import { parseTime, type TimeContext, type TimeSpan } from "./times.ts";
import type { FacetTerm, Term } from "./types.ts";

export type ChoiceFacet = Extract<
  FacetName,
  "outcome" | "api" | "kind" | "expected" | "negative" | "pinned" | "imported" | "has"
>;
export type PatternFacet = Extract<
  FacetName,
  | "event"
  | "tenant"
  | "identity"
  | "customer"
  | "visitor"
  | "run"
  | "rule"
  | "code"
  | "preset"
  | "reference"
  | "tag"
>;

/** What an exchange has to fulfil, one of several where there are several. Times are milliseconds since 1970. */
export type Test =
  | { readonly kind: "choice"; readonly facet: ChoiceFacet; readonly values: readonly string[] }
  | { readonly kind: "pattern"; readonly facet: PatternFacet; readonly patterns: readonly TextPattern[] }
  | { readonly kind: "status"; readonly ranges: readonly NumberRange[] }
  /** Milliseconds. */
  | { readonly kind: "took"; readonly ranges: readonly NumberRange[] }
  | { readonly kind: "time"; readonly spans: readonly TimeSpan[] }
  /** In lower case. `all`: request, answer, message and note. */
  | { readonly kind: "text"; readonly where: "all" | "note"; readonly texts: readonly string[] };

export type Condition = { readonly negated: boolean; readonly test: Test; readonly facet: FacetName | null };

/** What the terms of a query without problems mean at this moment and place. Values that are none are passed over. */
export function resolveTerms(terms: readonly Term[], context: TimeContext): Condition[] {
  return terms.map((term) => ({
    negated: term.negated,
    facet: term.kind === "facet" ? term.facet : null,
    test:
      term.kind === "text"
        ? { kind: "text", where: "all", texts: [term.text.toLowerCase()] }
        : resolveFacet(term, context),
  }));
}

function resolveFacet({ facet, values }: FacetTerm, context: TimeContext): Test {
  const { kind } = facets[facet];
  switch (kind) {
    case "choice":
      return {
        kind: "choice",
        facet: facet as ChoiceFacet,
        values: values.map((value) => value.toLowerCase()),
      };
    case "pattern":
      return { kind: "pattern", facet: facet as PatternFacet, patterns: values.map(textPattern) };
    case "contains":
      return { kind: "text", where: "note", texts: values.map((value) => value.toLowerCase()) };
    case "status":
      return { kind: "status", ranges: present(values.map(parseStatus)) };
    case "duration":
      return { kind: "took", ranges: present(values.map((value) => parseRange(value, parseDuration))) };
    case "time":
    case "day":
      return { kind: "time", spans: values.flatMap((value) => spansOf(facet, value, context)) };
    default:
      return assertNever(kind);
  }
}

function spansOf(facet: FacetName, value: string, context: TimeContext): TimeSpan[] {
  const span = parseTime(value, context);
  if (span === null) return [];
  if (facet === "after") return [{ from: span.from, until: Infinity }];
  return [facet === "before" ? { from: -Infinity, until: span.from } : span];
}

function present<Value>(values: readonly (Value | null)[]): Value[] {
  return values.filter((value) => value !== null);
}
