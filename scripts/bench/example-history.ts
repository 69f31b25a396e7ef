import type { Exchange } from "../../shared/domain/exchange.ts";
import type { Finding } from "../../shared/domain/finding.ts";
import { seededRandom } from "../../shared/random/seeded-random.ts";

const EVENTS = [
  "newsletter_signup",
  "account_created",
  "login",
  "logout",
  "deposit",
  "withdrawal",
  "bet_placed",

  "bet_settled",
  "bonus_claimed",
  "order_completed",
  "order_cancelled",
  "add_to_cart",
  "remove_from_cart",
  "checkout_started",
  "checkout_completed",
  "product_viewed",
  "search",
  "wishlist_added",
  "coupon_used",
  "review_written",
  "push_opened",
  "email_clicked",
  "profile_updated",
  "password_reset",
  "kyc_passed",
];
const TENANTS = [
  { id: "sandbox", name: "Local sandbox", kind: "sandbox" },
  { id: "retail-eu", name: "Retail EU", kind: "test" },
  { id: "retail-us", name: "Retail US", kind: "test" },
  { id: "casino", name: "Casino", kind: "production" },
] as const;
const NAMES = [
  "johndoe",
  "maria.lopez",
  "wei.chen",
  "anna.kowalska",
  "o.hassan",
  "yuki.tanaka",
  "l.rossi",
  "p.dubois",
];
const REFUSALS = [
  "Failed to validate the event with the following error - tenantId is missing or invalid",
  "The event does not exist or is not active",
  "Parameter amount must be a number",
];

/** A made-up history: the same one for the same count. The last exchange of it was sent at `until`. */
export function* exampleHistory(count: number, until: number): Generator<Exchange> {
  const random = seededRandom(20_261_125);
  const one = <Value>(values: readonly Value[]): Value =>
    values[Math.floor(random() ** 2 * values.length)] as Value;
  for (let index = 0; index < count; index += 1) {
    const sentAt = new Date(until - (count - 1 - index) * 15_000);
    yield makeExchange(index, sentAt, random, one);
  }
}

type One = <Value>(values: readonly Value[]) => Value;

function makeExchange(index: number, sentAt: Date, random: () => number, one: One): Exchange {
  const event = one(EVENTS);
  const tenant = one(TENANTS);
  const share = random();
  const outcome =
    share < 0.85 ? "accepted" : share < 0.95 ? "rejected" : share < 0.98 ? "failed" : "unrecognised";
  const customer = `c-${Math.floor(random() * 200_000)}`;
  const reference = outcome === "accepted" ? `11472${String(index).padStart(11, "0")}` : null;
  const refusal = one(REFUSALS);
  const text = requestText(index, event, customer, sentAt, random, one);
  const body =
    outcome === "accepted"
      ? { status: "success", message: reference }
      : { status: "error", message: refusal };
  const status = outcome === "accepted" ? 200 : outcome === "rejected" ? 400 : 500;
  const isNegative = outcome === "rejected" && random() < 0.5;
  const total = Math.round((5 + random() ** 4 * 900) * 1000) / 1000;
  return {
    id: `bench-${String(index).padStart(8, "0")}`,
    sentAt: sentAt.toISOString(),
    outcome,
    api: random() < 0.7 ? "optievent" : "realtime",
    tenant,
    event,
    identity: { kind: random() < 0.9 ? "customer" : "visitor", value: customer },
    request: {
      method: "POST",
      url: "https://eu.example.net/optievent",
      headers: [["Content-Type", "application/json"]],
      text,
      byteLength: text.length,
    },
    response: outcome === "failed" ? null : responseOf(status, JSON.stringify(body)),
    failure:
      outcome === "failed"
        ? {
            code: "connect.refused",
            phase: "connect",
            message: "Connection refused.",
            nextStep: "Start the server.",
          }
        : null,
    reference,
    message:
      outcome === "accepted"
        ? "The event was accepted."
        : outcome === "failed"
          ? "Connection refused."
          : refusal,
    timings: { dns: null, connect: null, tls: null, send: 0.2, wait: total - 0.5, receive: 0.3, total },
    findings: isNegative ? [MISSING_TENANT] : [],
    negative: isNegative,
    ...ALIKE,
    expected: isNegative ? { outcome: "rejected", rule: "tenant.missing" } : null,
    run: random() < 0.4 ? { id: `run-${Math.floor(index / 5000)}`, row: index % 5000 } : null,
  };
}

const ALIKE = {
  catalog: { id: "demo", name: "Demo store", version: 3 },
  remarks: [] as string[],
  remoteAddress: "192.0.2.7:443",
  reusedConnection: true,
  tls: null,
  draftId: null,
  appVersion: "bench",
  connection: null,
  presetId: null,
  draftText: null,
  clockOffsetMs: 0,
  imported: null,
} satisfies Partial<Exchange>;

const MISSING_TENANT: Finding = {
  rule: "tenant.missing",
  code: 1001,
  severity: "error",
  path: "/tenant",
  message: "tenant is missing.",
  source: "vendor",
};

function requestText(
  index: number,
  event: string,
  customer: string,
  sentAt: Date,
  random: () => number,
  one: One,
): string {
  const context = {
    email: `${one(NAMES)}${Math.floor(random() * 90_000)}@domain.com`,
    amount: Math.round(random() * 100_000) / 100,
    currency: one(["EUR", "USD", "GBP"]),
    order_id: `ORD-${(index * 7919) % 9_999_991}`,
    opt_in: random() < 0.5,
    source: one(["web", "ios", "android", "backoffice"]),
  };
  return JSON.stringify({ tenant: 999, event, customer, timestamp: sentAt.toISOString(), context }, null, 2);
}

function responseOf(status: number, body: string): Exchange["response"] {
  return {
    status,
    statusText: status === 200 ? "OK" : "Bad Request",
    httpVersion: "1.1",
    headers: [
      ["content-type", "application/json"],
      ["date", "Wed, 25 Nov 2026 08:00:00 GMT"],
    ],
    body,
    bodyEncoding: "utf8",
    byteLength: body.length,
    truncated: false,
    capBytes: null,
    sha256: null,
  };
}
