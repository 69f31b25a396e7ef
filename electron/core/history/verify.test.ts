import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import * as fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { exampleExchange } from "../../../shared/domain/test-support/example-exchange.ts";
import { openHistory, type History } from "./history.ts";
import { migrate } from "./migrate.ts";
import { migrations } from "./migrations.ts";
import { verifyChain } from "./verify.ts";

let folder: string;
let path: string;
let history: History;
const now = new Date("2026-11-23T10:00:00.000Z");

function open(): History {
  const opened = openHistory(path);
  if (!opened.ok) throw new Error(opened.error.message);
  return opened.value;
}

async function record(count: number): Promise<void> {
  for (let index = 1; index <= count; index += 1) {
    await history.append(exampleExchange({ id: `row-${index}` }));
  }
}

/** As somebody with the file and SQLite, who takes the triggers away first. */
function tamper(sql: string): void {
  const database = new DatabaseSync(path, { enableForeignKeyConstraints: false });
  const triggers = database.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all();
  for (const { name } of triggers) database.exec(`DROP TRIGGER ${String(name)}`);
  database.exec(sql);
  for (const trigger of triggers) database.exec(String(trigger["sql"]));
  database.close();
}

function verify() {
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    return verifyChain(database);
  } finally {
    database.close();
  }
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "history-verify-"));
  path = join(folder, "history.sqlite");
  history = open();
});
afterEach(() => {
  history.close();
  rmSync(folder, { recursive: true });
});

