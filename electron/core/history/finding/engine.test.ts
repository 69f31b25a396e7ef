import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Exchange } from "../../../../shared/domain/exchange.ts";
import { NEWEST_FIRST, type HistorySort } from "../../../../shared/domain/history.ts";
import { exampleExchange } from "../../../../shared/domain/test-support/example-exchange.ts";
import { seededRandom } from "../../../../shared/random/seeded-random.ts";
import { openHistory, type History } from "../history.ts";
import { openEngine, type Engine } from "./engine.ts";
import { indexPathOf } from "./index-database.ts";
import { Superseded } from "./plan.ts";
import { VARIED_NOW, variedExchange } from "./test-support/varied-exchange.ts";

const COUNT = 700;
const NOW = VARIED_NOW;
const none = { newerThan: null, upTo: null };

let folder: string;
let path: string;
let history: History;
let engine: Engine;
const recorded: Exchange[] = [];
const notes = new Map<string, { note: string; tags: string[]; pinned: boolean }>();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "history-engine-"));
  path = join(folder, "history.sqlite");
  const opened = openHistory(path);
  if (!opened.ok) throw new Error(opened.error.message);
  history = opened.value;
  const random = seededRandom(7);
  for (let index = 0; index < COUNT; index += 1) recorded.push(variedExchange(index, COUNT, random));
  await Promise.all(recorded.map((exchange) => history.append(exchange)));
  for (const [id, beside] of [
    ["x-5", { note: "Ask about the needle", tags: ["Ticket-9"], pinned: true }],
    ["x-690", { note: "smile", tags: [], pinned: false }],
  ] as const) {
    history.annotations.change(
      [id],
      { note: beside.note, addTags: beside.tags, pinned: beside.pinned },
      new Date(NOW),
    );
    notes.set(id, { ...beside, tags: [...beside.tags] });
  }
  engine = openEngine(path, () => NOW);
  // Some of it is in the index and some is not.
  engine.count({ ...none, query: { text: "", timeZone: "UTC" }, exact: true });
  expect([engine.improve(), engine.improve(), engine.improve()]).toEqual([true, true, false]);
});
afterAll(() => {
  engine.close();
  history.close();
  rmSync(folder, { recursive: true });
});

function valueOf<Value>(
  result: { ok: true; value: Value } | { ok: false; error: { message: string } },
): Value {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}
const query = (text: string) => ({ ...none, query: { text, timeZone: "UTC" } });

/** All pages of a query, one after the other. */
function idsOf(text: string, sort: HistorySort = NEWEST_FIRST, limit = 500): string[] {
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const page: { rows: readonly { id: string }[]; next: string | null } = valueOf(
      engine.page({ ...query(text), sort, cursor, limit }),
    );
    ids.push(...page.rows.map(({ id }) => id));
    cursor = page.next;
  } while (cursor !== null);
  return ids;
}

type Asked = { text: string; holds: (exchange: Exchange) => boolean };
const searched = (exchange: Exchange): string =>
  [
    exchange.message,
    exchange.event,
    exchange.identity?.value,
    exchange.reference,
    exchange.request.text,
    exchange.response?.body,
    notes.get(exchange.id)?.note,
  ]
    .join("\n\u0000\n")
    .toLowerCase();

