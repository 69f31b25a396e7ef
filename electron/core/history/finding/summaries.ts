import type { FacetCounts, HistorySeries, Latency } from "../../../../shared/domain/history.ts";
import type { CountedFacet } from "../../../../shared/history-query/facet-names.ts";
import type { Outcome } from "../../../../shared/domain/exchange.ts";
import { assertNever } from "../../../../shared/result/result.ts";
import type { TextColumn } from "./columns.ts";
import { APIS, FLAG, KINDS, OUTCOMES } from "./facts.ts";
import type { TestContext } from "./compile.ts";

type Counts = Map<string, { label: string; count: number }>;

/** How many of each value of a facet there are among these places. */
export function countFacet(
  context: TestContext,
  facet: CountedFacet,
  places: Uint32Array,
  limit: number,
): FacetCounts {
  const counts = countValues(context, facet, places);
  const values = [...counts]
    .map(([value, { label, count }]) => ({ value, label, count }))
    .sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1));
  return { facet, values: values.slice(0, limit), hasMore: values.length > limit };
}

function countValues(context: TestContext, facet: CountedFacet, places: Uint32Array): Counts {
  const { of, texts } = context.columns;
  const choices = (column: ArrayLike<number>, names: readonly string[]): Counts =>
    named(tally(places, column), (code) => [names[code - 1] ?? ""]);
  const dictionary = (name: TextColumn, valuesOf: (text: string) => string[]): Counts =>
    named(tally(places, of[name]), (code) => valuesOf(texts[name].text(code) ?? ""));
  const flag = (bit: number): Counts => yesNo(places, (index) => ((of.flags[index] ?? 0) & bit) !== 0);
  switch (facet) {
    case "outcome":
      return choices(of.outcome, OUTCOMES);
    case "api":
      return choices(of.api, APIS);
    case "kind":
      return choices(of.kind, KINDS);
    case "expected":
      return choices(of.expected, OUTCOMES);
    case "status":
      return named(tally(places, of.status), (code) => [String(code)]);
    case "event":
    case "run":
    case "preset":
      return dictionary(facet, (text) => [text]);
    case "tenant":
      return tenants(context, places);
    case "rule":
    case "code":
      return dictionary("rules", (text) => linesOf(text, `${facet} `));
    case "negative":
      return flag(FLAG.negative);
    case "imported":
      return flag(FLAG.imported);
    case "pinned":
      return yesNo(places, (index) => context.beside.of(of.sequence[index] ?? 0)?.pinned === true);
    case "tag":
      return countTags(context, places);
    default:
      return assertNever(facet);
  }
}

/** How often each number of the column occurs; 0, which is none, left out. */
function tally(places: Uint32Array, column: ArrayLike<number>): Map<number, number> {
  const counts: number[] = [];
  for (const index of places) {
    const code = column[index] ?? 0;
    counts[code] = (counts[code] ?? 0) + 1;
  }
  const result = new Map<number, number>();
  counts.forEach((count, code) => {
    if (code !== 0) result.set(code, count);
  });
  return result;
}

function named(counts: Map<number, number>, valuesOf: (code: number) => string[]): Counts {
  const result: Counts = new Map();
  for (const [code, count] of counts) for (const value of valuesOf(code)) add(result, value, value, count);
  return result;
}

function add(counts: Counts, value: string, label: string, count: number): void {
  const known = counts.get(value);
  if (known === undefined) counts.set(value, { label, count });
  else known.count += count;
}

function linesOf(text: string, start: string): string[] {
  return text.split("\n").flatMap((line) => (line.startsWith(start) ? [line.slice(start.length)] : []));
}

/** A tenant goes by its id, whatever its name was at the time; the newest name is shown. */
function tenants({ columns }: TestContext, places: Uint32Array): Counts {
  const result: Counts = new Map();
  for (const [code, count] of tally(places, columns.of.tenant)) {
    const [id = "", name = ""] = (columns.texts.tenant.text(code) ?? "").split("\n");
    add(result, id, name, count);
    const known = result.get(id);
    if (known !== undefined) known.label = name;
  }
  return result;
}

