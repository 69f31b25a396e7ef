import type { Exchange } from "../domain/exchange.ts";

/** What of an exchange is compared. Imported and stored ones have all of it. */
export type Comparable = Exchange;

/**
 * How two things relate. `written` is the same value in other words (`100.00` and `100`, an escape, white space), `moved` the
 * same members in another order, `added` and `removed` are seen from the left side.
 */
export type DifferenceKind = "same" | "changed" | "written" | "moved" | "added" | "removed";

/** One line of a comparison, still without the question whether it matters. */
export type RawRow = {
  /**
   * Where it is, for ignore rules: the part, then a path in it, such as `request.body/context/amount` or
   * `response.headers/date`.
   */
  readonly address: string;
  /** Where it is, for people: a JSON pointer, a header's name, a phase. */
  readonly name: string;
  readonly kind: DifferenceKind;
  /** As written, quotes and all; null where this side has none. */
  readonly left: string | null;
  readonly right: string | null;
};

/** A row and, where its difference is not to count, the rule that says so. */
export type ComparedRow = RawRow & { readonly ignoredBy: string | null };

/** The parts, in the order they are shown. */
export const COMPARED_PARTS = [
  "result",
  "request",
  "request.headers",
  "request.body",
  "response.headers",
  "response.body",
  "findings",
  "timing",
] as const;
export type ComparedPart = (typeof COMPARED_PARTS)[number];

export type ComparedSection = {
  readonly part: ComparedPart;
  readonly title: string;
  readonly rows: readonly ComparedRow[];
};

/** Two exchanges side by side. `differences` counts the rows that differ and are not ignored. */
export type Comparison = {
  readonly sections: readonly ComparedSection[];
  readonly differences: number;
  readonly ignored: number;
  /** In words, what is not compared, such as the rest of a very long answer. */
  readonly notes: readonly string[];
};
