import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import * as fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Exchange } from "../../../shared/domain/exchange.ts";
import { exampleExchange } from "../../../shared/domain/test-support/example-exchange.ts";
import { openHistory, type History } from "./history.ts";

let folder: string;
let path: string;
let history: History;

function open(): History {
  const opened = openHistory(path);
  if (!opened.ok) throw new Error(opened.error.message);
  return opened.value;
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "history-"));
  path = join(folder, "history.sqlite");
  history = open();
});

afterEach(() => {
  history.close();
  rmSync(folder, { recursive: true });
});

const anyText = fc.string({ unit: "binary", maxLength: 60 });

describe("a record", () => {
  it("comes back exactly as it was, whatever its texts and bytes", async () => {
    let count = 0;
    const property = fc.asyncProperty(
      anyText,
      anyText,
      fc.uint8Array({ maxLength: 60 }),
      async (text, body, bytes) => {
        const { response, request } = exampleExchange();
        if (response === null) throw new Error("The example has a response.");
        const asText = exampleExchange({
          id: `text-${count}`,
          event: text,
          request: { ...request, text },
          response: { ...response, body },
        });
        const base64 = Buffer.from(bytes).toString("base64");
        const asBytes = exampleExchange({
          id: `bytes-${count}`,
          response: { ...response, body: base64, bodyEncoding: "base64" },
        });
        count += 1;
        for (const exchange of [asText, asBytes]) {
          await history.append(exchange);
          expect(history.get(exchange.id)).toEqual({ ok: true, value: exchange });
        }
      },
    );
    await fc.assert(property, { numRuns: 60 });
  });

  it("keeps an exchange without answer, tenant, event and identity", async () => {
    const exchange = exampleExchange({
      outcome: "failed",
      response: null,
      tenant: null,
      catalog: null,
      event: null,
      identity: null,
      failure: {
        code: "connect.refused",
        phase: "connect",
        message: "Nobody answers.",
        nextStep: "Start it.",
      },
    });
    await history.append(exchange);
    expect(history.get(exchange.id)).toEqual({ ok: true, value: exchange });
    expect(history.page({ before: null, limit: 1 }).rows[0]).toMatchObject({ status: null, identity: null });
  });

  it("is still there after the console was started again", async () => {
    await history.append(exampleExchange());
    history.close();
    history = open();
    expect(history.get("exchange-1")).toEqual({ ok: true, value: exampleExchange() });
  });

  it("is not found under an id that was never recorded", () => {
    expect(history.get("exchange-2")).toMatchObject({ ok: false, error: { code: "history.not-found" } });
  });

  it("is in a file that only its owner can read, its log included", async () => {
    await history.append(exampleExchange());
    const modes = ["", "-wal", "-shm"].map((suffix) => statSync(`${path}${suffix}`).mode & 0o777);
    expect(modes).toEqual([0o600, 0o600, 0o600]);
  });
});

describe("the database itself", () => {
  const statements = {
    "changing an exchange": "UPDATE exchange SET outcome = 'rejected'",
    "deleting an exchange": "DELETE FROM exchange",
    "adding an exchange without a seal":
      "INSERT INTO exchange (id, sent_at, outcome, api, total_ms, message, negative, record) VALUES ('x', '', '', '', 1, '', 0, '{}')",
    "replacing an exchange": "INSERT OR REPLACE INTO exchange SELECT * FROM exchange",
    "changing a body": "UPDATE exchange_body SET request = ''",
    "deleting a body": "DELETE FROM exchange_body",
    "replacing a body": "INSERT OR REPLACE INTO exchange_body SELECT sequence, '', '' FROM exchange_body",
  };

  it.each(Object.entries(statements))("refuses %s, whoever asks", async (_what, sql) => {
    await history.append(exampleExchange());
    const stranger = new DatabaseSync(path);
    expect(() => stranger.exec(sql)).toThrow(/is evidence/);
    stranger.close();
    expect(history.get("exchange-1")).toEqual({ ok: true, value: exampleExchange() });
  });

  it("records no exchange twice", async () => {
    await history.append(exampleExchange());
    await expect(history.append(exampleExchange({ outcome: "rejected" }))).rejects.toThrow(/is evidence/);
    expect(history.count()).toBe(1);
  });

  it("records a whole exchange or nothing", async () => {
    const stranger = new DatabaseSync(path);
    stranger.exec(
      "CREATE TRIGGER fault BEFORE INSERT ON exchange_body BEGIN SELECT RAISE(ABORT, 'fault'); END",
    );
    stranger.close();
    await expect(history.append(exampleExchange())).rejects.toThrow("fault");
    expect(history.count()).toBe(0);
    expect(history.has("exchange-1")).toBe(false);
  });
});

