import { useWorkspace } from "../../../app/workspace-context.tsx";
import { useHost } from "../../../host/host-context.tsx";
import type { ImportSource } from "./import-source.ts";

/** How many of the last exchanges are looked at: enough to see which parameters always come. */
const MOST_EXCHANGES = 200;

/** What was sent to the tenant last, one body a line, as examples to make a catalog of; a sentence where there is nothing. */
export function useSentPayloads(): () => Promise<ImportSource | string> {
  const host = useHost();
  const { tenant } = useWorkspace();
  return async () => {
    if (tenant === null) return "No tenant is chosen, so there is nothing that was sent to it.";
    const page = await host.call("history.page", { tenantId: tenant.id, limit: MOST_EXCHANGES });
    if (!page.ok) return page.error.message;
    const bodies: string[] = [];
    for (const { id } of page.value.rows) {
      const exchange = await host.call("history.get", { id });
      if (!exchange.ok) return exchange.error.message;
      bodies.push(exchange.value.request.text.replaceAll(/\s*\n\s*/gu, " "));
    }
    if (bodies.length === 0) return `Nothing was sent to ${tenant.name} yet.`;
    return { input: bodies.join("\n"), fileName: null };
  };
}
