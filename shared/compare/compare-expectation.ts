import type { Exchange, Expected } from "../domain/exchange.ts";
import { compareBodies, type RawComparison } from "./comparison.ts";
import type { RawRow } from "./types.ts";

/** What was to come of an exchange: said by its sender, by the preset it was made from, or by both. */
export type Expectation = {
  readonly expected: Expected | null;
  /** The preset's text; null where there is none to compare the request with. */
  readonly text: string | null;
};

/** What was expected on the left, what came on the right. Where nothing was expected there is no row. */
export function compareWithExpectation(expectation: Expectation, exchange: Exchange): RawComparison {
  const { expected, text } = expectation;
  return {
    result: expected === null ? [] : compareOutcome(expected, exchange),
    request: [],
    "request.headers": [],
    "request.body": text === null ? [] : compareBodies("request.body", text, exchange.request.text),
    "response.headers": [],
    "response.body": [],
    findings: [],
    timing: [],
    notes: [],
  };
}

function compareOutcome(expected: Expected, exchange: Exchange): RawRow[] {
  const outcome: RawRow = {
    address: "result/outcome",
    name: "Outcome",
    kind: expected.outcome === exchange.outcome ? "same" : "changed",
    left: expected.outcome,
    right: exchange.outcome,
  };
  if (expected.rule === null) return [outcome];
  const rules = [...new Set(exchange.findings.map(({ rule }) => rule))];
  const isFound = rules.includes(expected.rule);
  return [
    outcome,
    {
      address: "result/rule",
      name: "Rule",
      kind: isFound ? "same" : "changed",
      left: expected.rule,
      right: isFound ? expected.rule : rules.length === 0 ? null : rules.join(", "),
    },
  ];
}
