import type { Exchange } from "../../../../../shared/domain/exchange.ts";
import { exampleExchange } from "../../../../../shared/domain/test-support/example-exchange.ts";

export const VARIED_NOW = Date.UTC(2026, 10, 23, 12);

/** Exchanges of which each has its own mix of everything that can be asked for; the last of `count` at VARIED_NOW. */
export function variedExchange(index: number, count: number, random: () => number): Exchange {
  const one = <Value>(...values: Value[]): Value => values[Math.floor(random() * values.length)] as Value;
  const outcome = one("accepted", "accepted", "rejected", "failed", "unrecognised", "cancelled");
  const { response, request, tenant } = exampleExchange();
  const event = one("login", "deposit", "newsletter_signup", null);
  const customer = `c-${Math.floor(random() * 60)}`;
  const finding = {
    rule: one("tenant.missing", "event.unknown"),
    code: one(1001, null),
    severity: one("error", "warning"),
    path: "",
    message: "",
    source: "",
  };
  const findings = one([], [], [finding as Exchange["findings"][number]]);
  return exampleExchange({
    id: `x-${index}`,
    sentAt: new Date(VARIED_NOW - (count - index) * 600_000).toISOString(),
    outcome,
    api: one("optievent", "realtime"),
    event,
    tenant: one(tenant, null, { id: "eu", name: "Retail EU", kind: "test" }),
    identity: one(null, { kind: "customer", value: customer }, { kind: "visitor", value: "V-1" }),
    request: {
      ...request,
      text: JSON.stringify({ event, customer, word: one("Äpfel", "needle in hay", "x") }),
    },
    response:
      outcome === "failed" || response === null
        ? null
        : {
            ...response,
            status: one(200, 400, 404, 500),
            body: one("ok", "tenantId is missing", "\uD83D\uDE00 smile"),
          },
    message: one("Accepted.", "Refused by the vendor."),
    reference: outcome === "accepted" ? String(1147206418897270 + index) : null,
    timings: { ...exampleExchange().timings, total: Math.round(random() * 40) * 25 },
    findings,
    negative: findings.length > 0,
    expected: one(null, { outcome: "accepted", rule: null }, { outcome: "rejected", rule: null }),
    run: one(null, { id: "run-7", row: index }),
    presetId: one(null, "preset-1"),
  });
}
