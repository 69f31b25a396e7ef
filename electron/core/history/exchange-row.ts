import type { SQLInputValue, SQLOutputValue } from "node:sqlite";
import { z } from "zod";
import type { SEALED_COLUMNS } from "./chain.ts";
import { hasBits, ruleText } from "./exchange-facts.ts";
import {
  exchangeSchema,
  exchangeSummarySchema,
  type Exchange,
  type ExchangeSummary,
} from "../../../shared/domain/exchange.ts";

/** As much of a stored record as putting the bodies back takes; the whole is checked afterwards. */
const recordSchema = z.looseObject({ request: z.looseObject({}), response: z.looseObject({}).nullable() });

type Row = Readonly<Record<string, SQLOutputValue>>;

export type ExchangeRow = Readonly<Record<(typeof SEALED_COLUMNS)[number], SQLInputValue>>;

/** The columns of `exchange`, named as in the schema, without `sequence` and `seal`, which the chain gives. */
export function toRow(exchange: Exchange): ExchangeRow {
  return {
    id: exchange.id,
    sent_at: exchange.sentAt,
    outcome: exchange.outcome,
    api: exchange.api,
    tenant_id: exchange.tenant?.id ?? null,
    tenant_name: exchange.tenant?.name ?? null,
    tenant_kind: exchange.tenant?.kind ?? null,
    event: exchange.event,
    identity_kind: exchange.identity?.kind ?? null,
    identity_value: exchange.identity?.value ?? null,
    status: exchange.response?.status ?? null,
    total_ms: exchange.timings.total,
    message: exchange.message,
    reference: exchange.reference,
    negative: exchange.negative ? 1 : 0,
    run_id: exchange.run?.id ?? null,
    preset_id: exchange.presetId,
    expected: exchange.expected?.outcome ?? null,
    imported: exchange.imported === null ? 0 : 1,
    rules: ruleText(exchange.findings),
    has: hasBits({ ...exchange, hasAnswer: exchange.response !== null }),
    record: JSON.stringify(withoutBodies(exchange)),
  };
}

/**
 * The bodies as the database keeps them: text as text, bytes as bytes. Half a surrogate pair becomes U+FFFD, as it did when
 * the request was encoded for the wire.
 */
export function toBodies(exchange: Exchange): { request: string; response: SQLInputValue } {
  const response = exchange.response;
  if (response === null) return { request: exchange.request.text, response: null };
  const isText = response.bodyEncoding === "utf8";
  return {
    request: exchange.request.text,
    response: isText ? response.body : Buffer.from(response.body, "base64"),
  };
}

/** The exchange of a row joined with its bodies. Throws where the row is none that `toRow` made. */
export function toExchange(row: Row): Exchange {
  const record = recordSchema.parse(JSON.parse(String(row["record"])));
  const { request, response } = row;
  const body = response instanceof Uint8Array ? Buffer.from(response).toString("base64") : response;
  return exchangeSchema.parse({
    ...record,
    request: { ...record.request, text: request },
    response: record.response === null ? null : { ...record.response, body },
  });
}

/** The columns that `toSummary` reads. */
export const SUMMARY_COLUMNS = `sequence, id, sent_at, outcome, api, tenant_name, tenant_kind, event, identity_kind,
  identity_value, status, total_ms, message, reference, negative, imported, expected, run_id`;

/** What the list shows of a row. Throws where the row is none that `toRow` made. */
export function toSummary(row: Row): ExchangeSummary {
  const { identity_kind: kind, identity_value: value } = row;
  return exchangeSummarySchema.parse({
    id: row["id"],
    sequence: row["sequence"],
    sentAt: row["sent_at"],
    outcome: row["outcome"],
    api: row["api"],
    tenantName: row["tenant_name"],
    tenantKind: row["tenant_kind"],
    event: row["event"],
    identity: kind === null ? null : { kind, value },
    status: row["status"],
    totalMs: row["total_ms"],
    message: row["message"],
    reference: row["reference"],
    negative: row["negative"] === 1,
    isImported: row["imported"] === 1,
    expected: row["expected"],
    runId: row["run_id"],
  });
}

/** The same of an exchange that was just recorded, which has nothing beside it yet. */
export function summarise(exchange: Exchange, sequence: number): ExchangeSummary {
  const { id, sentAt, outcome, api, event, identity, message, reference, negative } = exchange;
  return {
    id,
    sequence,
    sentAt,
    outcome,
    api,
    event,
    identity,
    message,
    reference,
    negative,
    tenantName: exchange.tenant?.name ?? null,
    tenantKind: exchange.tenant?.kind ?? null,
    status: exchange.response?.status ?? null,
    totalMs: exchange.timings.total,
    pinned: false,
    tags: [],
    hasNote: false,
    isImported: exchange.imported !== null,
    expected: exchange.expected?.outcome ?? null,
    runId: exchange.run?.id ?? null,
  };
}

function withoutBodies(exchange: Exchange): unknown {
  const { text: _text, ...request } = exchange.request;
  if (exchange.response === null) return { ...exchange, request };
  const { body: _body, omittedBytes: _omitted, ...response } = exchange.response;
  return { ...exchange, request, response };
}
