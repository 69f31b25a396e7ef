import { parameterPath } from "../../../shared/form/fields.ts";
import { parseJson } from "../../../shared/json/parse.ts";
import { nodeAt } from "../../../shared/json/path.ts";
import { success, type Result } from "../../../shared/result/result.ts";
import type { Host } from "../../host/host.ts";
import type { DraftKey } from "./draft-store.ts";

/** How far back a value is looked for. */
const MOST_EXCHANGES = 50;

/** The value that a parameter had in the event's last exchange that has it, as JSON text; null where none of the last has. */
export async function findLastValue(
  host: Pick<Host, "call">,
  { tenantId, api, eventKey }: Pick<DraftKey, "tenantId" | "api" | "eventKey">,
  name: string,
): Promise<Result<string | null>> {
  const page = await host.call("history.page", {
    limit: MOST_EXCHANGES,
    tenantId,
    event: eventKey,
  });
  if (!page.ok) return page;
  for (const { id } of page.value.rows.filter((row) => row.api === api)) {
    const exchange = await host.call("history.get", { id });
    if (!exchange.ok) return exchange;
    const value = valueIn(exchange.value.request.text, name);
    if (value !== null) return success(value);
  }
  return success(null);
}

function valueIn(text: string, name: string): string | null {
  const parsed = parseJson(text);
  const node = parsed.ok ? nodeAt(parsed.root, parameterPath(name)) : undefined;
  return node === undefined ? null : text.slice(node.start, node.end);
}
