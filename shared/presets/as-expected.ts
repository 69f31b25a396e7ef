import type { Exchange, Expected } from "../domain/exchange.ts";

/** Whether an exchange came to what was expected of it: the outcome, and where a rule was named, that it was found broken. */
export function isAsExpected(expected: Expected, exchange: Pick<Exchange, "outcome" | "findings">): boolean {
  if (exchange.outcome !== expected.outcome) return false;
  return expected.rule === null || exchange.findings.some(({ rule }) => rule === expected.rule);
}

/** What of an expectation was not met, in a few words; null where all of it was. */
export function whyUnexpected(
  expected: Expected,
  actual: { readonly outcome: Exchange["outcome"]; readonly rules: readonly string[] },
): string | null {
  if (actual.outcome !== expected.outcome) return `Expected ${expected.outcome}, was ${actual.outcome}`;
  if (expected.rule === null || actual.rules.includes(expected.rule)) return null;
  return `${expected.rule} was not broken`;
}
