import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { createExchangeWriter } from "../../electron/core/history/exchange-writer.ts";
import { openEngine } from "../../electron/core/history/finding/engine.ts";
import { migrate } from "../../electron/core/history/migrate.ts";
import { migrations } from "../../electron/core/history/migrations.ts";
import type { Exchange } from "../../shared/domain/exchange.ts";
import { repositoryRoot } from "../lib/run-tool.ts";
import { exampleHistory } from "./example-history.ts";

/** When the newest exchange of an example was sent. */
export const EXAMPLE_UNTIL = Date.UTC(2026, 10, 25, 8);

const BATCH = 2_000;

/**
 * The folder of a workspace with a history of so many exchanges, index and all, made once and kept in `.cache`. It is
 * written without syncing the disk, by the console's own writer.
 */
export function exampleWorkspace(count: number): string {
  const steps = migrations.length;
  const folder = join(repositoryRoot, ".cache", "bench", `history-${count}-v${steps}`);
  if (existsSync(folder)) {
    finishIndex(join(folder, "history.sqlite"));
    return folder;
  }
  const making = `${folder}.${process.pid}`;
  mkdirSync(making, { recursive: true, mode: 0o700 });
  try {
    console.error(`Making a history of ${count.toLocaleString("en-GB")} exchanges, once.`);
    write(join(making, "history.sqlite"), count);
    renameSync(making, folder);
    return folder;
  } finally {
    rmSync(making, { recursive: true, force: true });
  }
}

function write(path: string, count: number): void {
  const database = new DatabaseSync(path);
  const migrated = migrate(database, migrations);
  if (!migrated.ok) throw new Error(migrated.error.message);
  database.exec("PRAGMA synchronous = OFF; PRAGMA wal_autocheckpoint = 20000");
  const append = createExchangeWriter(database);
  let batch: Exchange[] = [];
  for (const exchange of exampleHistory(count, EXAMPLE_UNTIL)) {
    batch.push(exchange);
    if (batch.length < BATCH) continue;
    append(batch);
    batch = [];
  }
  if (batch.length > 0) append(batch);
  database.close();
  finishIndex(path);
}

/** Takes what is not in the index yet into it, all of it where its form has changed since. */
function finishIndex(path: string): void {
  const engine = openEngine(path);
  while (engine.improve());
  engine.close();
}
