import { createWriteStream, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { Readable } from "node:stream";
import type { CallInput, CallName, CallOutput } from "../../../../shared/contract/calls.ts";
import { createConsole, type Console } from "../../../core/console.ts";
import { createConfStores } from "../../../core/workspace/conf-store.ts";

/** A console whose every file lies in one folder, those that it saves and the system's temporary ones included. */
export type PlantedConsole = {
  readonly workspace: string;
  /** Where what it exports is saved, under names that begin with a number. */
  readonly saved: string;
  /** What its calls and events told the window. */
  readonly told: string[];
  /** Answers of a call that is expected to be well. */
  call<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallOutput<Name>>;
  /** Ends the console; its files stay. */
  stop(): Promise<void>;
  /** Removes its files. */
  remove(): void;
};

export async function startPlantedConsole(): Promise<PlantedConsole> {
  const folder = mkdtempSync(join(tmpdir(), "leaks-"));
  const [workspace, saved, temporary] = ["workspace", "saved", "temporary"].map((name) => join(folder, name));
  if (workspace === undefined || saved === undefined || temporary === undefined)
    throw new Error("No folders.");
  mkdirSync(saved);
  mkdirSync(temporary);
  const before = process.env["TMPDIR"];
  process.env["TMPDIR"] = temporary;
  const running = await start(workspace, saved);
  const told: string[] = [];
  running.events.on((name, payload) => void told.push(JSON.stringify([name, payload])));
  return {
    workspace,
    saved,
    told,
    async call(name, input) {
      const result = await running.dispatch(name, input, { windowId: "window" });
      told.push(JSON.stringify(result));
      if (!result.ok) throw new Error(`${name}: ${result.error.message}`);
      return result.value as never;
    },
    stop: () => running.close(),
    remove() {
      if (before === undefined) delete process.env["TMPDIR"];
      else process.env["TMPDIR"] = before;
      rmSync(folder, { recursive: true });
    },
  };
}

async function start(workspace: string, saved: string): Promise<Console> {
  let count = 0;
  const started = await createConsole({
    workspacePath: workspace,
    host: "browser",
    openStore: createConfStores(workspace),
    async saveFile(name, _mimeType, chunks) {
      const path = join(saved, `${(count += 1)}-${name}`);
      await finished(Readable.from(chunks).pipe(createWriteStream(path)));
      return { kind: "saved", path };
    },
    startGateway: () => Promise.reject(new Error("This test needs no gateway.")),
    clock: { now: () => new Date() },
    random: Math.random,
    appVersion: "0.1.0",
  });
  if (!started.ok) throw new Error(started.error.message);
  return started.value;
}

/** Every file below a folder by its path. */
export function filesBelow(folder: string): ReadonlyMap<string, Buffer> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return new Map(
    files.map(({ parentPath, name }) => [join(parentPath, name), readFileSync(join(parentPath, name))]),
  );
}
