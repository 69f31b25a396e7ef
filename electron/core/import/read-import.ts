import { createHash } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import { exchangeSchema, type Exchange } from "../../../shared/domain/exchange.ts";
import { withoutCredentialPlaces } from "../../../shared/export/redaction/credentials.ts";
import { mapItemTexts } from "../../../shared/export/redaction/map-texts.ts";
import { EXCHANGE_LINE_FORMAT } from "../../../shared/export/ndjson.ts";
import { createElementScanner } from "../../../shared/import/element-scanner.ts";
import { exchangeOfHarEntry, harEntrySchema } from "../../../shared/import/har-entry.ts";
import { readEventFacts } from "../send/read-event.ts";
import { IMPORT_LIMITS } from "./limits.ts";

/** One exchange of a file, or why one of it is none. `number` counts from 1. */
export type ReadItem =
  | { readonly kind: "exchange"; readonly exchange: Exchange }
  | { readonly kind: "skipped"; readonly number: number; readonly reason: string };

export type ReadImport = {
  readonly pieces: AsyncIterable<string>;
  /** Where the exchanges come from, in words. */
  readonly origin: string;
  readonly importedAt: string;
  readonly redactSecrets: (text: string) => string;
};

const SLICE_MS = 8;

/** Reads a file of any of the formats, item by item. Throws `SyntaxError` where it is none of them, or ends too early. */
export async function* readImport(input: ReadImport): AsyncGenerator<ReadItem> {
  let number = 0;
  let since = performance.now();
  for await (const text of itemTexts(input.pieces)) {
    number += 1;
    if (number > IMPORT_LIMITS.exchanges)
      throw new RangeError(`It holds more than ${IMPORT_LIMITS.exchanges} exchanges.`);
    yield readItem(text, number, input);
    if (performance.now() - since < SLICE_MS) continue;
    await setImmediate();
    since = performance.now();
  }
}

/** The items of a document, or the lines of NDJSON, which is told by its first line. */
async function* itemTexts(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  const scanner = createElementScanner(IMPORT_LIMITS.exchangeLength);
  let kind: "unknown" | "lines" | "document" = "unknown";
  let held = "";
  for await (const piece of pieces) {
    held += kind === "unknown" && held === "" ? piece.replace(/^\uFEFF/, "") : piece;
    if (kind === "unknown") kind = kindOf(held);
    if (kind === "lines") {
      const lines = held.split("\n");
      held = lines.pop() ?? "";
      yield* lines.filter((line) => line.trim() !== "");
    } else if (kind === "document") {
      yield* scanner.push(held);
      held = "";
    }
    if (held.length > IMPORT_LIMITS.exchangeLength) throw new SyntaxError("A line is too long.");
  }
  if (kind === "lines") {
    if (held.trim() !== "") yield held;
  } else {
    yield* scanner.push(held);
    if (!scanner.isComplete())
      throw new SyntaxError("It is neither a HAR log nor an export of this console, or it is cut off.");
  }
}

function kindOf(start: string): "unknown" | "lines" | "document" {
  const [, format] = /^\s*\{\s*"format"\s*:\s*"([^"]*)"/.exec(start) ?? [];
  if (format === EXCHANGE_LINE_FORMAT) return "lines";
  return format !== undefined || start.length > 200 ? "document" : "unknown";
}

function readItem(text: string, number: number, input: ReadImport): ReadItem {
  const skipped = (reason: string): ReadItem => ({ kind: "skipped", number, reason });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return skipped("It is not JSON.");
  }
  const read = isHarEntry(value) ? readHarEntry(value) : readRecord(value);
  return typeof read === "string" ? skipped(read) : { kind: "exchange", exchange: asImported(read, input) };
}

function isHarEntry(value: unknown): boolean {
  return typeof value === "object" && value !== null && "startedDateTime" in value;
}

function readRecord(value: unknown): Exchange | string {
  const parsed = exchangeSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const path = parsed.error.issues[0]?.path.map(String).join(".") ?? "";
  return `It is no exchange of this console: "${path}" is missing or wrong.`;
}

function readHarEntry(value: unknown): Exchange | string {
  const parsed = harEntrySchema.safeParse(value);
  if (!parsed.success) return "It is no entry of a HAR log.";
  const own = ownRecord(parsed.data);
  if (own !== null) return own;
  const foreign = exchangeOfHarEntry(parsed.data);
  if (foreign === null) return "It is no POST request, which every event is.";
  const facts = readEventFacts(foreign.request.text, foreign.api, null);
  if (facts.event === null && facts.identity === null) return "Its body is no event.";
  return { ...foreign, ...facts, id: "", imported: null };
}

/** What this console wrote beside the entry, with the bodies put back. */
function ownRecord({
  _optievent: record,
  request,
  response,
}: ReturnType<typeof harEntrySchema.parse>): Exchange | null {
  if (record === undefined) return null;
  const { request: ownRequest, response: ownResponse } = record;
  const parsed = exchangeSchema.safeParse({
    ...record,
    request: { ...(ownRequest as object), text: request.postData?.text ?? "" },
    response: ownResponse === null ? null : { ...(ownResponse as object), body: response.content.text ?? "" },
  });
  return parsed.success ? parsed.data : null;
}

/**
 * What others recorded is kept as theirs: under an id that the same exchange always gets, so that importing it twice adds nothing,
 * without anything that would point into this workspace, and without credentials.
 */
function asImported(exchange: Exchange, { origin, importedAt, redactSecrets }: ReadImport): Exchange {
  const { tenant } = exchange;
  const item = withoutCredentialPlaces({ exchange, note: null, tags: [] }, () => {});
  const cleaned = mapItemTexts(item, redactSecrets).exchange;
  const identity = JSON.stringify([exchange.id, cleaned.sentAt, cleaned.request, cleaned.response]);
  return {
    ...cleaned,
    id: `imported-${createHash("sha256").update(identity).digest("hex").slice(0, 32)}`,
    tenant: tenant === null ? null : { ...tenant, id: `imported:${tenant.name}` },
    draftId: null,
    presetId: null,
    run: null,
    imported: { origin, importedAt },
  };
}
