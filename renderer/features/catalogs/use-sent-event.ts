import type { EventCoverage } from "../../../shared/contract/coverage-calls.ts";
import type { CatalogEvent } from "../../../shared/domain/catalog.ts";
import { useHost } from "../../host/host-context.tsx";
import type { Host } from "../../host/host.ts";

/** How many exchanges of the event the types are read from. */
const MOST_EXCHANGES = 20;

/** An event as what was sent of it shows it; with its parameters' names alone where no request of it can be read. */
export function useSentEvent(): (event: EventCoverage) => Promise<CatalogEvent> {
  const host = useHost();
  return async (event) => {
    const bodies = await bodiesOf(host, event);
    // Read when it is asked for: with it come the readers of all formats.
    const { importCatalog } = await import("../../../shared/catalog-import/import-catalog.ts");
    const read = bodies.length === 0 ? null : importCatalog(bodies.join("\n"), { format: "payloads" });
    const found =
      read?.ok === true
        ? read.catalog.events.find(({ key, id }) => key === event.event || String(id) === event.event)
        : undefined;
    if (found !== undefined) return found;
    const parameters = event.undeclaredParameters.map(({ name }) => ({ name, type: "string" as const }));
    return { key: event.event, parameters };
  };
}

async function bodiesOf(host: Host, event: EventCoverage): Promise<string[]> {
  const bodies: string[] = [];
  for (const { tenantId } of event.tenants) {
    const page = await host.call("history.page", { tenantId, event: event.event, limit: MOST_EXCHANGES });
    for (const { id } of page.ok ? page.value.rows : []) {
      const exchange = await host.call("history.get", { id });
      if (exchange.ok) bodies.push(exchange.value.request.text.replaceAll(/\s*\n\s*/gu, " "));
    }
  }
  return bodies;
}