function yesNo(places: Uint32Array, is: (index: number) => boolean): Counts {
  const result: Counts = new Map();
  for (const index of places) {
    const value = is(index) ? "yes" : "no";
    add(result, value, value, 1);
  }
  return result;
}

function countTags({ columns, beside }: TestContext, places: Uint32Array): Counts {
  const result: Counts = new Map();
  const chosen = new Set(places);
  for (const sequence of beside.sequences()) {
    if (!chosen.has(columns.indexOf(sequence))) continue;
    for (const tag of beside.of(sequence)?.tags ?? []) add(result, tag.toLowerCase(), tag, 1);
  }
  return result;
}

/** Outcomes over time and percentiles of these places. */
export function seriesOf(
  { columns: { of } }: TestContext,
  places: Uint32Array,
  wanted: number,
): HistorySeries {
  let first = Infinity;
  let last = -Infinity;
  for (const index of places) {
    first = Math.min(first, of.sentAt[index] ?? 0);
    last = Math.max(last, of.sentAt[index] ?? 0);
  }
  if (places.length === 0) return { buckets: [], bucketMs: 1, count: 0, latency: null };
  const bucketMs = niceLength((last - first + 1) / wanted);
  const start = Math.floor(first / bucketMs) * bucketMs;
  const buckets = Array.from({ length: Math.floor((last - start) / bucketMs) + 1 }, () => ({
    outcomes: new Uint32Array(OUTCOMES.length + 1),
    times: [] as number[],
  }));
  for (const index of places) {
    const bucket = buckets[Math.floor(((of.sentAt[index] ?? 0) - start) / bucketMs)];
    const outcome = of.outcome[index] ?? 0;
    if (bucket === undefined) continue;
    bucket.outcomes[outcome] = (bucket.outcomes[outcome] ?? 0) + 1;
    if (isAnswered(outcome)) bucket.times.push(of.took[index] ?? 0);
  }
  return {
    bucketMs,
    count: places.length,
    latency: latencyOf(buckets.flatMap(({ times }) => times)),
    buckets: buckets.map(({ outcomes, times }, number) => ({
      from: new Date(start + number * bucketMs).toISOString(),
      until: new Date(start + (number + 1) * bucketMs).toISOString(),
      outcomes: outcomeCounts(outcomes),
      latency: latencyOf(times),
    })),
  };
}

function outcomeCounts(counts: Uint32Array): Record<Outcome, number> {
  return Object.fromEntries(OUTCOMES.map((name, index) => [name, counts[index + 1] ?? 0])) as Record<
    Outcome,
    number
  >;
}

function isAnswered(outcome: number): boolean {
  const name = OUTCOMES[outcome - 1];
  return name !== "failed" && name !== "cancelled";
}

function latencyOf(times: readonly number[]): Latency | null {
  if (times.length === 0) return null;
  const sorted = Float64Array.from(times).sort();
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { count: sorted.length, p50: at(0.5), p90: at(0.9), p95: at(0.95), p99: at(0.99), max: at(1) };
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const NICE = [
  [1, [1, 2, 5, 10, 20, 50, 100, 200, 500]],
  [SECOND, [1, 2, 5, 10, 15, 30]],
  [MINUTE, [1, 2, 5, 10, 15, 30]],
  [HOUR, [1, 2, 3, 6, 12]],
  [DAY, [1, 2, 7, 14, 28]],
] as const;
const NICE_LENGTHS = NICE.flatMap(([unit, counts]) => counts.map((count) => count * unit));

/** A length that people reckon in, at least this long. */
function niceLength(milliseconds: number): number {
  return (
    NICE_LENGTHS.find((length) => length >= milliseconds) ?? Math.ceil(milliseconds / (28 * DAY)) * 28 * DAY
  );
}
