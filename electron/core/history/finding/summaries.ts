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
  let counts = new Uint32Array(1024);
  for (const index of places) {
    const code = column[index] ?? 0;
    if (code >= counts.length) counts = grown(counts, code + 1);
    counts[code] = (counts[code] ?? 0) + 1;
  }
  const result = new Map<number, number>();
  counts.forEach((count, code) => {
    if (code !== 0 && count !== 0) result.set(code, count);
  });
  return result;
}

function grown(counts: Uint32Array, least: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(Math.max(least, 2 * counts.length));
  larger.set(counts);
  return larger;
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
  const length = Math.floor((last - start) / bucketMs) + 1;
  const width = OUTCOMES.length + 1;
  const outcomes = new Uint32Array(length * width);
  for (const index of places) {
    const bucket = Math.floor(((of.sentAt[index] ?? 0) - start) / bucketMs);
    const at = bucket * width + (of.outcome[index] ?? 0);
    outcomes[at] = (outcomes[at] ?? 0) + 1;
  }
  const times = timesOf(
    of,
    places,
    (index) => Math.floor(((of.sentAt[index] ?? 0) - start) / bucketMs),
    length,
  );
  return {
    bucketMs,
    count: places.length,
    latency: latencyOf(times.all.slice()),
    buckets: Array.from({ length }, (_, number) => ({
      from: new Date(start + number * bucketMs).toISOString(),
      until: new Date(start + (number + 1) * bucketMs).toISOString(),
      outcomes: outcomeCounts(outcomes.subarray(number * width, (number + 1) * width)),
      latency: latencyOf(times.all.subarray(times.ends[number - 1] ?? 0, times.ends[number])),
    })),
  };
}

/** The total times of what was answered, bucket by bucket, and where each bucket ends. */
function timesOf(
  of: TestContext["columns"]["of"],
  places: Uint32Array,
  bucketOf: (index: number) => number,
  length: number,
): { readonly all: Float64Array; readonly ends: Uint32Array } {
  const answered = places.filter((index) => isAnswered(of.outcome[index] ?? 0));
  const next = new Uint32Array(length + 1);
  for (const index of answered) next[bucketOf(index) + 1] = (next[bucketOf(index) + 1] ?? 0) + 1;
  for (let bucket = 1; bucket <= length; bucket += 1)
    next[bucket] = (next[bucket] ?? 0) + (next[bucket - 1] ?? 0);
  const ends = next.slice(1);
  const all = new Float64Array(answered.length);
  for (const index of answered) {
    const bucket = bucketOf(index);
    const at = next[bucket] ?? 0;
    all[at] = of.took[index] ?? 0;
    next[bucket] = at + 1;
  }
  return { all, ends };
}

function outcomeCounts(counts: Uint32Array): Record<Outcome, number> {
  return Object.fromEntries(OUTCOMES.map((name, index) => [name, counts[index + 1] ?? 0])) as Record<
    Outcome,
    number
  >;
}

const UNANSWERED = new Set(["failed", "cancelled"].map((name) => OUTCOMES.indexOf(name) + 1));

function isAnswered(outcome: number): boolean {
  return !UNANSWERED.has(outcome);
}

/** Sorts the times it is given. */
function latencyOf(times: Float64Array): Latency | null {
  if (times.length === 0) return null;
  const sorted = times.sort();
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
