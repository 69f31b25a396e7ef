import { createEventSearch } from "../../shared/catalog-edit/event-search.ts";
import { openDocument, withEvent } from "../../shared/catalog-edit/document.ts";
import { patchBetween } from "../../shared/catalog-edit/patch.ts";
import { createCatalogLinter } from "../../shared/catalog-lint/lint.ts";
import type { Catalog } from "../../shared/domain/catalog.ts";
import { largeCatalog } from "./large-catalog.ts";
import type { Benchmark, Measurement } from "./measurement.ts";
import { percentile } from "./measure.ts";

const ROUNDS = 200;

/** What each keystroke costs while a large catalog is searched and edited, but for drawing it. */
export const editCatalog: Benchmark = {
  name: "edit a catalog of 2,000 events x 50 parameters",
  async run() {
    const catalog = largeCatalog();
    return [searchKeystroke(catalog), ...editKeystroke(catalog)];
  },
};

function searchKeystroke(catalog: Catalog): Measurement {
  const queries = ["e", "ev", "event_1", "event_19", "parameter_49 event_1999", "group 7", "nothing like it"];
  const times = repeat((round) => {
    const isFound = createEventSearch(queries[round % queries.length] ?? "");
    return catalog.events.filter(isFound).length;
  });
  return measurement("search keystroke over names of events and parameters, p95", times, 16);
}

/** One cell of one event becomes another, as typing into it does. */
function editKeystroke(catalog: Catalog): Measurement[] {
  const linter = createCatalogLinter();
  linter.lint(catalog);
  const patches: number[] = [];
  let document = openDocument(catalog);
  const lints = repeat((round) => {
    const event = document.catalog.events[round];
    if (event === undefined) return 0;
    const [first, ...rest] = event.parameters;
    if (first === undefined) return 0;
    document = withEvent(document, round, {
      ...event,
      parameters: [{ ...first, description: `d${round}` }, ...rest],
    });
    const start = performance.now();
    patchBetween(catalog, document.catalog);
    patches.push(performance.now() - start);
    return linter.lint(document.catalog).length;
  });
  return [
    measurement("what is kept after an edit, p95", patches, 16),
    measurement("check again after an edit, in the worker, p95", lints, 100),
  ];
}

function repeat(run: (round: number) => unknown): number[] {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = performance.now();
    run(round);
    times.push(performance.now() - start);
  }
  return times;
}

function measurement(name: string, times: readonly number[], atMost: number): Measurement {
  const value = percentile(times, 0.95);
  const met = value <= atMost;
  return { name: `catalog of 2,000 x 50: ${name}`, value, unit: "ms", target: `at most ${atMost} ms`, met };
}
