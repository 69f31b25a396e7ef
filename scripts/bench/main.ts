import { parseArgs } from "node:util";
import { catalogWindow } from "./catalog-window.ts";
import { catalogInsight } from "./catalog-insight.ts";
import { editCatalog } from "./edit-catalog.ts";
import { exportHistory } from "./export-history.ts";
import { findInHistory } from "./find.ts";
import { importCatalogs } from "./import-catalog.ts";
import { keystroke } from "./keystroke.ts";
import { largeAnswer } from "./large-answer.ts";
import type { Benchmark, Measurement } from "./measurement.ts";
import { sendMany } from "./send-many.ts";
import { sendOne } from "./send-one.ts";
import { startWindow } from "./start-window.ts";
import { validateRate } from "./validate-rate.ts";

// `npm run bench` prints a table, `npm run bench -- --json` an array of {name, value, unit, baseline?, ratio?}.
// `--only TEXT` runs the benchmarks whose name contains it, `--rows N` says how long the history is (1,000,000).

const benchmarks: readonly Benchmark[] = [
  sendOne,
  sendMany,
  startWindow,
  validateRate,
  catalogInsight,
  editCatalog,
  importCatalogs,
  catalogWindow,
  findInHistory,
  exportHistory,
  keystroke,
  largeAnswer,
];

const { values } = parseArgs({
  options: { json: { type: "boolean" }, only: { type: "string" }, rows: { type: "string" } },
});
const rows = Number(values.rows ?? 1_000_000);
const chosen = benchmarks.filter(({ name }) => name.includes(values.only ?? ""));
const measurements: Measurement[] = [];
for (const benchmark of chosen) {
  console.error(`Running: ${benchmark.name}`);
  measurements.push(...(await benchmark.run({ rows })));
}
console.log(
  values.json === true ? JSON.stringify(measurements, null, 2) : measurements.map(describe).join("\n"),
);

function describe({ name, value, unit, baseline, ratio, target, met }: Measurement): string {
  const compared = baseline === undefined ? "" : `, baseline ${format(baseline)} ${unit}`;
  const share = ratio === undefined ? "" : `, ratio ${format(ratio)}`;
  return `${met ? "ok  " : "MISS"} ${name}: ${format(value)} ${unit}${compared}${share} (${target})`;
}

function format(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString("en-GB") : value.toFixed(3);
}
