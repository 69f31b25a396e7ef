import { MEASURED_PHASES, prepareTime } from "../answers/phases.ts";
import type { Exchange, Timings } from "../domain/exchange.ts";
import type { Finding } from "../domain/finding.ts";
import type { ComparedPart, RawRow } from "./types.ts";

type Fact = readonly [key: string, name: string, value: string | null];

/** What came of both. */
export function compareResult(left: Exchange, right: Exchange): RawRow[] {
  return pairFacts("result", resultFacts(left), resultFacts(right));
}

function resultFacts(exchange: Exchange): Fact[] {
  const { response, failure } = exchange;
  return [
    ["outcome", "Outcome", exchange.outcome],
    ["status", "HTTP status", response === null ? null : `${response.status} ${response.statusText}`.trim()],
    ["message", "Answer", exchange.message],
    ["reference", "Reference", exchange.reference],
    ["failure", "Failure", failure === null ? null : `${failure.code} in ${failure.phase}`],
    ["remarks", "Remarks", exchange.remarks.length === 0 ? null : exchange.remarks.join(" ")],
  ];
}

/** What was sent, where to and for whom, apart from headers and body. */
export function compareRequest(left: Exchange, right: Exchange): RawRow[] {
  return pairFacts("request", requestFacts(left), requestFacts(right));
}

function requestFacts(exchange: Exchange): Fact[] {
  const { tenant, catalog, identity } = exchange;
  return [
    ["sent", "Sent", exchange.sentAt],
    ["tenant", "Tenant", tenant === null ? null : `${tenant.name} (${tenant.kind})`],
    ["api", "API", exchange.api],
    ["address", "Address", exchange.request.url],
    ["event", "Event", exchange.event],
    ["identity", "Identity", identity === null ? null : `${identity.kind} ${identity.value}`],
    ["catalog", "Catalog", catalog === null ? null : `${catalog.name}, version ${catalog.version}`],
    ["negative", "Negative test", exchange.negative ? "yes" : "no"],
  ];
}

function pairFacts(part: ComparedPart, lefts: readonly Fact[], rights: readonly Fact[]): RawRow[] {
  return lefts.flatMap(([key, name, left], index) => {
    const right = rights[index]?.[2] ?? null;
    if (left === null && right === null) return [];
    return [{ address: `${part}/${key}`, name, kind: relate(left, right), left, right }];
  });
}

function relate(left: string | null, right: string | null): RawRow["kind"] {
  if (left === null) return right === null ? "same" : "added";
  if (right === null) return "removed";
  return left === right ? "same" : "changed";
}

/** What was known before sending, by rule and place. */
export function compareFindings(left: readonly Finding[], right: readonly Finding[]): RawRow[] {
  const [lefts, rights] = [byPlace(left), byPlace(right)];
  return [...new Set([...lefts.keys(), ...rights.keys()])].map((place) => {
    const [one, other] = [lefts.get(place) ?? null, rights.get(place) ?? null];
    return { address: `findings/${place}`, name: place, kind: relate(one, other), left: one, right: other };
  });
}

function byPlace(findings: readonly Finding[]): Map<string, string> {
  const places = new Map<string, string>();
  for (const { rule, path, severity, message } of findings) {
    const place = path === "" ? rule : `${rule} ${path}`;
    const before = places.get(place);
    const text = `${severity}: ${message}`;
    places.set(place, before === undefined ? text : `${before} ${text}`);
  }
  return places;
}

/** Where the time went, phase by phase up to the total, in milliseconds with one decimal. */
export function compareTiming(left: Timings, right: Timings): RawRow[] {
  return pairFacts("timing", timingFacts(left), timingFacts(right));
}

function timingFacts(timings: Timings): Fact[] {
  return [
    ["prepare", "Prepare", inMilliseconds(prepareTime(timings))],
    ...MEASURED_PHASES.map(([key, name]): Fact => [key, name, inMilliseconds(timings[key] ?? null)]),
    ["total", "Total", inMilliseconds(timings.total)],
  ];
}

function inMilliseconds(milliseconds: number | null): string | null {
  return milliseconds === null ? null : `${milliseconds.toFixed(1)} ms`;
}
