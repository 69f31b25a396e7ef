import { createHash } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import { z } from "zod";
import { exchangeSchema, type Exchange } from "../../../shared/domain/exchange.ts";
import { withoutCredentialPlaces } from "../../../shared/export/redaction/credentials.ts";
import { mapItemTexts } from "../../../shared/export/redaction/map-texts.ts";
import { EXCHANGE_LINE_FORMAT } from "../../../shared/export/ndjson.ts";
import type { ExportItem } from "../../../shared/export/types.ts";
import { createElementScanner } from "../../../shared/import/element-scanner.ts";
import { exchangeOfHarEntry, harEntrySchema } from "../../../shared/import/har-entry.ts";
import { readEventFacts } from "../send/read-event.ts";
import { IMPORT_LIMITS } from "./limits.ts";

/** One exchange of a file, or why one of it is none. `number` counts from 1. */
export type ReadItem =
  | ({ readonly kind: "exchange" } & ExportItem)
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
  if (typeof read === "string") return skipped(read);
  return { kind: "exchange", ...asImported({ exchange: read, ...besideOf(value) }, input) };
}

// What is wrong beside an exchange does not keep the exchange out.
const besideSchema = z.object({
  note: z.string().max(20_000).nullable().catch(null).default(null),
  tags: z.array(z.string().trim().min(1).max(60)).max(50).catch([]).default([]),
});

/** What this console wrote beside the exchange: in the record itself, or in the one beside a HAR entry. */
function besideOf(value: unknown): z.infer<typeof besideSchema> {
  const nothing = { note: null, tags: [] };
  if (!isHarEntry(value)) return besideSchema.catch(nothing).parse(value);
  const entry = z.object({ _optievent: besideSchema }).safeParse(value);
  return entry.data?.["_optievent"] ?? nothing;
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
function asImported(item: ExportItem, { origin, importedAt, redactSecrets }: ReadImport): ExportItem {
  const { exchange } = item;
  const { exchange: cleaned, ...beside } = mapItemTexts(
    withoutCredentialPlaces(item, () => {}),
    redactSecrets,
  );
  const identity = JSON.stringify([exchange.id, cleaned.sentAt, cleaned.request, cleaned.response]);
  const { tenant } = cleaned;
  const imported = {
    ...cleaned,
    id: `imported-${createHash("sha256").update(identity).digest("hex").slice(0, 32)}`,
    tenant: tenant === null ? null : { ...tenant, id: `imported:${tenant.name}` },
    draftId: null,
    presetId: null,
    run: null,
    imported: { origin, importedAt },
  };
  return { exchange: imported, ...beside };
}
