import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openHistory } from "./history.ts";

const script = join(import.meta.dirname, "fixtures", "append-exchanges.ts");
let folder: string;
let path: string;
let children: ChildProcess[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "history-processes-"));
  path = join(folder, "history.sqlite");
  children = [];
});
afterEach(() => {
  for (const child of children) child.kill("SIGKILL");
  rmSync(folder, { recursive: true });
});

function start(prefix: string, count: number): { child: ChildProcess; lines: AsyncIterable<string> } {
  const child = spawn(process.execPath, [script, path, prefix, String(count)], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  children.push(child);
  if (child.stdout === null) throw new Error("The output is a pipe.");
  return { child, lines: createInterface({ input: child.stdout }) };
}

async function take(lines: AsyncIterable<string>, count: number): Promise<string[]> {
  const taken: string[] = [];
  for await (const line of lines) {
    taken.push(line);
    if (taken.length === count) break;
  }
  return taken;
}

function recordedIds(): string[] {
  const opened = openHistory(path);
  if (!opened.ok) throw new Error(opened.error.message);
  const ids = [...opened.value.iterate(null)].map((exchange) => exchange.id);
  expect(opened.value.count()).toBe(ids.length);
  opened.value.close();
  return ids;
}

describe("history", () => {
  it("has every exchange whose recording was answered, although the process was killed at once", async () => {
    const { child, lines } = start("killed", 500);
    const answered = await take(lines, 20);
    child.kill("SIGKILL");
    await once(child, "exit");
    const recorded = recordedIds();
    expect(recorded).toEqual(expect.arrayContaining(answered));
    expect(new Set(recorded).size).toBe(recorded.length);
  });

  it("takes what several processes record at once, from its very first opening", async () => {
    const all = ["a", "b", "c", "d"].map((prefix) => start(prefix, 25));
    const answered = await Promise.all(all.map(({ lines }) => take(lines, 25)));
    const recorded = recordedIds();
    expect([...recorded].sort()).toEqual(answered.flat().sort());
    const ofA = recorded.filter((id) => id.startsWith("a-"));
    expect(ofA).toEqual(answered[0]);
  });
});
