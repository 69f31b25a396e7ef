import type { DatabaseSync, SQLOutputValue } from "node:sqlite";
import { outcomeSchema } from "../../../../shared/domain/exchange.ts";
import { apiSchema, tenantKindSchema } from "../../../../shared/domain/tenant.ts";

/** What can be asked of an exchange without looking into its texts. Choices are numbers from 1 in the order of their schema; 0 is none. */
export type Facts = {
  readonly sequence: number;
  /** Milliseconds since 1970. */
  readonly sentAt: number;
  /** Milliseconds. */
  readonly took: number;
  readonly outcome: number;
  readonly api: number;
  readonly kind: number;
  readonly expected: number;
  /** 0 where there was no answer. */
  readonly status: number;
  /** Of FLAG. */
  readonly flags: number;
  /** Of `bitOf`. */
  readonly has: number;
  readonly identityHash: number;
  readonly referenceHash: number;
  readonly tenant: string | null;
  readonly event: string | null;
  readonly run: string | null;
  readonly preset: string | null;
  readonly rules: string | null;
};

export const FLAG = { negative: 1, imported: 2, customer: 4, visitor: 8, longText: 16, removed: 32 } as const;

export const OUTCOMES: readonly string[] = outcomeSchema.options;
export const APIS: readonly string[] = apiSchema.options;
export const KINDS: readonly string[] = tenantKindSchema.options;

/** Texts beyond this many characters are not in the index; they are looked into one by one. */
export const MOST_INDEXED = 200_000;

const COLUMNS = `sequence, sent_at, total_ms, outcome, api, tenant_id, tenant_name, tenant_kind, event, identity_kind,
  identity_value, status, reference, negative, run_id, preset_id, expected, imported, rules, has,
  length(request) + coalesce(length(response), 0) AS size`;

/** The facts of what was recorded after a sequence, oldest first. */
export function* readFacts(database: DatabaseSync, after: number): Generator<Facts> {
  const rows = database
    .prepare(
      `SELECT ${COLUMNS} FROM exchange JOIN exchange_body USING (sequence) WHERE sequence > ? ORDER BY sequence`,
    )
    .iterate(after);
  for (const row of rows) yield toFacts(row);
}

function toFacts(row: Readonly<Record<string, SQLOutputValue>>): Facts {
  const text = (name: string): string | null => {
    const value = row[name];
    return typeof value === "string" && value !== "" ? value : null;
  };
  const id = text("tenant_id");
  return {
    sequence: Number(row["sequence"]),
    sentAt: Date.parse(String(row["sent_at"])),
    took: Number(row["total_ms"]),
    outcome: OUTCOMES.indexOf(String(row["outcome"])) + 1,
    api: APIS.indexOf(String(row["api"])) + 1,
    kind: KINDS.indexOf(String(row["tenant_kind"])) + 1,
    expected: OUTCOMES.indexOf(String(row["expected"])) + 1,
    status: Number(row["status"] ?? 0),
    flags: flagsOf(row),
    has: Number(row["has"]),
    identityHash: hashText(text("identity_value")),
    referenceHash: hashText(text("reference")),
    tenant: id === null ? null : `${id}\n${text("tenant_name") ?? id}`,
    event: text("event"),
    run: text("run_id"),
    preset: text("preset_id"),
    rules: text("rules"),
  };
}

function flagsOf(row: Readonly<Record<string, SQLOutputValue>>): number {
  return (
    (row["negative"] === 1 ? FLAG.negative : 0) |
    (row["imported"] === 1 ? FLAG.imported : 0) |
    (row["identity_kind"] === "customer" ? FLAG.customer : 0) |
    (row["identity_kind"] === "visitor" ? FLAG.visitor : 0) |
    (Number(row["size"]) > MOST_INDEXED ? FLAG.longText : 0)
  );
}

/** FNV-1a over the text in lower case, never 0, which is "none". Texts of the same hash are told apart by looking at them. */
export function hashText(text: string | null): number {
  if (text === null) return 0;
  let hash = 0x811c9dc5;
  const folded = text.toLowerCase();
  for (let index = 0; index < folded.length; index += 1) {
    hash = Math.imul(hash ^ folded.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0 || 1;
}
