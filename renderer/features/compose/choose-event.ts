import type { CatalogEvent } from "../../../shared/domain/catalog.ts";
import type { Api } from "../../../shared/domain/tenant.ts";

/** The event written last, as far as the catalog has it; else the first one that the API takes, else the first. */
export function chooseEvent(
  events: readonly CatalogEvent[],
  api: Api,
  lastKey: string | null,
): CatalogEvent | null {
  const last = events.find((event) => event.key === lastKey);
  if (last !== undefined) return last;
  return events.find((event) => event.apis === undefined || event.apis.includes(api)) ?? events[0] ?? null;
}
