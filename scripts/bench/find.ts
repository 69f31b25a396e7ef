import { join } from "node:path";
import { createFinding, type Finding } from "../../electron/core/history/finding/finding.ts";
import { NEWEST_FIRST, type HistorySort } from "../../shared/domain/history.ts";
import { seededRandom } from "../../shared/random/seeded-random.ts";
import { exampleWorkspace } from "./history-database.ts";
import { percentile } from "./measure.ts";
import type { Benchmark, Measurement } from "./measurement.ts";

const ROUNDS = 100;
const PAGE = 100;
const LONGEST: HistorySort = { by: "took", direction: "descending" };

const FILTERS = [
  "outcome:rejected",
  "outcome:failed,unrecognised",
  "event:deposit",
  "event:kyc_passed",
  "tenant:casino",

  "kind:production",
  "api:realtime",
  "status:4xx",
  "status:>=500",
  "took:>500ms",
  "took:>899ms",
  "negative:yes",

  "rule:tenant.*",
  "code:1001",
  "run:run-7",
  "expected:missed",
  "has:errors",
  "customer:c-777",
  "visitor:c-4*",
  "reference:1147200000500000",
  "on:2026-11-20",
  "before:2026-07-01",
  "after:2026-11-25",
  "pinned:yes",

  "outcome:failed event:login",
  "outcome:failed status:400",
  "outcome:rejected event:deposit tenant:casino",

  "-outcome:accepted -outcome:rejected took:>800ms",
  "api:realtime event:kyc_passed outcome:unrecognised",
];

const random = seededRandom(99);
const digits = (below: number) => String(Math.floor(random() * below));
const TEXTS = [
  () => "johndoe",
  () => `c-${digits(200_000)}`,
  () => `ORD-${digits(9_999_991)}`,
  () => `maria.lopez${digits(90_000)}@domain.com`,
  () => "tenantId is missing",
  () => "backoffice",
  () => `nothing like ${digits(1000)}`,
  () => `"amount": ${digits(1000)}.5`,
  () => `1147200000${digits(1_000_000)}`,
];

/** Questions to a long history, through the thread that answers them in the console. */
export const findInHistory: Benchmark = {
  name: "history",
  async run({ rows }) {
    const finding = createFinding(join(exampleWorkspace(rows), "history.sqlite"));
    const size = rows.toLocaleString("en-GB");
    const started = performance.now();
    await page(finding, "");
    const first = performance.now() - started;
    const filter = () => FILTERS[Math.floor(random() * FILTERS.length)] ?? "";
    const text = () =>
      JSON.stringify(TEXTS[Math.floor(random() * TEXTS.length)]?.() ?? "").replaceAll("\\\\", "\\");
    const measurements = [
      reported(`history of ${size}: first page after the start of the thread`, first),
      await p95(`history of ${size}: newest page, p95`, 5, () => page(finding, "")),
      await p95(`history of ${size}: any filter, p95`, 50, () => page(finding, filter())),
      await p95(`history of ${size}: full text, p95`, 100, () => page(finding, text())),
      await p95(`history of ${size}: a filter sorted by duration, p95`, 50, () =>
        page(finding, filter(), LONGEST),
      ),
      await p95(`history of ${size}: count of a filter, p95`, 50, () => count(finding, filter())),
    ];
    const began = performance.now();
    const series = await finding.ask("series", {
      query: { text: "", timeZone: "UTC" },
      newerThan: null,
      upTo: null,
      buckets: 60,
    });
    measurements.push(reported(`history of ${size}: charts over all of it`, performance.now() - began));
    if (!series.ok) throw new Error(series.error.message);
    await finding.close();
    return measurements;
  },
};

async function page(finding: Finding, text: string, sort = NEWEST_FIRST): Promise<void> {
  const bounds = { newerThan: null, upTo: null, cursor: null, limit: PAGE };
  const answer = await finding.ask("page", { ...bounds, query: { text, timeZone: "UTC" }, sort });
  if (!answer.ok) throw new Error(`${text}: ${answer.error.message}`);
}

async function count(finding: Finding, text: string): Promise<void> {
  const bounds = { newerThan: null, upTo: null, exact: false };
  const answer = await finding.ask("count", { ...bounds, query: { text, timeZone: "UTC" } });
  if (!answer.ok) throw new Error(`${text}: ${answer.error.message}`);
}

async function p95(name: string, allowed: number, ask: () => Promise<void>): Promise<Measurement> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = performance.now();
    await ask();
    times.push(performance.now() - start);
  }
  const value = percentile(times, 0.95);
  const median = percentile(times, 0.5).toFixed(1);
  return {
    name,
    value,
    unit: "ms",
    target: `at most ${allowed} ms, median ${median} ms`,
    met: value <= allowed,
  };
}

function reported(name: string, value: number): Measurement {
  return { name, value, unit: "ms", target: "reported, no target", met: true };
}
