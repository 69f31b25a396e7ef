import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { calls, type CallInput, type CallName, type CallOutput } from "../../../shared/contract/calls.ts";
import type { CoverageReport } from "../../../shared/contract/coverage-calls.ts";
import { CATALOG_FORMAT, type Catalog } from "../../../shared/domain/catalog.ts";
import type { Exchange } from "../../../shared/domain/exchange.ts";
import { createConsole, type Console } from "../console.ts";
import { exampleExchange } from "../../../shared/domain/test-support/example-exchange.ts";
import { createConfStores } from "../workspace/conf-store.ts";
import type { GatewayReceipt } from "./gateway-log.ts";

const catalog: Catalog = {
  format: CATALOG_FORMAT,
  name: "Shop",
  events: [
    {
      key: "signup",
      id: 1101,
      parameters: [
        { name: "email", type: "string" },
        { name: "source", type: "string", enum: ["footer", "popup"] },
        { name: "age", type: "number" },
      ],
    },
    { key: "login", id: 1102, parameters: [{ name: "x", type: "string" }] },
  ],
};

let folder: string;
let running: Console;
let exported: string;
let receive: (receipt: GatewayReceipt) => void;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "coverage-"));
  const started = await createConsole({
    workspacePath: folder,
    host: "browser",
    openStore: createConfStores(folder),
    saveFile: async (name, _mimeType, chunks) => {
      exported = "";
      for await (const chunk of chunks) exported += chunk;
      return { kind: "saved", path: name };
    },
    startGateway: async ({ onReceived }) => {
      receive = onReceived;
      return { url: "http://127.0.0.1:1", close: async () => {} };
    },
    clock: { now: () => new Date("2026-11-23T08:00:00Z") },
    random: Math.random,
    appVersion: "0.1.0",
  });
  if (!started.ok) throw new Error(started.error.message);
  running = started.value;
  await call("catalogs.save", { id: "demo", baseVersion: 1, catalog });
});
afterEach(async () => {
  await running.close();
  rmSync(folder, { recursive: true });
});

