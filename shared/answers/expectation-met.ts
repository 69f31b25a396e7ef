import type { Exchange } from "../domain/exchange.ts";

/** What came against what was expected, in one sentence. `isMet` is null where the outcome says neither. */
export type ExpectationMet = { readonly isMet: boolean | null; readonly text: string };

type Judged = Pick<Exchange, "expected" | "findings" | "outcome">;

/** By what whoever sent it said would come, where that was said, else by what was known before sending. */
export function expectationMet(exchange: Judged): ExpectationMet {
  return exchange.expected === null ? byFindings(exchange) : bySender(exchange.expected, exchange.outcome);
}

function bySender(expected: NonNullable<Exchange["expected"]>, outcome: Exchange["outcome"]): ExpectationMet {
  const rule = expected.rule === null ? "" : ` by the rule ${expected.rule}`;
  const wanted = `${expected.outcome}${rule}`;
  if (expected.outcome === outcome) return { isMet: true, text: `As expected: ${wanted}.` };
  return { isMet: false, text: `Not as expected: ${wanted} was expected.` };
}

function byFindings({ findings, outcome }: Judged): ExpectationMet {
  const errors = findings.filter((finding) => finding.severity === "error").length;
  const known = knownErrors(errors);
  if (outcome !== "accepted" && outcome !== "rejected") {
    return { isMet: null, text: `Expected ${errors === 0 ? "to be accepted" : "a refusal"}: ${known}.` };
  }
  if ((outcome === "accepted") === (errors === 0)) return { isMet: true, text: `As expected: ${known}.` };
  return { isMet: false, text: `Not as expected: ${outcome}, though ${known}.` };
}

function knownErrors(count: number): string {
  if (count === 0) return "no error was known before sending";
  return count === 1 ? "1 error was known before sending" : `${count} errors were known before sending`;
}
