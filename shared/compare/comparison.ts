import { compareFindings, compareRequest, compareResult, compareTiming } from "./compare-facts.ts";
import { compareHeaders } from "./compare-headers.ts";
import { compareJson } from "./compare-json.ts";
import { extentNotes } from "./compared-extent.ts";
import { compareText } from "./compare-text.ts";
import { applyIgnoreRules, type IgnoreRules } from "./ignore.ts";
import { COMPARED_PARTS, type Comparable, type ComparedPart, type Comparison, type RawRow } from "./types.ts";

/** The parts' names for people. */
export const PART_TITLES = {
  result: "Result",
  request: "Request",
  "request.headers": "Request headers",
  "request.body": "Request body",
  "response.headers": "Answer headers",
  "response.body": "Answer body",
  findings: "Findings before sending",
  timing: "Timing",
} as const satisfies Record<ComparedPart, string>;

/** Every row of two exchanges, by part; what is there on neither side has no row. */
export type RawComparison = Readonly<Record<ComparedPart, readonly RawRow[]>> & {
  /** In words, what of them is not compared. */
  readonly notes: readonly string[];
};

/**
 * Two exchanges, part by part: headers by name, bodies by JSON path with numbers as written, else by line. This is the work; which
 * differences count is decided by `judgeComparison`, which is cheap.
 */
export function compareExchanges(left: Comparable, right: Comparable): RawComparison {
  return {
    result: compareResult(left, right),
    request: compareRequest(left, right),
    "request.headers": compareHeaders("request.headers", left.request.headers, right.request.headers),
    "request.body": compareBodies("request.body", left.request.text, right.request.text),
    "response.headers": compareHeaders(
      "response.headers",
      left.response?.headers ?? [],
      right.response?.headers ?? [],
    ),
    "response.body": compareBodies("response.body", left.response?.body ?? "", right.response?.body ?? ""),
    findings: compareFindings(left.findings, right.findings),
    timing: compareTiming(left.timings, right.timings),
    notes: extentNotes(left, right),
  };
}

/** Two bodies: as JSON where both are, else as text. */
export function compareBodies(part: ComparedPart, left: string, right: string): RawRow[] {
  return compareJson(part, left, right) ?? compareText(part, left, right);
}

/** The comparison with what the user wants ignored marked, and counted. Parts without a row are left out. */
export function judgeComparison(raw: RawComparison, rules: IgnoreRules): Comparison {
  const sections = COMPARED_PARTS.map((part) => ({
    part,
    title: PART_TITLES[part],
    rows: applyIgnoreRules(raw[part], rules),
  })).filter(({ rows }) => rows.length > 0);
  const differing = sections.flatMap(({ rows }) => rows.filter(({ kind }) => kind !== "same"));
  const differences = differing.filter(({ ignoredBy }) => ignoredBy === null).length;
  return { sections, differences, ignored: differing.length - differences, notes: raw.notes };
}
