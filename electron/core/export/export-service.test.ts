import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ExportProgress } from "../../../shared/contract/export-calls.ts";
import type { ExportFormat, RedactionProfile } from "../../../shared/domain/history-export.ts";
import { exampleExchange } from "../../../shared/domain/test-support/example-exchange.ts";
import { openHistory, type History } from "../history/history.ts";
import type { SaveFile } from "../ports.ts";
import { createExportService, type ExportService } from "./export-service.ts";
import { readZip } from "./test-support/read-zip.ts";
import { writeWhole } from "./write-whole.ts";

let folder: string;
let history: History;
let told: ExportProgress[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "export-"));
  const opened = openHistory(join(folder, "history.sqlite"));
  if (!opened.ok) throw new Error(opened.error.message);
  history = opened.value;
  for (const id of ["a", "b", "c"])
    await history.append(exampleExchange({ id, clockOffsetMs: id === "a" ? -2000 : 0 }));
  told = [];
});
afterEach(() => {
  history.close();
  rmSync(folder, { recursive: true });
});

const toFile: SaveFile = async (name, _mimeType, chunks) => {
  await writeWhole(join(folder, name), chunks);
  return { kind: "saved", path: join(folder, name) };
};

function serviceWith(saveFile: SaveFile = toFile): ExportService {
  return createExportService({
    history,
    saveFile,
    clock: { now: () => new Date("2026-11-23T09:15:07.000Z") },
    currentSecrets: () => [],
    appVersion: "0.1.0",
    host: "test",
    onProgress: (progress) => told.push(progress),
  });
}

const EVERYTHING = { kind: "query", query: { text: "", timeZone: "UTC" }, upTo: null } as const;

function requestOf(
  format: ExportFormat,
  ids: readonly string[] | null = null,
  profile: RedactionProfile = "none",
) {
  return { format, profile, selection: ids === null ? EVERYTHING : { kind: "ids" as const, ids: [...ids] } };
}

function exportedFiles(): string[] {
  return readdirSync(folder).filter((name) => !name.startsWith("history.sqlite"));
}

describe("exporting history", () => {
  it("writes everything to a file whose name says when, and tells how far it is", async () => {
    const path = join(folder, "optievent-history-20261123-091507.ndjson");
    expect(await serviceWith().start("t", requestOf("ndjson"))).toEqual({
      ok: true,
      value: { kind: "saved", path },
    });
    const lines = readFileSync(path, "utf8").trim().split("\n");
    expect(lines.map((line) => (JSON.parse(line) as { id: string }).id)).toEqual(["a", "b", "c"]);
    expect(told.at(0)).toMatchObject({ taskId: "t", state: "running", done: 0, total: 3 });
    expect(told.at(-1)).toMatchObject({ state: "done", done: 3, total: 3, message: null });
    expect(told.at(-1)?.bytes).toBe(readFileSync(path).byteLength);
  });

  it("writes the chosen ones, and nothing where one of them is not there", async () => {
    await serviceWith().start("t", requestOf("json", ["c", "a"]));
    const [name = ""] = exportedFiles();
    expect(JSON.parse(readFileSync(join(folder, name), "utf8"))).toMatchObject({
      exchanges: [{ id: "a" }, { id: "c" }],
    });
    rmSync(join(folder, name));
    const refused = await serviceWith().start("t", requestOf("json", ["a", "x"]));
    expect(refused).toMatchObject({ ok: false, error: { code: "history.not-found" } });
    expect(exportedFiles()).toEqual([]);
  });

  it("leaves nothing behind where it is cancelled", async () => {
    const slow: SaveFile = async (name, mimeType, chunks) => {
      const all = chunks as AsyncIterable<Uint8Array>;
      return toFile(
        name,
        mimeType,
        cancelledAfterOne(all, () => service.cancel("t")),
      );
    };
    const service = serviceWith(slow);
    expect(await service.start("t", requestOf("bundle"))).toMatchObject({
      ok: false,
      error: { code: "export.cancelled" },
    });
    expect(exportedFiles()).toEqual([]);
    expect(told.at(-1)?.state).toBe("cancelled");
    expect(service.cancel("t")).toBe(false);
  });

  it("says why where the file cannot be written", async () => {
    const full: SaveFile = async () => {
      throw Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" });
    };
    const result = await serviceWith(full).start("t", requestOf("csv"));
    expect(result).toMatchObject({ ok: false, error: { code: "export.not-written" } });
    expect(told.at(-1)).toMatchObject({ state: "failed" });
    expect(told.at(-1)?.message).toContain("the disk is full");
  });

  it("hears of a download that nobody fetched", async () => {
    const unfetched: SaveFile = async (_name, _mimeType, chunks) => {
      await (chunks as AsyncIterable<string>)[Symbol.asyncIterator]().return?.();
      return { kind: "download", url: "/download/1" };
    };
    await serviceWith(unfetched).start("t", requestOf("har"));
    expect(told.at(-1)?.state).toBe("cancelled");
  });
});