const terms: Asked[] = [
  { text: "outcome:rejected", holds: ({ outcome }) => outcome === "rejected" },
  {
    text: "outcome:failed,cancelled",
    holds: ({ outcome }) => outcome === "failed" || outcome === "cancelled",
  },
  { text: "event:LOGIN", holds: ({ event }) => event === "login" },
  { text: "event:*o*", holds: ({ event }) => event?.includes("o") ?? false },
  { text: "api:realtime", holds: ({ api }) => api === "realtime" },
  { text: 'tenant:"retail eu"', holds: ({ tenant }) => tenant?.id === "eu" },
  { text: "tenant:sandbox", holds: ({ tenant }) => tenant?.id === "sandbox" },
  { text: "kind:test", holds: ({ tenant }) => tenant?.kind === "test" },
  { text: "identity:c-7", holds: ({ identity }) => identity?.value === "c-7" },
  { text: "identity:v-1", holds: ({ identity }) => identity?.value === "V-1" },
  {
    text: "customer:c-1*",
    holds: ({ identity }) => identity?.kind === "customer" && identity.value.startsWith("c-1"),
  },
  { text: "visitor:*", holds: ({ identity }) => identity?.kind === "visitor" },
  { text: "status:4xx", holds: ({ response }) => response?.status === 400 || response?.status === 404 },
  { text: "status:>=500", holds: ({ response }) => response?.status === 500 },
  { text: "took:>500ms", holds: ({ timings }) => timings.total > 500 },
  { text: "took:100ms..200ms", holds: ({ timings }) => timings.total >= 100 && timings.total <= 200 },
  { text: "after:yesterday", holds: ({ sentAt }) => sentAt >= "2026-11-22" },
  { text: "before:2026-11-22", holds: ({ sentAt }) => sentAt < "2026-11-22" },
  { text: "on:2026-11-21", holds: ({ sentAt }) => sentAt.startsWith("2026-11-21") },
  { text: "rule:tenant.*", holds: ({ findings }) => findings.some(({ rule }) => rule.startsWith("tenant.")) },
  { text: "code:1001", holds: ({ findings }) => findings.some(({ code }) => code === 1001) },
  { text: "run:run-7", holds: ({ run }) => run?.id === "run-7" },
  { text: "preset:*", holds: ({ presetId }) => presetId !== null },
  { text: "reference:1147206418897280", holds: ({ reference }) => reference === "1147206418897280" },
  {
    text: "expected:missed",
    holds: ({ expected, outcome }) => expected !== null && expected.outcome !== outcome,
  },
  { text: "expected:accepted", holds: ({ expected }) => expected?.outcome === "accepted" },
  { text: "negative:yes", holds: ({ negative }) => negative },
  { text: "has:reference", holds: ({ reference }) => reference !== null },
  {
    text: "has:errors,note",
    holds: ({ findings, id }) => findings.some(({ severity }) => severity === "error") || notes.has(id),
  },
  { text: "pinned:yes", holds: ({ id }) => notes.get(id)?.pinned === true },
  { text: "tag:ticket-*", holds: ({ id }) => (notes.get(id)?.tags.length ?? 0) > 0 },
  { text: "note:needle", holds: ({ id }) => notes.get(id)?.note.includes("needle") ?? false },
  ...[
    "needle",
    "NEEDLE IN",
    "äpfel",
    "tenantid is",
    "smile",
    "\uD83D\uDE00",
    "c-7",
    "x",
    "in hay",
    "no such text",
    '"word":',
    "1147206418897280",
  ].map((word) => ({
    text: JSON.stringify(word).replaceAll("\\\\", "\\"),
    holds: (exchange: Exchange) => searched(exchange).includes(word.toLowerCase()),
  })),
];
const anyTerm = fc.record({ term: fc.constantFrom(...terms), negated: fc.boolean() });

describe("a query", () => {
  it.each(terms.map((term) => [term.text, term] as const))(
    "%s finds what it says and nothing else",
    (text, { holds }) => {
      const expected = recorded.filter(holds).map(({ id }) => id);
      expect(idsOf(text).toReversed()).toEqual(expected);
    },
  );

  it("of several terms finds what all of them say, in either order, page by page, and counts it", () => {
    const sorts = fc.record({
      by: fc.constantFrom("time", "took"),
      direction: fc.constantFrom("ascending", "descending"),
    });
    fc.assert(
      fc.property(
        fc.array(anyTerm, { maxLength: 3 }),
        sorts,
        fc.integer({ min: 1, max: 90 }),
        (asked, sort: HistorySort, limit) => {
          const text = asked.map(({ term, negated }) => (negated ? "-" : "") + term.text).join(" ");
          const found = recorded.filter((exchange) =>
            asked.every(({ term, negated }) => term.holds(exchange) !== negated),
          );
          const place = new Map(recorded.map(({ id }, index) => [id, index]));
          const sign = sort.direction === "ascending" ? 1 : -1;
          const at = ({ id }: Exchange) => place.get(id) ?? 0;
          const sorted = found.toSorted((a, b) =>
            sort.by === "time"
              ? sign * (at(a) - at(b))
              : sign * (a.timings.total - b.timings.total) || at(b) - at(a),
          );
          expect(idsOf(text, sort, limit)).toEqual(sorted.map(({ id }) => id));
          expect(engine.count({ ...query(text), exact: true })).toEqual({
            ok: true,
            value: { count: found.length, isExact: true },
          });
          const sequences = found.map((exchange) => at(exchange) + 1);
          expect(engine.select(query(text))).toEqual({ ok: true, value: sequences });
        },
      ),
      { numRuns: 60 },
    );
  });

  it("is refused with the places of what is wrong with it", () => {
    expect(engine.count({ ...query("outcome:nope"), exact: false })).toMatchObject({
      ok: false,
      error: { code: "history.query-invalid", details: { problems: [{ from: 8, to: 12 }] } },
    });
  });

  it("is broken off when nobody waits for it any more", () => {
    const stop = () => {
      throw new Superseded();
    };
    expect(() => engine.count({ ...query("x"), exact: true }, stop)).toThrow(Superseded);
  });

  it("is bounded to what is new, or to what was there", () => {
    const count = (bounds: { newerThan: number | null; upTo: number | null }) =>
      valueOf(engine.count({ query: { text: "", timeZone: "UTC" }, exact: true, ...bounds })).count;
    expect(count({ newerThan: 690, upTo: null })).toBe(COUNT - 690);
    expect(count({ newerThan: null, upTo: 690 })).toBe(690);
  });
});

