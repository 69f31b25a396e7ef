import type { Exchange } from "../../../shared/domain/exchange.ts";

/** What was to be expected of an exchange, from what validation said before it was sent. */
export function describeExpectation(exchange: Pick<Exchange, "findings" | "negative">): string {
  const errors = exchange.findings.filter((finding) => finding.severity === "error").length;
  if (errors === 0) return "to be accepted: no error was known before sending";
  const known =
    errors === 1
      ? "1 error finding was known before sending"
      : `${errors} error findings were known before sending`;
  return exchange.negative ? `a refusal: ${known} (sent as a negative test)` : `a refusal: ${known}`;
}
