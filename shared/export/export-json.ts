import type { Exchange } from "../domain/exchange.ts";

/** The name and version of the format, in each file. */
export const HISTORY_EXPORT_FORMAT = "optievent-history/1";

export type JsonExportInput = {
  /** ISO-8601 UTC. */
  readonly exportedAt: string;
  readonly app: { readonly name: string; readonly version: string };
  readonly exchanges: Iterable<Exchange>;
  /** Passed over the text of each exchange, although records hold references only: an export leaves the machine. */
  readonly redact: (text: string) => string;
};

/**
 * Exchanges as one JSON document, `{format, exportedAt, app, exchanges: [...]}`, in chunks of one exchange, so that the whole
 * of it is never in memory.
 */
export function* exportJson(input: JsonExportInput): Generator<string> {
  const head = { format: HISTORY_EXPORT_FORMAT, exportedAt: input.exportedAt, app: input.app };
  yield `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "exchanges": [`;
  let separator = "\n";
  for (const exchange of input.exchanges) {
    yield `${separator}${input.redact(indented(exchange))}`;
    separator = ",\n";
  }
  yield "\n  ]\n}\n";
}

/** Line breaks within values are escaped in JSON, so each one in the text begins a line of ours. */
function indented(exchange: Exchange): string {
  return `    ${JSON.stringify(exchange, null, 2).replaceAll("\n", "\n    ")}`;
}
