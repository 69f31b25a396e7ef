import type { ExportContext, ExportItem } from "./types.ts";

/** The name and version of the format, in each line, so that a line says by itself what it is. */
export const EXCHANGE_LINE_FORMAT = "optievent-exchange/1";

/** One exchange a line, each a JSON object, with `note` and `tags` beside its fields. */
export async function* exportNdjson(
  items: AsyncIterable<ExportItem>,
  context: ExportContext,
): AsyncGenerator<string> {
  for await (const item of items) yield `${JSON.stringify({ ...lineHead(context), ...recordOf(item) })}\n`;
}

function lineHead({ exportedAt }: ExportContext) {
  return { format: EXCHANGE_LINE_FORMAT, exportedAt };
}

/** The record with what stands beside it; `note` is absent where there is none. */
export function recordOf({ exchange, note, tags }: ExportItem): Record<string, unknown> {
  return { ...exchange, ...(note === null ? {} : { note }), ...(tags.length === 0 ? {} : { tags }) };
}
