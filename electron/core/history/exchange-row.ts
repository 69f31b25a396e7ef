import type { SQLInputValue, SQLOutputValue } from "node:sqlite";
import { z } from "zod";
import {
  exchangeSchema,
  exchangeSummarySchema,
  type Exchange,
  type ExchangeSummary,
} from "../../../shared/domain/exchange.ts";

/** As much of a stored record as putting the bodies back takes; the whole is checked afterwards. */
const recordSchema = z.looseObject({ request: z.looseObject({}), response: z.looseObject({}).nullable() });

type Row = Readonly<Record<string, SQLOutputValue>>;

/** The columns of `exchange`, named as in the schema, without `sequence`, which the database gives. */
export function toRow(exchange: Exchange): Record<string, SQLInputValue> {
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
  });
}

function withoutBodies(exchange: Exchange): unknown {
  const { text: _text, ...request } = exchange.request;
  if (exchange.response === null) return { ...exchange, request };
  const { body: _body, ...response } = exchange.response;
  return { ...exchange, request, response };
}