async function* cancelledAfterOne(
  chunks: AsyncIterable<Uint8Array>,
  cancel: () => void,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    yield chunk;
    cancel();
  }
}

describe("a preview", () => {
  it("counts what would be replaced and shows a few shortened, without writing anything", async () => {
    const preview = await serviceWith().preview("p", { selection: EVERYTHING, profile: "masked" });
    if (!preview.ok) throw new Error(preview.error.message);
    expect(preview.value).toMatchObject({ total: 3, scanned: 3, withSecrets: 0, withheld: 0 });
    const identity = preview.value.replaced.find(({ kind }) => kind === "identity");
    expect(identity?.values).toBe(1);
    expect(identity?.examples[0]?.from).toBe("jo\u2026om");
    expect(JSON.stringify(preview.value)).not.toContain("johndoe");
    expect(exportedFiles()).toEqual([]);
  });
});

describe("a support bundle", () => {
  const python = spawnSync("python3", ["--version"]).status === 0;

  async function bundle(): Promise<string> {
    const saved = await serviceWith().start("t", requestOf("bundle"));
    if (!saved.ok || saved.value.kind !== "saved") throw new Error("The bundle was not written.");
    return saved.value.path;
  }

  it("is a zip with HTML, HAR, NDJSON, a README and the checksums of all of them", async () => {
    const path = await bundle();
    const files = await readZip(readFileSync(path));
    const root = "optievent-history-20261123-091507/";
    const names = ["exchanges.html", "exchanges.har", "exchanges.ndjson", "README.txt", "SHA256SUMS"];
    expect([...files.keys()]).toEqual(names.map((name) => root + name));
    const sums = files.get(`${root}SHA256SUMS`)?.toString("utf8").trim().split("\n") ?? [];
    expect(sums).toHaveLength(4);
    for (const line of sums) {
      const [sum = "", name = ""] = line.split("  ");
      const content = files.get(root + name);
      expect(
        createHash("sha256")
          .update(content ?? "")
          .digest("hex"),
        name,
      ).toBe(sum);
    }
    const readme = files.get(`${root}README.txt`)?.toString("utf8") ?? "";
    expect(readme).toContain("exchanges: 3");
    expect(readme).toContain(`Node: ${process.versions.node}`);
    expect(readme).toContain("Clock offset: from -2000 to 0 ms");
    expect(readme).toContain("Secrets are not in this file");
    expect(told.at(-1)).toMatchObject({ done: 9, total: 9 });
  });

  it.skipIf(!python)("is taken by Python's zipfile, without a complaint", async () => {
    const path = await bundle();
    const script =
      "import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); print(z.testzip(), len(z.namelist()))";
    expect(spawnSync("python3", ["-c", script, path], { encoding: "utf8" }).stdout.trim()).toBe("None 5");
    expect(existsSync(path)).toBe(true);
  });
});
