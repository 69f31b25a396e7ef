import { addTerm, removeTerm, replaceTerm, type Chip } from "../../../shared/history-query/chips.ts";
import type { FacetName } from "../../../shared/history-query/facet-names.ts";
import { parseQuery } from "../../../shared/history-query/parse.ts";
import type { QueryPart } from "../../ui/query-field-extensions.ts";

/** What each facet is called where there is room for a word. */
export const FACET_LABELS = {
  outcome: "Outcome",
  event: "Event",
  api: "API",
  tenant: "Tenant",
  kind: "Tenant kind",
  identity: "Identity",
  customer: "Customer",
  visitor: "Visitor",
  status: "HTTP status",
  after: "After",
  before: "Before",
  on: "On",
  took: "Took",
  run: "Run",
  rule: "Rule",
  code: "Code",
  preset: "Preset",
  reference: "Reference",
  expected: "Expected",
  negative: "Negative test",
  pinned: "Pinned",
  imported: "Imported",
  tag: "Tag",
  note: "Note",
  has: "Has",
} as const satisfies Record<FacetName, string>;

/** The parts of a query that are drawn in colours: the sign, the facet with its colon, the values. */
export function queryParts(text: string): readonly QueryPart[] {
  return parseQuery(text).terms.flatMap(({ term, from, to, valuePlaces }) => {
    const start = term.negated ? from + 1 : from;
    const sign: readonly QueryPart[] = term.negated ? [{ from, to: start, kind: "sign" }] : [];
    if (term.kind === "text") return sign;
    const name = { from: start, to: Math.min(to, start + term.facet.length + 1), kind: "name" } as const;
    const values = valuePlaces.map((place) => ({ from: place.from, to: place.to, kind: "value" }) as const);
    return [sign, [name], values].flat();
  });
}

/** The times that a query is limited to most often. */
export const TIME_CHOICES = [
  { id: "any", label: "Any time", value: null },
  { id: "1h", label: "Last hour", value: "1h" },
  { id: "today", label: "Today", value: "today" },
  { id: "yesterday", label: "Since yesterday", value: "yesterday" },
  { id: "7d", label: "Last 7 days", value: "7d" },
  { id: "30d", label: "Last 30 days", value: "30d" },
] as const satisfies readonly { id: string; label: string; value: string | null }[];
export type TimeChoiceId = (typeof TIME_CHOICES)[number]["id"];

/** The chip of a query that says from when on, where it is the only word on time; null where there is none. */
export function timeChip(chips: readonly Chip[]): Chip | null {
  return chips.find((chip) => chip.facet === "after" && !chip.negated) ?? null;
}

/** The choice that a query has made; null for a time that is none of the choices. */
export function timeChoice(chips: readonly Chip[]): TimeChoiceId | null {
  const isTimed = chips.some(({ facet }) => facet === "after" || facet === "before" || facet === "on");
  if (!isTimed) return "any";
  const chip = timeChip(chips);
  const value = chip?.values.length === 1 ? chip.values[0] : undefined;
  return TIME_CHOICES.find((choice) => choice.value !== null && choice.value === value)?.id ?? null;
}

/** The query limited to a span of time. `before` null leaves its end open. Earlier words on time are replaced. */
export function withTime(text: string, after: string | null, before: string | null): string {
  const terms = parseQuery(text).terms.map(({ term }) => term);
  const isTime = (facet: FacetName) => facet === "after" || facet === "before" || facet === "on";
  let changed = text;
  for (let index = terms.length - 1; index >= 0; index -= 1) {
    const term = terms[index];
    if (term?.kind === "facet" && isTime(term.facet)) changed = removeTerm(changed, index);
  }
  if (after !== null)
    changed = addTerm(changed, { kind: "facet", negated: false, facet: "after", values: [after] });
  if (before !== null)
    changed = addTerm(changed, { kind: "facet", negated: false, facet: "before", values: [before] });
  return changed;
}

/** The query with a facet limited to one value, whatever it said of the facet before. */
export function withOnly(text: string, facet: FacetName, value: string): string {
  const index = parseQuery(text).terms.findIndex(
    ({ term }) => term.kind === "facet" && term.facet === facet && !term.negated,
  );
  const term = { kind: "facet", negated: false, facet, values: [value] } as const;
  return index === -1 ? addTerm(text, term) : replaceTerm(text, index, term);
}
