import { createCatalogLinter, lintCatalog } from "../../shared/catalog-lint/lint.ts";
import { compareCatalogs } from "../../shared/catalog/compare.ts";
import type { Catalog } from "../../shared/domain/catalog.ts";
import { largeCatalog } from "./large-catalog.ts";
import { percentile } from "./measure.ts";
import type { Benchmark, Measurement } from "./measurement.ts";

const ROUNDS = 20;

/** Checking and comparing a catalog of 2,000 events with 50 parameters each. */
export const catalogInsight: Benchmark = {
  name: "catalog lint and compare",
  async run() {
    const catalog = largeCatalog();
    const linter = createCatalogLinter();
    linter.lint(catalog);
    return [
      measured("catalog lint, 2,000 x 50, the first time", 500, () => lintCatalog(catalog)),
      measured("catalog lint, 2,000 x 50, after an edit", 16, (round) => linter.lint(edited(catalog, round))),
      measured("compare two catalogs of 2,000 x 50", 500, () =>
        compareCatalogs(catalog, structuredClone(catalog)),
      ),
      measured("compare 2,000 x 50 with an edit of it", 16, (round) =>
        compareCatalogs(catalog, edited(catalog, round)),
      ),
    ];
  },
};

function edited(catalog: Catalog, round: number): Catalog {
  const event = catalog.events[round];
  if (event === undefined) return catalog;
  return { ...catalog, events: catalog.events.with(round, { ...event, title: `Round ${round}` }) };
}

function measured(name: string, most: number, work: (round: number) => unknown): Measurement {
  const times = Array.from({ length: ROUNDS }, (_, round) => {
    const start = performance.now();
    work(round);
    return performance.now() - start;
  });
  const value = percentile(times, 0.5);
  return { name, value, unit: "ms", target: `at most ${most} ms`, met: value <= most };
}
