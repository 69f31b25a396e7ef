import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { exampleExchange } from "../../../shared/domain/test-support/example-exchange.ts";
import { openHistory, type History } from "../history/history.ts";
import type { SaveFile } from "../ports.ts";
import { exportHistory } from "./export-history.ts";

let folder: string;
let history: History;
let saved: { name: string; mimeType: string; text: string }[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "export-"));
  const opened = openHistory(join(folder, "history.sqlite"));
  if (!opened.ok) throw new Error(opened.error.message);
  history = opened.value;
  for (const id of ["a", "b", "c"]) await history.append(exampleExchange({ id }));
  saved = [];
});
afterEach(() => {
  history.close();
  rmSync(folder, { recursive: true });
});

const collect: SaveFile = async (name, mimeType, chunks) => {
  saved.push({ name, mimeType, text: [...chunks].join("") });
  return { kind: "saved", path: name };
};

function run(ids: readonly string[] | null, saveFile = collect): ReturnType<typeof exportHistory> {
  const clock = { now: () => new Date("2026-11-23T09:15:07.000Z") };
  return exportHistory({ history, saveFile, clock, redact: (text) => text, appVersion: "0.1.0" }, ids);
}

function savedIds(): unknown[] {
  const document = JSON.parse(saved[0]?.text ?? "") as { exchanges: { id: unknown }[] };
  return document.exchanges.map(({ id }) => id);
}

describe("exporting history", () => {
  it("writes everything, under a name that says when", async () => {
    const result = await run(null);
    expect(result).toEqual({
      ok: true,
      value: { kind: "saved", path: "optievent-history-20261123-091507.json" },
    });
    expect(saved[0]?.mimeType).toBe("application/json");
    expect(savedIds()).toEqual(["a", "b", "c"]);
  });

  it("writes the chosen ones", async () => {
    await run(["c", "a"]);
    expect(savedIds()).toEqual(["a", "c"]);
  });

  it("writes nothing where one of the chosen is not there", async () => {
    expect(await run(["a", "x"])).toMatchObject({ ok: false, error: { code: "history.not-found" } });
    expect(saved).toEqual([]);
  });

  it("says why where the file cannot be written", async () => {
    const full: SaveFile = async () => {
      throw Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" });
    };
    const result = await run(null, full);
    expect(result).toMatchObject({ ok: false, error: { code: "export.not-written" } });
    expect(JSON.stringify(result)).toContain("the disk is full");
  });
});