describe("paging", () => {
  const events = fc.constantFrom("login", "deposit", null);
  const rows = fc.array(events, { maxLength: 25 });

  async function readAll(
    limit: number,
    filter: { event?: string },
    between: () => Promise<void>,
  ): Promise<number[]> {
    const sequences: number[] = [];
    let before: number | null = null;
    for (;;) {
      const page = history.page({ before, limit, ...filter });
      sequences.push(...page.rows.map((row) => row.sequence));
      if (page.rows.length < limit) return sequences;
      before = page.rows.at(-1)?.sequence ?? null;
      await between();
    }
  }

  it("shows every row once and newest first, although rows arrive meanwhile", async () => {
    let count = 0;
    const add = async (event: string | null): Promise<void> => {
      count += 1;
      await history.append(exampleExchange({ id: `row-${count}`, event }));
    };
    const property = fc.asyncProperty(
      rows,
      fc.integer({ min: 1, max: 9 }),
      fc.boolean(),
      async (added, limit, filtered) => {
        for (const event of added) await add(event);
        const filter = filtered ? { event: "login" } : {};
        const there = [...history.iterate(null)].filter((row) => !filtered || row.event === "login");
        expect(history.page({ before: null, limit: 1, ...filter }).total).toBe(there.length);
        const read = await readAll(limit, filter, () => add("login"));
        expect(read).toHaveLength(there.length);
        expect(read).toEqual([...new Set(read)].sort((a, b) => b - a));
      },
    );
    await fc.assert(property, { numRuns: 10 });
  });

  it("finds what belongs to a tenant, to an event and to both", async () => {
    const other: Exchange["tenant"] = { id: "other", name: "Other", kind: "test" };
    await history.append(exampleExchange({ id: "a" }));
    await history.append(exampleExchange({ id: "b", event: "login" }));
    await history.append(exampleExchange({ id: "c", event: "login", tenant: other }));
    const ids = (filter: { event?: string; tenantId?: string }): (string | number)[] => {
      const page = history.page({ before: null, limit: 10, ...filter });
      return [page.total, ...page.rows.map((row) => row.id)];
    };
    expect(ids({})).toEqual([3, "c", "b", "a"]);
    expect(ids({ event: "login" })).toEqual([2, "c", "b"]);
    expect(ids({ tenantId: "sandbox" })).toEqual([2, "b", "a"]);
    expect(ids({ tenantId: "other", event: "login" })).toEqual([1, "c"]);
    expect(ids({ tenantId: "none" })).toEqual([0]);
  });
});

describe("walking through", () => {
  it("gives the chosen ones once each, oldest first, and passes over what is not there", async () => {
    for (const id of ["a", "b", "c"]) await history.append(exampleExchange({ id }));
    expect([...history.iterate(["c", "none", "a", "c"])].map((row) => row.id)).toEqual(["a", "c"]);
  });

  it("does not run after rows that arrive while it walks", async () => {
    await history.append(exampleExchange({ id: "first" }));
    const seen: string[] = [];
    for (const { id } of history.iterate(null)) {
      seen.push(id);
      await history.append(exampleExchange({ id: `after-${id}` }));
    }
    expect(seen).toEqual(["first"]);
  });
});
