import { facets } from "./facets.ts";
import type { FacetName } from "./facet-names.ts";
import { parseQuery } from "./parse.ts";
import { printTerm, printValue } from "./print.ts";
import type { FacetTerm, PlacedTerm, Term } from "./types.ts";

/** A term of the query as a part of the window that can be removed or changed. `index` is its place among the terms. */
export type Chip = {
  readonly index: number;
  readonly negated: boolean;
  /** null for text. */
  readonly facet: FacetName | null;
  readonly values: readonly string[];
  /** What the facet finds, in words; null for text. */
  readonly description: string | null;
};

/** The terms of a query's text, in its order. Each edit below changes that part of the text and nothing else of it. */
export function chipsOf(text: string): Chip[] {
  return parseQuery(text).terms.map(({ term }, index) => ({
    index,
    negated: term.negated,
    facet: term.kind === "facet" ? term.facet : null,
    values: term.kind === "facet" ? term.values : [term.text],
    description: term.kind === "facet" ? facets[term.facet].description : null,
  }));
}

/** The text without that term and the space before or after it. */
export function removeTerm(text: string, index: number): string {
  const placed = parseQuery(text).terms[index];
  if (placed === undefined) return text;
  const before = text.slice(0, placed.from).trimEnd();
  const after = text.slice(placed.to).trimStart();
  return before === "" || after === "" ? before + after : `${before} ${after}`;
}

export function replaceTerm(text: string, index: number, term: Term): string {
  const placed = parseQuery(text).terms[index];
  if (placed === undefined) return text;
  return text.slice(0, placed.from) + printTerm(term) + text.slice(placed.to);
}

export function addTerm(text: string, term: Term): string {
  const closed = closeQuote(text.trimEnd());
  return closed === "" ? printTerm(term) : `${closed} ${printTerm(term)}`;
}

/**
 * Adds the value to the query's term of this facet, or takes it away where it is there; with the last value goes the term.
 * The term is made where there is none.
 */
export function toggleValue(text: string, facet: FacetName, value: string): string {
  const index = parseQuery(text).terms.findIndex(({ term }) => isOf(term, facet));
  const placed = parseQuery(text).terms[index];
  if (placed === undefined) return addTerm(text, { kind: "facet", negated: false, facet, values: [value] });
  const { values } = placed.term as FacetTerm;
  const at = values.findIndex((one) => one.toLowerCase() === value.toLowerCase());
  if (at === -1) {
    const end = placed.valuePlaces.at(-1)?.to ?? placed.to;
    return `${text.slice(0, end)},${printValue(value)}${text.slice(end)}`;
  }
  if (values.length === 1) return removeTerm(text, index);
  return withoutValue(text, placed, at);
}

/** Whether the query asks for this value of the facet, so that a list of values can show it as chosen. */
export function hasValue(text: string, facet: FacetName, value: string): boolean {
  return parseQuery(text).terms.some(
    ({ term }) => isOf(term, facet) && term.values.some((one) => one.toLowerCase() === value.toLowerCase()),
  );
}

function isOf(term: Term, facet: FacetName): term is FacetTerm {
  return term.kind === "facet" && term.facet === facet && !term.negated;
}

function withoutValue(text: string, { valuePlaces }: PlacedTerm, at: number): string {
  const place = valuePlaces[at];
  const next = valuePlaces[at + 1];
  const previous = valuePlaces[at - 1];
  if (place === undefined) return text;
  if (next !== undefined) return text.slice(0, place.from) + text.slice(next.from);
  return text.slice(0, previous?.to ?? place.from) + text.slice(place.to);
}

function closeQuote(text: string): string {
  return parseQuery(text).problems.some(({ code }) => code === "unclosed-quote") ? `${text}"` : text;
}
