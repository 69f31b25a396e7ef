import { describeTls } from "../answers/connection-words.ts";
import { expectationMet } from "../answers/expectation-met.ts";
import { phasesOf } from "../answers/phases.ts";
import type { Exchange, Outcome } from "../domain/exchange.ts";
import type { Api } from "../domain/tenant.ts";

export const OUTCOME_WORDS = {
  accepted: "Accepted",
  rejected: "Rejected",
  unrecognised: "Unrecognised",
  failed: "No answer",
  cancelled: "Cancelled",
} as const satisfies Record<Outcome, string>;

export const API_WORDS = { optievent: "OptiEvent", realtime: "Realtime" } as const satisfies Record<
  Api,
  string
>;

/** `12.3 ms`. */
export function milliseconds(value: number): string {
  return `${value.toFixed(1)} ms`;
}

/** What an exchange was and whose, by name and value, for formats that people read. What there is none of is left out. */
export function factsOf(exchange: Exchange): readonly (readonly [name: string, value: string])[] {
  const { tenant, catalog, response, identity, reference, tls } = exchange;
  const facts: readonly (readonly [string, string | null])[] = [
    ["Sent", exchange.sentAt],
    ["API", API_WORDS[exchange.api]],
    ["Tenant", tenant && `${tenant.name} (${tenant.kind})`],
    ["Event", exchange.event],
    ["Catalog", catalog && `${catalog.name}, version ${catalog.version}`],
    ["Identity", identity && `${identity.kind} ${identity.value}`],
    ["HTTP status", response && `${response.status} ${response.statusText}`.trim()],
    ["Reference", reference],
    ["Expectation", expectationMet(exchange).text],
    ["Negative test", exchange.negative ? "yes" : null],
    ["Took", milliseconds(exchange.timings.total)],
    ["Remote address", exchange.remoteAddress],
    ["TLS", tls && describeTls(tls, exchange).summary],
    ["Exchange", exchange.id],
    ["Sent by", `OptiEvent Console ${exchange.appVersion}`],
  ];
  return facts.filter((fact): fact is readonly [string, string] => fact[1] !== null);
}

/** The phases that took place, by name and time in words, in their order. */
export function phaseLines({ timings }: Exchange): (readonly [name: string, time: string])[] {
  return phasesOf(timings).map((phase) => [phase.name, milliseconds(phase.milliseconds)] as const);
}

export const TRUNCATION_NOTE = "The answer was longer than what is kept; only its beginning is here.";