async function call<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallOutput<Name>> {
  const result = await running.dispatch(name, input);
  if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result)}`);
  return calls[name].output.parse(result.value) as CallOutput<Name>;
}

let count = 0;
async function send(event: string, context: unknown, change: Partial<Exchange> = {}): Promise<void> {
  count += 1;
  const { request } = exampleExchange();
  const text = JSON.stringify({ event, context });
  const sentAt = new Date(Date.parse("2026-11-23T09:00:00Z") + count * 1000).toISOString();
  await running.history.append(
    exampleExchange({ id: `e-${count}`, event, sentAt, request: { ...request, text }, ...change }),
  );
}

/** Asks until everything was looked through, as the window does at each `coverage.changed`. */
async function complete(): Promise<CoverageReport> {
  for (;;) {
    const report = await call("catalogs.coverage", { id: "demo", tenantId: null });
    if (report.scan.isComplete) return report;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

const eventOf = (report: CoverageReport, key: string) => report.events.find(({ event }) => event === key);

describe("the report of a catalog", () => {
  it("says of each event when it was last sent to whom, and with what outcome", async () => {
    await send("signup", { email: "a" });
    await send("signup", { email: "b" }, { outcome: "rejected", message: "Refused: email" });
    const report = await complete();
    expect(eventOf(report, "signup")?.tenants).toMatchObject([
      {
        tenantName: "Local sandbox",
        sent: 2,
        outcomes: { accepted: 1, rejected: 1, failed: 0 },
        last: { outcome: "rejected", message: "Refused: email" },
        lastAccepted: { outcome: "accepted" },
      },
    ]);
    expect(eventOf(report, "login")).toMatchObject({ isDeclared: true, sent: 0, tenants: [] });
  });

  it("names parameters and values that were never sent, and those that are not declared", async () => {
    await send("signup", { email: "a", source: "footer", campaign: "x" });
    await send("signup", { email: "b", source: "banner", event_os: "Linux" });
    const report = await complete();
    expect(eventOf(report, "signup")).toMatchObject({
      neverSentParameters: ["age"],
      neverSentValues: [{ parameter: "source", values: ['"popup"'] }],
      undeclaredParameters: [{ name: "campaign", count: 1 }],
      undeclaredValues: [{ parameter: "source", values: ['"banner"'] }],
    });
  });

  it("names events of history and of the gateway that the catalog lacks, by key or id", async () => {
    await send("logout", {});
    await send("1102", { x: "1" }, { api: "realtime" });
    const receivedAt = new Date("2026-11-23T10:00:00Z");
    receive({ receivedAt, event: "purchase", outcome: "refused", reason: "unknown" });
    receive({ receivedAt, event: "1102", outcome: "accepted", reason: null });
    const report = await complete();
    expect(report.events.map(({ event, isDeclared }) => [event, isDeclared])).toEqual([
      ["signup", true],
      ["login", true],
      ["purchase", false],
      ["logout", false],
    ]);
    expect(eventOf(report, "login")).toMatchObject({ sent: 1, gateway: { received: 1, refused: 0 } });
    expect(eventOf(report, "purchase")?.gateway).toMatchObject({ refused: 1, lastReason: "unknown" });
  });

  it("does not count what is somebody else's evidence, or another tenant's", async () => {
    await send("signup", {}, { imported: { origin: "file", importedAt: "2026-11-23T09:00:00Z" } });
    await send("signup", {}, { tenant: { id: "other", name: "Other", kind: "test" } });
    await send("signup", {}, { tenant: null });
    expect(eventOf(await complete(), "signup")?.sent).toBe(0);
  });

  it("takes whatever was sent as a body", async () => {
    const { request } = exampleExchange();
    const bodies = ["", "[1]", '{"context":[1]}', '{"context":{"__proto__":1,"a":{"b":[]}}}', "{", "null"];
    for (const text of bodies) await send("signup", {}, { request: { ...request, text } });
    expect(eventOf(await complete(), "signup")).toMatchObject({
      sent: bodies.length,
      undeclaredParameters: [
        { name: "__proto__", count: 1 },
        { name: "a", count: 1 },
      ],
    });
  });

  it("goes on with what is new, whatever was looked through before", async () => {
    for (let index = 0; index < 250; index += 1) await send("signup", { email: String(index) });
    expect(eventOf(await complete(), "signup")?.sent).toBe(250);
    for (let index = 0; index < 3; index += 1) await send("login", { x: "y" });
    const report = await complete();
    expect([eventOf(report, "signup")?.sent, eventOf(report, "login")?.sent]).toEqual([250, 3]);
    expect(report.scan).toEqual({ scanned: 253, total: 253, isComplete: true });
  });

  it("tells the window when there is more to be seen", async () => {
    await complete();
    const changed = new Promise<void>((resolve) => {
      running.events.on((name) => {
        if (name === "coverage.changed") resolve();
      });
    });
    await send("login", { x: "y" });
    await changed;
    expect(eventOf(await complete(), "login")?.sent).toBe(1);
  });
});

describe("exporting the report", () => {
  it("waits for all of history and gives a table without formulas", async () => {
    for (let index = 0; index < 250; index += 1) await send("signup", { email: "x" });
    await send("=HYPERLINK(1)", {});
    expect(await call("catalogs.exportCoverage", { id: "demo", tenantId: "sandbox", format: "csv" })).toEqual(
      {
        kind: "saved",
        path: "coverage-shop-2026-11-23.csv",
      },
    );
    const lines = exported.split("\r\n");
    expect(lines[0]).toContain("event,id,declared,tenant,sent,accepted,rejected");
    expect(lines[1]).toMatch(/^signup,1101,yes,Local sandbox,250,250,0/);
    expect(exported).toContain("'=HYPERLINK(1)");
  });

  it("gives a document in which nothing that was sent is anything but text", async () => {
    await send("signup", { "<b>`x`</b>": 1 });
    await call("catalogs.exportCoverage", { id: "demo", tenantId: null, format: "markdown" });
    expect(exported).toContain("## Never sent\n\n- `login`");
    const rows = exported
      .split("\n")
      .filter((line) => line.startsWith("|"))
      .map((line) => line.split("|").map((cell) => cell.trim()));
    expect(rows[0]?.slice(1, -1)).toEqual(["Event", "Parameter", "Declared", "Sent", "Answered"]);
    const ofEvent = rows.filter((cells) => cells[1] === "`signup`").map((cells) => cells.slice(2, -1));
    expect(ofEvent).toEqual([
      [
        "",
        expect.stringMatching(/^\d+ parameters?$/u),
        expect.stringContaining("Local sandbox: 1 time"),
        expect.stringContaining("Local sandbox: 1 accepted; last accepted: `"),
      ],
      ...["`email`", "`source`", "`age`"].map((name) => [name, "yes", "never", ""]),
      ["``<b>`x`</b>``", "no", "1 time", ""],
    ]);
    expect(rows).toContainEqual(["", "`login`", "", expect.any(String), "never", "", ""]);
    await call("catalogs.exportCoverage", { id: "demo", tenantId: null, format: "html" });
    expect(exported).toContain(
      "<td><code>&lt;b&gt;`x`&lt;/b&gt;</code></td><td>no</td><td>1 time</td><td></td>",
    );
    expect(exported).toMatch(
      /<td>Local sandbox: 1 time, last 2026-11-23T[^<]*<\/td><td>Local sandbox: 1 accepted; last accepted: /u,
    );
    expect(exported).not.toContain("<b>");
  });
});