describe("values and charts", () => {
  it("count the values of a facet, its own terms left out", () => {
    const [outcomes, events] = valueOf(
      engine.facets({ ...query("outcome:rejected api:realtime"), facets: ["outcome", "event"], limit: 2 }),
    );
    const realtime = recorded.filter(({ api }) => api === "realtime");
    const count = (outcome: string) => realtime.filter((exchange) => exchange.outcome === outcome).length;
    expect(outcomes?.values.map(({ value, count: counted }) => [value, counted])).toContainEqual([
      "accepted",
      count("accepted"),
    ]);
    expect(outcomes?.hasMore).toBe(true);
    const rejected = realtime.filter(({ outcome }) => outcome === "rejected");
    const all = events?.values[0];
    expect(all?.count).toBe(rejected.filter(({ event }) => event === all?.value).length);
  });

  it("show outcomes over time and percentiles of what is found", () => {
    const series = valueOf(engine.series({ ...query("-outcome:failed,cancelled"), buckets: 10 }));
    const answered = recorded.filter(({ outcome }) => outcome !== "failed" && outcome !== "cancelled");
    expect(series.count).toBe(answered.length);
    expect(series.buckets.length).toBeLessThanOrEqual(11);
    const sum = series.buckets.flatMap(({ outcomes }) => Object.values(outcomes)).reduce((a, b) => a + b, 0);
    expect(sum).toBe(answered.length);
    const times = answered.map(({ timings }) => timings.total).sort((a, b) => a - b);
    expect(series.latency).toMatchObject({
      count: times.length,
      p50: times[Math.floor(times.length / 2)],
      max: times.at(-1),
    });
    expect(valueOf(engine.series({ ...query("nothing-like-that"), buckets: 10 }))).toMatchObject({
      buckets: [],
      latency: null,
    });
  });
});

describe("the index", () => {
  it("is read again by the next engine, and made again where it is damaged or another history's", () => {
    const before = idsOf('"needle in" outcome:rejected');
    for (const damage of [() => {}, () => writeFileSync(indexPathOf(path), "no index".repeat(900))]) {
      engine.close();
      damage();
      engine = openEngine(path, () => NOW);
      expect(idsOf('"needle in" outcome:rejected')).toEqual(before);
    }
    expect([engine.improve(), engine.improve(), engine.improve()]).toEqual([true, true, false]);
    expect(idsOf('"needle in" outcome:rejected')).toEqual(before);
  });

  it("follows what is recorded, noted and removed", async () => {
    const text = "brand-new-word";
    expect(idsOf(text)).toEqual([]);
    await history.append(exampleExchange({ id: "late", message: text }));
    expect(idsOf(text)).toEqual(["late"]);
    history.annotations.change(["x-3"], { note: `About ${text}` }, new Date(NOW));
    expect(idsOf(text)).toEqual(["late", "x-3"]);
    await history.removals.remove([4], "Selection", new Date(NOW));
    expect(idsOf(text)).toEqual(["late"]);
    expect(idsOf("")).toHaveLength(COUNT);
  });
});
