import { recordOf } from "./ndjson.ts";
import type { ExportContext, ExportItem } from "./types.ts";

/** The name and version of the format, in each file. */
export const HISTORY_EXPORT_FORMAT = "optievent-history/1";

/**
 * Exchanges as one JSON document, `{format, exportedAt, app, exchanges: [...]}`, in chunks of one exchange, so that the whole
 * of it is never in memory.
 */
export async function* exportJson(
  items: AsyncIterable<ExportItem>,
  { exportedAt, app }: ExportContext,
): AsyncGenerator<string> {
  const head = { format: HISTORY_EXPORT_FORMAT, exportedAt, app };
  yield `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "exchanges": [`;
  let separator = "\n";
  for await (const item of items) {
    yield `${separator}${indentedJson(recordOf(item), "    ")}`;
    separator = ",\n";
  }
  yield "\n  ]\n}\n";
}

/** A value as JSON within a document: line breaks in values are escaped, so each one in the text begins a line of ours. */
export function indentedJson(value: unknown, indent: string): string {
  return `${indent}${JSON.stringify(value, null, 2).replaceAll("\n", `\n${indent}`)}`;
}
