import { createWriteStream, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ZipFile } from "yazl";
import type { Exchange } from "../../../shared/domain/exchange.ts";
import type { ExportFormat } from "../../../shared/domain/history-export.ts";
import { exampleExchange } from "../../../shared/domain/test-support/example-exchange.ts";
import { createRedactor } from "../../../shared/redaction/redact.ts";
import { makeExport } from "../export/make-export.ts";
import { writeWhole } from "../export/write-whole.ts";
import { openHistory, type History } from "../history/history.ts";
import { importFile, previewImport } from "./import-file.ts";

let folder: string;
let histories: History[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "import-"));
  histories = [];
});
afterEach(() => {
  for (const history of histories) history.close();
  rmSync(folder, { recursive: true });
});

function newHistory(): History {
  const opened = openHistory(join(folder, `history-${histories.length}.sqlite`));
  if (!opened.ok) throw new Error(opened.error.message);
  histories.push(opened.value);
  return opened.value;
}

const importedAt = new Date("2026-11-24T08:00:00.000Z");
const TOKEN = "known-token-0123456789";

function fileAt(path: string) {
  const redactSecrets = createRedactor([{ name: "token", value: TOKEN }]);
  return { path, fileName: "theirs.har", importedAt, redactSecrets };
}

function written(name: string, content: string | Uint8Array): ReturnType<typeof fileAt> {
  const path = join(folder, name);
  writeFileSync(path, content);
  return fileAt(path);
}

async function exported(history: History, format: ExportFormat): Promise<ReturnType<typeof fileAt>> {
  const made = await makeExport(
    { history, redactSecrets: (text) => text, exportedAt: importedAt, appVersion: "0.1.0", host: "test" },
    {
      selection: { kind: "query", query: { text: "", timeZone: "UTC" }, upTo: null },
      format,
      profile: "none",
    },
    new AbortController().signal,
    () => {},
  );
  if (!made.ok) throw new Error(made.error.message);
  const path = join(folder, made.value.fileName);
  await writeWhole(path, made.value.chunks);
  return fileAt(path);
}

async function zipped(
  files: Readonly<Record<string, string>>,
  name = "x.zip",
): Promise<ReturnType<typeof fileAt>> {
  const zip = new ZipFile();
  for (const [path, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), path);
  zip.end();
  await pipeline(zip.outputStream as Readable, createWriteStream(join(folder, name)));
  return fileAt(join(folder, name));
}

function theirs(): Exchange[] {
  const { request, response } = exampleExchange();
  if (response === null) throw new Error("The example has an answer.");
  const body = Buffer.from([0, 255, 1]).toString("base64");
  return [
    exampleExchange({ id: "a", clockOffsetMs: 5, run: null }),
    exampleExchange({
      id: "b",
      response: null,
      outcome: "failed",
      request: { ...request, text: 'not "json\n' },
    }),
    exampleExchange({ id: "c", response: { ...response, body, bodyEncoding: "base64" } }),
  ];
}

