import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openHistory, type History } from "../history/history.ts";
import { createImportService, type ImportService } from "./import-service.ts";

let workspace: string;
let folder: string;
let history: History;

beforeEach(() => {
  workspace = mkdtempSync(join(tmpdir(), "import-service-"));
  folder = join(workspace, "imports");
  const opened = openHistory(join(workspace, "history.sqlite"));
  if (!opened.ok) throw new Error(opened.error.message);
  history = opened.value;
});
afterEach(() => {
  history.close();
  rmSync(workspace, { recursive: true });
});

function start(): ImportService {
  return createImportService({
    folder,
    history,
    clock: { now: () => new Date("2026-11-25T12:00:00Z") },
    currentRedactor: () => (text) => text,
    onProgress: () => {},
  });
}

async function handOver(service: ImportService): Promise<string> {
  const begun = await service.begin("theirs.har", 6);
  if (!begun.ok) throw new Error(begun.error.message);
  await service.append(begun.value.importId, Buffer.from("secret").toString("base64"));
  return begun.value.importId;
}

describe("a file that is handed over", () => {
  it("lies in the workspace until it is decided, and not after", async () => {
    const service = start();
    const importId = await handOver(service);
    expect(readFileSync(join(folder, importId, "file"), "utf8")).toBe("secret");
    await service.discard(importId);
    expect(readdirSync(folder)).toEqual([]);
  });

  it("goes when the console ends, and when the next one starts after one that was killed", async () => {
    const killed = start();
    await handOver(killed);
    const next = start();
    expect(existsSync(folder)).toBe(false);
    await handOver(next);
    next.close();
    expect(existsSync(folder)).toBe(false);
  });
});
