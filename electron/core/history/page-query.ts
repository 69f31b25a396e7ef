import type { DatabaseSync, SQLInputValue, StatementSync } from "node:sqlite";
import type { HistoryPage } from "../../../shared/contract/calls.ts";
import { SUMMARY_COLUMNS, toSummary } from "./exchange-row.ts";

export type PageFilter = { readonly tenantId?: string | undefined; readonly event?: string | undefined };

/** Newest first; `before` is the sequence of the last row that the page before had. */
export type HistoryPageInput = PageFilter & { readonly before: number | null; readonly limit: number };

export type PageQuery = {
  rows(input: HistoryPageInput): HistoryPage["rows"];
  /** How many rows all pages of the filter have together. */
  total(filter: PageFilter): number;
  /** The highest sequence; 0 where there is none. */
  newest(): number;
};

/**
 * Pages of the list, newest first. A page starts below a sequence instead of after a number of rows: rows that arrive
 * meanwhile shift nothing, and the last page costs what the first does.
 */
export function createPageQuery(database: DatabaseSync): PageQuery {
  const statements = new Map<string, StatementSync>();
  const prepared = (sql: string): StatementSync => {
    const statement = statements.get(sql) ?? database.prepare(sql);
    statements.set(sql, statement);
    return statement;
  };
  return {
    rows: (input) => rowsOf(prepared, input),
    total: (filter) => totalOf(prepared, filter),
    newest: () => Number(prepared("SELECT max(sequence) AS newest FROM exchange").get()?.["newest"] ?? 0),
  };
}

type Prepared = (sql: string) => StatementSync;

function rowsOf(prepared: Prepared, input: HistoryPageInput): HistoryPage["rows"] {
  const conditions: string[] = [];
  const values: SQLInputValue[] = [];
  const require = (condition: string, value: SQLInputValue | undefined | null): void => {
    if (value === undefined || value === null) return;
    conditions.push(condition);
    values.push(value);
  };
  require("tenant_id = ?", input.tenantId);
  require("event = ?", input.event);
  require("sequence < ?", input.before);
  const where = conditions.length === 0 ? "" : `WHERE ${conditions.join(" AND ")}`;
  const sql = `SELECT ${SUMMARY_COLUMNS} FROM exchange ${where} ORDER BY sequence DESC LIMIT ?`;
  return prepared(sql)
    .all(...values, input.limit)
    .map(toSummary);
}

/** Summed from the counts by tenant and event, which are a few rows however long history is. */
function totalOf(prepared: Prepared, input: PageFilter): number {
  const sql = `SELECT coalesce(sum(count), 0) AS total FROM exchange_count
    WHERE (?1 IS NULL OR tenant = json_quote(?1)) AND (?2 IS NULL OR event = json_quote(?2))`;
  return Number(prepared(sql).get(input.tenantId ?? null, input.event ?? null)?.["total"]);
}
