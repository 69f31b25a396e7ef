import { neutralCell } from "../catalog-import/tables/cells.ts";
import { csvText } from "./catalog-csv.ts";
import type { CatalogRequest } from "./request.ts";
import { TYPE_TITLES } from "./type-titles.ts";

/** The request document as a table of the three things that the vendor asks for. */
export function requestCsv({ events }: CatalogRequest): string {
  const rows = events.flatMap(({ key, parameters }) =>
    parameters.length === 0
      ? [[key, "", ""]]
      : parameters.map(({ name, type }) => [key, name, TYPE_TITLES[type]]),
  );
  return csvText([
    ["Event Name", "Parameter Name", "Parameter Type"],
    ...rows.map((row) => row.map(neutralCell)),
  ]);
}
