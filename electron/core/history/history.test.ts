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

describe("counting", () => {
  it("counts what belongs to a tenant, to an event and to both", async () => {
    const other: Exchange["tenant"] = { id: "other", name: "Other", kind: "test" };
    await history.append(exampleExchange({ id: "a" }));
    await history.append(exampleExchange({ id: "b", event: "login" }));
    await history.append(exampleExchange({ id: "c", event: "login", tenant: other }));
    const filters = [
      {},
      { event: "login" },
      { tenantId: "sandbox" },
      { tenantId: "other", event: "login" },
      { tenantId: "none" },
    ];
    expect(filters.map((filter) => history.count(filter))).toEqual([3, 2, 2, 1, 0]);
    await history.removals.remove([3], "Selection", new Date());
    expect(filters.map((filter) => history.count(filter))).toEqual([2, 1, 2, 0, 0]);
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
