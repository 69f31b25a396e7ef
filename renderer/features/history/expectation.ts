import type { Exchange } from "../../../shared/domain/exchange.ts";
import { outcomeLabel } from "../../ui/badge.tsx";

/** What was to be expected of an exchange: what its sender said, else what validation said before it was sent. */
export function describeExpectation(
  exchange: Pick<Exchange, "findings" | "negative" | "expected" | "outcome">,
): string {
  const { expected } = exchange;
  if (expected !== null) {
    const wanted = outcomeLabel(expected.outcome).toLowerCase();
    const rule = expected.rule === null ? "" : ` because of ${expected.rule}`;
    return `${wanted}${rule}, as its sender said${expected.outcome === exchange.outcome ? "; so it was" : "; it was not"}`;
  }
  const errors = exchange.findings.filter((finding) => finding.severity === "error").length;
  if (errors === 0) return "to be accepted: no error was known before sending";
  const known =
    errors === 1
      ? "1 error finding was known before sending"
      : `${errors} error findings were known before sending`;
  return exchange.negative ? `a refusal: ${known} (sent as a negative test)` : `a refusal: ${known}`;
}
