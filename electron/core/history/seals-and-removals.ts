/**
 * The second step of the schema. `seal` chains each row to the one before it (`chain.ts`). `rules` and `has` repeat in short
 * what is in `record`, for queries. Exchanges can be removed only together with an entry of the chain that says so; of a
 * removed one `removed` keeps what the chain needs and nothing of its content. The indexes by tenant and event go: queries
 * are answered elsewhere, and each index costs every send a write.
 */
export const sealsAndRemovals = {
  sql: `
DROP INDEX exchange_by_tenant;
DROP INDEX exchange_by_event;
DROP INDEX exchange_by_tenant_and_event;
DROP TRIGGER exchange_is_never_updated;
DROP TRIGGER exchange_is_never_deleted;
DROP TRIGGER body_is_never_deleted;

ALTER TABLE exchange ADD COLUMN run_id TEXT;
ALTER TABLE exchange ADD COLUMN preset_id TEXT;
ALTER TABLE exchange ADD COLUMN expected TEXT;
ALTER TABLE exchange ADD COLUMN imported INTEGER NOT NULL DEFAULT 0;
ALTER TABLE exchange ADD COLUMN rules TEXT NOT NULL DEFAULT '';
ALTER TABLE exchange ADD COLUMN has INTEGER NOT NULL DEFAULT 0;
ALTER TABLE exchange ADD COLUMN seal BLOB;

CREATE TABLE chain (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  sequence INTEGER NOT NULL,
  seal BLOB NOT NULL,
  sealed_later INTEGER NOT NULL
) STRICT;

CREATE TABLE removal (
  sequence INTEGER PRIMARY KEY,
  removed_at TEXT NOT NULL,
  reason TEXT NOT NULL,
  count INTEGER NOT NULL,
  list BLOB NOT NULL,
  seal BLOB NOT NULL
) STRICT;

CREATE TABLE removed (
  sequence INTEGER PRIMARY KEY,
  removal INTEGER NOT NULL,
  content BLOB NOT NULL
) STRICT;

CREATE TABLE annotation (
  sequence INTEGER PRIMARY KEY,
  note TEXT NOT NULL,
  tags TEXT NOT NULL,
  pinned INTEGER NOT NULL,
  changed_at TEXT NOT NULL,
  revision INTEGER NOT NULL
) STRICT;
CREATE INDEX annotation_by_revision ON annotation (revision);
`,
  after: `
CREATE TRIGGER exchange_is_never_updated BEFORE UPDATE ON exchange BEGIN
  SELECT RAISE(ABORT, 'An exchange in history is evidence: it cannot be changed.');
END;
CREATE TRIGGER exchange_is_deleted_on_record_only BEFORE DELETE ON exchange
  WHEN NOT EXISTS (SELECT 1 FROM removed WHERE sequence = OLD.sequence) BEGIN
  SELECT RAISE(ABORT, 'An exchange in history is evidence: it cannot be deleted without a record of that.');
END;
CREATE TRIGGER body_is_deleted_on_record_only BEFORE DELETE ON exchange_body
  WHEN NOT EXISTS (SELECT 1 FROM removed WHERE sequence = OLD.sequence) BEGIN
  SELECT RAISE(ABORT, 'An exchange in history is evidence: its bodies cannot be deleted without a record of that.');
END;
CREATE TRIGGER deleted_exchange_is_not_counted AFTER DELETE ON exchange BEGIN
  UPDATE exchange_count SET count = count - 1
    WHERE tenant = json_quote(OLD.tenant_id) AND event = json_quote(OLD.event);
END;
CREATE TRIGGER exchange_is_sealed BEFORE INSERT ON exchange WHEN NEW.seal IS NULL BEGIN
  SELECT RAISE(ABORT, 'An exchange in history is evidence: it cannot be added without a seal.');
END;
CREATE TRIGGER removal_is_never_updated BEFORE UPDATE ON removal BEGIN
  SELECT RAISE(ABORT, 'A removal from history is on record: it cannot be changed.');
END;
CREATE TRIGGER removal_is_never_deleted BEFORE DELETE ON removal BEGIN
  SELECT RAISE(ABORT, 'A removal from history is on record: it cannot be deleted.');
END;
CREATE TRIGGER removed_is_never_updated BEFORE UPDATE ON removed BEGIN
  SELECT RAISE(ABORT, 'A removal from history is on record: it cannot be changed.');
END;
CREATE TRIGGER removed_is_never_deleted BEFORE DELETE ON removed BEGIN
  SELECT RAISE(ABORT, 'A removal from history is on record: it cannot be deleted.');
END;
`,
} as const;
