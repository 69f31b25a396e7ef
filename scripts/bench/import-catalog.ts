import { catalogText } from "../../shared/catalog/catalog-text.ts";
import { catalogCsv } from "../../shared/catalog-export/catalog-csv.ts";
import { importCatalog } from "../../shared/catalog-import/import-catalog.ts";
import { CATALOG_FORMAT, type Catalog } from "../../shared/domain/catalog.ts";
import type { Benchmark, Measurement } from "./measurement.ts";

const EVENTS = 2000;
const PARAMETERS = 50;
const MOST_MILLISECONDS = 500;
const RUNS = 5;

/** How long a large catalog takes from the text of a file to the catalog, the best of a few runs. */
export const importCatalogs: Benchmark = {
  name: "import a catalog of 2,000 events",
  run: () => {
    const catalog = largeCatalog();
    return Promise.resolve([
      measurement("catalog file", catalogText(catalog), MOST_MILLISECONDS),
      measurement("CSV, 100,000 rows", catalogCsv(catalog), null),
    ]);
  },
};

function measurement(what: string, text: string, most: number | null): Measurement {
  const times = Array.from({ length: RUNS }, () => timeOf(text));
  const value = Math.min(...times);
  return {
    name: `import, 2,000 events of 50 parameters, ${what}`,
    value,
    unit: "ms",
    target: most === null ? "reported, no target" : `at most ${most} ms`,
    met: most === null || value <= most,
  };
}

function timeOf(text: string): number {
  const start = performance.now();
  const result = importCatalog(text);
  const time = performance.now() - start;
  if (!result.ok || result.catalog.events.length !== EVENTS)
    throw new Error("The catalog was not read whole.");
  return time;
}

function largeCatalog(): Catalog {
  const events = Array.from({ length: EVENTS }, (_, event) => ({
    key: `event_number_${event}`,
    id: 1101 + event,
    title: `Event ${event}`,
    apis: ["optievent" as const, "realtime" as const],
    parameters: Array.from({ length: PARAMETERS }, (_, index) => ({
      name: `parameter_${index}`,
      type: index % 3 === 0 ? ("number" as const) : ("string" as const),
      required: index % 2 === 0,
      description: `The parameter ${index} of the event ${event}`,
      ...(index % 3 === 0 ? { minimum: 0, example: index + 0.5 } : {}),
    })),
  }));
  return { format: CATALOG_FORMAT, name: "Large", events };
}
