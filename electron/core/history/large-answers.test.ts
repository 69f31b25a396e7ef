import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, expect, it } from "vitest";
import { exampleExchange } from "../../../shared/domain/test-support/example-exchange.ts";
import { openHistory, type History } from "./history.ts";

const MARK = "a-mark-that-stands-nowhere-else";
const LARGE = `${MARK} ${"0123456789abcdef".repeat(200_000)} ${MARK}`;

let folder: string;
let path: string;
let history: History;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "history-large-"));
  path = join(folder, "history.sqlite");
  const opened = openHistory(path);
  if (!opened.ok) throw new Error(opened.error.message);
  history = opened.value;
});

afterEach(() => {
  history.close();
  rmSync(folder, { recursive: true });
});

async function record(id: string, body: string): Promise<void> {
  const exchange = exampleExchange({ id });
  const response = exchange.response;
  if (response === null) throw new Error("The example has no answer.");
  await history.append({ ...exchange, response: { ...response, body, byteLength: body.length } });
}

function query(sql: string) {
  const database = new DatabaseSync(path, { readOnly: true });
  const rows = database.prepare(sql).all();
  database.close();
  return rows;
}

it("keeps a large answer beside the row, which the list and its charts walk past", async () => {
  await record("large", LARGE);
  expect(query("SELECT length(response) AS length FROM exchange_body")).toEqual([{ length: LARGE.length }]);
  const [row] = query("SELECT * FROM exchange");
  expect(JSON.stringify(row)).not.toContain(MARK);
  expect(JSON.stringify(row).length).toBeLessThan(10_000);
  expect(history.get("large")).toMatchObject({ ok: true, value: { response: { body: LARGE } } });
});

it("removes a large answer together with its row, from the bytes of the files too", async () => {
  await record("small", "{}");
  await record("large", LARGE);
  await history.removals.remove([2], "Selection", new Date());
  expect(query("SELECT sequence FROM exchange_body")).toEqual([{ sequence: 1 }]);
  expect(query("SELECT sequence FROM exchange")).toEqual([{ sequence: 1 }]);
  for (const file of [path, `${path}-wal`]) {
    if (statSync(file, { throwIfNoEntry: false }) === undefined) continue;
    expect(readFileSync(file).includes(MARK), file).toBe(false);
  }
});
