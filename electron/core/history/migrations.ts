import type { DatabaseSync } from "node:sqlite";
import { sealEarlierRows } from "./seal-earlier-rows.ts";
import { sealsAndRemovals } from "./seals-and-removals.ts";

/**
 * A step of the database's schema. Once released it never changes: its hash is stored where it was applied. `between` runs
 * after `sql` and before `after`, in the same transaction, for what SQL cannot compute.
 */
export type Migration = {
  readonly name: string;
  readonly sql: string;
  readonly between?: (database: DatabaseSync) => void;
  readonly after?: string;
};

/**
 * The schema of history, step by step. One row of `exchange` is one exchange as the list shows it, with everything but the
 * bodies in `record` (JSON); bodies are in a table of their own so that walking the list does not pass over them. The
 * triggers make the evidence unchangeable for whoever opens the file, not only for this program; that of INSERT is there
 * because INSERT OR REPLACE removes rows without asking the triggers of DELETE.
 */
export const migrations: readonly Migration[] = [
  {
    name: "exchanges and their bodies",
    sql: `
CREATE TABLE exchange (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  sent_at TEXT NOT NULL,
  outcome TEXT NOT NULL,
  api TEXT NOT NULL,
  tenant_id TEXT,
  tenant_name TEXT,
  tenant_kind TEXT,
  event TEXT,
  identity_kind TEXT,
  identity_value TEXT,
  status INTEGER,
  total_ms REAL NOT NULL,
  message TEXT NOT NULL,
  reference TEXT,
  negative INTEGER NOT NULL,
  record TEXT NOT NULL
) STRICT;
CREATE INDEX exchange_by_tenant ON exchange (tenant_id);
CREATE INDEX exchange_by_event ON exchange (event);
CREATE INDEX exchange_by_tenant_and_event ON exchange (tenant_id, event);

CREATE TABLE exchange_body (
  sequence INTEGER PRIMARY KEY REFERENCES exchange (sequence),
  request TEXT NOT NULL,
  response ANY
) STRICT;

CREATE TABLE exchange_count (
  tenant TEXT NOT NULL,
  event TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (tenant, event)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER exchange_is_counted AFTER INSERT ON exchange BEGIN
  INSERT INTO exchange_count VALUES (json_quote(NEW.tenant_id), json_quote(NEW.event), 1)
    ON CONFLICT DO UPDATE SET count = count + 1;
END;

CREATE TRIGGER exchange_is_never_replaced BEFORE INSERT ON exchange
  WHEN EXISTS (SELECT 1 FROM exchange WHERE id = NEW.id OR sequence = NEW.sequence) BEGIN
  SELECT RAISE(ABORT, 'An exchange in history is evidence: it cannot be replaced.');
END;
CREATE TRIGGER exchange_is_never_updated BEFORE UPDATE ON exchange BEGIN
  SELECT RAISE(ABORT, 'An exchange in history is evidence: it cannot be changed.');
END;
CREATE TRIGGER exchange_is_never_deleted BEFORE DELETE ON exchange BEGIN
  SELECT RAISE(ABORT, 'An exchange in history is evidence: it cannot be deleted.');
END;
CREATE TRIGGER body_is_never_replaced BEFORE INSERT ON exchange_body
  WHEN EXISTS (SELECT 1 FROM exchange_body WHERE sequence = NEW.sequence) BEGIN
  SELECT RAISE(ABORT, 'An exchange in history is evidence: its bodies cannot be replaced.');
END;
CREATE TRIGGER body_is_never_updated BEFORE UPDATE ON exchange_body BEGIN
  SELECT RAISE(ABORT, 'An exchange in history is evidence: its bodies cannot be changed.');
END;
CREATE TRIGGER body_is_never_deleted BEFORE DELETE ON exchange_body BEGIN
  SELECT RAISE(ABORT, 'An exchange in history is evidence: its bodies cannot be deleted.');
END;
`,
  },
  {
    name: "seals, what is kept beside an exchange, and removals",
    ...sealsAndRemovals,
    between: sealEarlierRows,
  },
];