describe("importing", () => {
  for (const format of ["har", "ndjson", "json", "bundle"] as const) {
    it(`takes our ${format} back as it was, marked as imported, once`, async () => {
      const source = newHistory();
      for (const exchange of theirs()) await source.append(exchange);
      const file = await exported(source, format);
      const target = newHistory();
      const preview = await previewImport(target, file);
      expect(preview).toMatchObject({ ok: true, value: { count: 3, alreadyHere: 0, skipped: 0 } });
      expect(target.count()).toBe(0);
      expect(await importFile(target, file)).toEqual({
        ok: true,
        value: { imported: 3, alreadyHere: 0, skipped: 0 },
      });
      const all = [...target.iterate(null)];
      expect(all).toEqual(
        theirs().map((exchange) =>
          Object.assign(exchange, {
            id: expect.stringMatching(/^imported-[0-9a-f]{32}$/) as string,
            tenant: { id: "imported:Local sandbox", name: "Local sandbox", kind: "sandbox" },
            imported: { origin: "theirs.har", importedAt: importedAt.toISOString() },
          }),
        ),
      );
      expect(await importFile(target, file)).toMatchObject({ value: { imported: 0, alreadyHere: 3 } });
    });
  }

  for (const format of ["har", "ndjson", "json", "bundle"] as const) {
    it(`takes the notes and tags of our ${format} along, and leaves those alone that stand here`, async () => {
      const source = newHistory();
      for (const exchange of theirs()) await source.append(exchange);
      const beside = { note: `Look at ${TOKEN}`, addTags: ["ticket", "asked twice"] };
      source.annotations.change(["a"], beside, importedAt);
      const file = await exported(source, format);
      const target = newHistory();
      expect(await previewImport(target, file)).toMatchObject({ ok: true, value: { count: 3, noted: 1 } });
      await importFile(target, file);
      const [first = "", second = ""] = Array.from(target.iterate(null), ({ id }) => id);
      const expected = { note: "Look at {{secret:token}}", tags: ["ticket", "asked twice"], pinned: false };
      expect(target.annotations.get(first)).toMatchObject({ ok: true, value: expected });
      expect(target.annotations.get(second)).toMatchObject({ ok: true, value: { note: "", tags: [] } });
      target.annotations.change([first], { note: "Mine" }, importedAt);
      await importFile(target, file);
      expect(target.annotations.get(first)).toMatchObject({ ok: true, value: { note: "Mine" } });
    });
  }

  it("tells how far it is, keeps what it has when it is stopped, and goes on from there", async () => {
    const all = Array.from({ length: 500 }, (_, index) => exampleExchange({ id: `e-${index}` }));
    const file = written("many.json", JSON.stringify({ exchanges: all }));
    const target = newHistory();
    const stop = new AbortController();
    const told: number[] = [];
    const onProgress = (done: number): void => {
      told.push(done);
      stop.abort();
    };
    const stopped = await importFile(target, file, { onProgress, signal: stop.signal });
    expect(stopped).toMatchObject({
      ok: false,
      error: { code: "import.stopped", details: { imported: 200 } },
    });
    expect(told).toEqual([200]);
    expect(target.count()).toBe(200);
    expect(await importFile(target, file)).toMatchObject({ value: { imported: 300, alreadyHere: 200 } });
  });

  it("takes a browser's HAR: the events of it, judged anew, and says what it leaves out", async () => {
    const entry = (method: string, text: string | undefined, response: object) => ({
      startedDateTime: "2026-11-20T10:00:00.000+02:00",
      time: 42,
      request: { method, url: "https://x.optimove.net/reportServer", headers: [], postData: { text } },
      response: { status: 200, statusText: "OK", httpVersion: "h2", headers: [], content: {}, ...response },
      timings: { blocked: 1, dns: -1, connect: 9, ssl: 4, send: 1, wait: 20, receive: 1 },
      serverIPAddress: "1.2.3.4",
    });
    const body = '{"tenant":1,"event":"login","customer":"c-1","context":{"n":1.0}}';
    const answer = Buffer.from('{"status":"success","message":"1147206418897270"}').toString("base64");
    const entries = [
      entry("POST", body, { content: { text: answer, encoding: "base64" } }),
      entry("GET", undefined, {}),
      entry("POST", "hello", {}),
    ];
    const target = newHistory();
    const file = written("browser.har", JSON.stringify({ log: { version: "1.2", pages: [{}], entries } }));
    expect(await previewImport(target, file)).toMatchObject({
      value: {
        count: 1,
        skipped: 2,
        reasons: [{ number: 2, reason: "It is no POST request, which every event is." }, { number: 3 }],
      },
    });
    await importFile(target, file);
    const [exchange] = target.iterate(null);
    expect(exchange).toMatchObject({
      outcome: "accepted",
      reference: "1147206418897270",
      event: "login",
      identity: { kind: "customer", value: "c-1" },
      sentAt: "2026-11-20T08:00:00.000Z",
      request: { text: body },
      timings: { dns: null, connect: 5, tls: 4, total: 42 },
      remoteAddress: "1.2.3.4",
    });
  });

  it("keeps no credential, known here or not", async () => {
    const { request } = exampleExchange();
    const foreign = "foreign-token-9876543210";
    const exchange = exampleExchange({
      message: `It quoted ${foreign} and ${TOKEN}.`,
      request: {
        ...request,
        text: `{"tid":"${foreign}"}`,
        headers: [["Authorization", "Bearer abcdefghijk"]],
      },
    });
    const target = newHistory();
    await importFile(target, written("x.json", JSON.stringify({ exchanges: [exchange] })));
    const left = JSON.stringify([...target.iterate(null)]);
    for (const secret of [foreign, TOKEN, "abcdefghijk"]) expect(left).not.toContain(secret);
    expect(left).toContain("{{secret:token}}");
  });

  it("passes over what is no exchange, and says which and why", async () => {
    const file = written(
      "x.json",
      JSON.stringify({ exchanges: [{ id: 7 }, exampleExchange(), { outcome: "accepted" }] }),
    );
    const preview = await previewImport(newHistory(), file);
    expect(preview).toMatchObject({
      value: { count: 1, skipped: 2, reasons: [{ number: 1 }, { number: 3 }] },
    });
  });
});

describe("a file that cannot be imported", () => {
  const refusal = async (file: ReturnType<typeof fileAt>) => {
    const target = newHistory();
    const result = await importFile(target, file);
    expect(target.count()).toBe(0);
    return result.ok ? null : result.error;
  };

  it("is refused in words: no HAR or export, cut off, no UTF-8, not there", async () => {
    expect(await refusal(written("a", "hello"))).toMatchObject({ code: "import.not-readable" });
    expect(await refusal(written("b", '{"log":{"entries":[{"a":'))).toMatchObject({
      code: "import.not-readable",
    });
    expect((await refusal(written("c", Buffer.from([0x7b, 0xff, 0xfe]))))?.message).toContain("UTF-8");
    expect(await refusal(fileAt(join(folder, "none")))).toMatchObject({ code: "import.cannot-read" });
  });

  it("is refused where it is a zip bomb, leads out of the zip, or holds nothing of ours", async () => {
    const bomb = await zipped({ "exchanges.ndjson": " ".repeat(20_000_000) });
    expect(await refusal(bomb)).toMatchObject({ code: "import.too-large" });
    const honest = await zipped({ "aa/exchanges.ndjson": "{}" }, "names.zip");
    const { readFileSync } = await import("node:fs");
    const outside = Buffer.from(
      readFileSync(honest.path).toString("latin1").replaceAll("aa/", "../"),
      "latin1",
    );
    expect(await refusal(written("outside.zip", outside))).toMatchObject({ code: "import.bad-zip" });
    expect(await refusal(await zipped({ "readme.txt": "hello" }, "none.zip"))).toMatchObject({
      code: "import.bad-zip",
    });
    expect(await refusal(written("broken.zip", "PK\u0003\u0004garbage"))).toMatchObject({
      code: "import.bad-zip",
    });
  });
});