describe("the chain of history", () => {
  it("is intact after recording, whatever the texts and bytes", async () => {
    let count = 0;
    const anyText = fc.string({ unit: "binary", maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(anyText, anyText, fc.double({ min: 0, noNaN: true }), async (text, message, total) => {
        count += 1;
        const example = exampleExchange();
        const response = example.response && {
          ...example.response,
          body: "AP8=",
          bodyEncoding: "base64" as const,
        };
        const timings = { ...example.timings, total };
        const request = { ...example.request, text };
        const id = `row-${count}`;
        await history.append(exampleExchange({ id, message, event: text, request, response, timings }));
      }),
      { numRuns: 40 },
    );
    const verified = verify();
    expect(verified).toMatchObject({ state: "intact", checked: count, removed: 0, problem: null });
    expect(verified.head).toMatch(/^[0-9a-f]{64}$/);
  });

  const changes: Record<string, [sql: string, sequence: number, kind: string]> = {
    "a changed outcome": ["UPDATE exchange SET outcome = 'rejected' WHERE sequence = 3", 3, "changed"],
    "a changed record": [
      "UPDATE exchange SET record = replace(record, '3.1', '3.2') WHERE sequence = 2",
      2,
      "changed",
    ],
    "a changed request": [
      "UPDATE exchange_body SET request = request || ' ' WHERE sequence = 4",
      4,
      "changed",
    ],
    "a changed answer": ["UPDATE exchange_body SET response = NULL WHERE sequence = 4", 4, "changed"],
    "a time moved from one column to the next": [
      "UPDATE exchange SET event = api || event, api = '' WHERE sequence = 5",
      5,
      "changed",
    ],
    "two exchanged rows": [
      "UPDATE exchange SET id = 'x' WHERE sequence = 2; UPDATE exchange SET id = 'row-2' WHERE sequence = 3; UPDATE exchange SET id = 'row-3' WHERE sequence = 2",
      2,
      "changed",
    ],
    "a missing row": ["DELETE FROM exchange WHERE sequence = 3", 3, "missing"],
    "a missing end": ["DELETE FROM exchange WHERE sequence > 4", 5, "missing"],
    "a missing end with the count of it": [
      "DELETE FROM exchange WHERE sequence > 4; UPDATE chain SET sequence = 4",
      4,
      "chain",
    ],
    "a row that was put in": [
      "INSERT INTO exchange SELECT 9, 'forged', sent_at, outcome, api, tenant_id, tenant_name, tenant_kind, event, identity_kind, identity_value, status, total_ms, message, reference, negative, record, run_id, preset_id, expected, imported, rules, has, seal FROM exchange WHERE sequence = 1",
      9,
      "added",
    ],
    "a row taken away as if it had been removed": [
      "INSERT INTO removed VALUES (2, 99, zeroblob(32)); DELETE FROM exchange WHERE sequence = 2",
      3,
      "changed",
    ],
  };

  it.each(Object.entries(changes))("names %s", async (_what, [sql, sequence, kind]) => {
    await record(6);
    tamper(sql);
    expect(verify()).toMatchObject({ state: "broken", problem: { sequence, kind }, head: null });
  });

  it("is intact after a removal that was stopped between two steps", async () => {
    await record(700);
    const stop = new AbortController();
    const steps: number[] = [];
    const onStep = (done: number): void => {
      steps.push(done);
      stop.abort();
    };
    const all = Array.from({ length: 700 }, (_, index) => index + 1);
    expect(await history.removals.remove(all, "Stopped", now, { onStep, signal: stop.signal })).toBe(500);
    expect(steps).toEqual([500]);
    expect(verify()).toMatchObject({ state: "intact", checked: 200, removed: 500 });
  });

  it("tells of what was removed, and is intact with it", async () => {
    await record(6);
    expect(await history.removals.remove([5, 2, 5, 77], "Selection", now)).toBe(2);
    await history.append(exampleExchange({ id: "later" }));
    expect(verify()).toMatchObject({
      state: "intact",
      checked: 5,
      removed: 2,
      removals: [{ removedAt: now.toISOString(), reason: "Selection", count: 2 }],
    });
    expect(history.count()).toBe(5);
    expect(history.has("row-2")).toBe(false);
  });

  it.each([
    ["of fewer", "UPDATE removal SET count = 1"],
    ["for another reason", "UPDATE removal SET reason = 'Retention'"],
    [
      "of others",
      "DELETE FROM exchange WHERE sequence = 4; UPDATE removed SET sequence = 4 WHERE sequence = 5",
    ],
    ["that never was", "DELETE FROM removal"],
  ])("names a removal that was made one %s", async (_what, sql) => {
    await record(6);
    await history.removals.remove([2, 5], "Selection", now);
    tamper(sql);
    expect(verify()).toMatchObject({ state: "broken" });
  });

  it("can be broken off", async () => {
    await record(3);
    const database = new DatabaseSync(path, { readOnly: true });
    expect(verifyChain(database, () => false)).toMatchObject({ state: "stopped", checked: 3, head: null });
    database.close();
  });

  it("begins with what was recorded before there was one, and says so", async () => {
    history.close();
    rmSync(path);
    const database = new DatabaseSync(path);
    migrate(database, migrations.slice(0, 1));
    const { request, response: _response, ...rest } = exampleExchange({ id: "old" });
    const {
      connection: _c,
      expected: _e,
      imported: _i,
      ...record
    } = { ...rest, response: null, request: { ...request, text: undefined } };
    database
      .prepare(
        "INSERT INTO exchange VALUES (1, 'old', ?, 'failed', 'optievent', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1.5, '', NULL, 0, ?)",
      )
      .run(rest.sentAt, JSON.stringify(record));
    database.exec("INSERT INTO exchange_body VALUES (1, '{}', NULL)");
    database.close();
    history = open();
    await history.append(exampleExchange({ id: "new" }));
    expect(verify()).toMatchObject({ state: "intact", checked: 2, sealedLater: 1 });
    expect(history.get("old")).toMatchObject({ ok: true, value: { expected: null, run: null } });
  });
});

describe("removing", () => {
  it("leaves nothing of the content in the files", async () => {
    const secret = "c-4711-to-be-forgotten";
    await record(30);
    await history.append(exampleExchange({ id: "gone", identity: { kind: "customer", value: secret } }));
    history.annotations.change(["gone"], { note: `About ${secret}` }, now);
    await history.removals.remove([31], "Selection", now);
    for (const name of readdirSync(folder)) {
      expect(readFileSync(join(folder, name)).includes(secret), name).toBe(false);
    }
  });

  it("records nothing where there is nothing to remove", async () => {
    await record(1);
    expect(await history.removals.remove([], "Selection", now)).toBe(0);
    expect(verify()).toMatchObject({ state: "intact", removals: [] });
  });
});

describe("notes, tags and pins", () => {
  it("stand beside the exchange and change without it", async () => {
    await record(2);
    const change = { note: "Ask the vendor", addTags: ["Ticket-1", "ticket-1", "x"], pinned: true };
    expect(history.annotations.change(["row-1", "row-2"], change, now)).toEqual({
      ok: true,
      value: { changed: 2 },
    });
    history.annotations.change(["row-1"], { removeTags: ["X"], note: "" }, now);
    expect(history.annotations.get("row-1")).toEqual({
      ok: true,
      value: { note: "", tags: ["Ticket-1"], pinned: true, changedAt: now.toISOString() },
    });
    expect(verify().state).toBe("intact");
  });

  it("change on all of the chosen ones or on none", async () => {
    await record(1);
    expect(history.annotations.change(["row-1", "none"], { pinned: true }, now)).toMatchObject({
      ok: false,
      error: { code: "history.not-found", details: { ids: ["none"] } },
    });
    expect(history.annotations.get("row-1")).toMatchObject({ value: { pinned: false } });
  });
});
