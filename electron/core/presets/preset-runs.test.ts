import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { calls, type CallInput, type CallName, type CallOutput } from "../../../shared/contract/calls.ts";
import { approvalRequiredSchema } from "../../../shared/contract/guard-calls.ts";
import type { PresetInput, PresetRun, PresetRunRow } from "../../../shared/domain/preset.ts";
import { tenantSchema, type TenantKind } from "../../../shared/domain/tenant.ts";
import { createConsole, type Console } from "../console.ts";
import { finished, newRun, withResults } from "./preset-run.ts";
import { createConfStores } from "../workspace/conf-store.ts";

const WINDOW = { windowId: "window" };
let folder: string;
let running: Console;
let server: Awaited<ReturnType<typeof startServer>>;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "presets-"));
  server = await startServer();
  await start();
  running.workspace.tenants.save(tenant("test"));
});
afterEach(async () => {
  await running.close();
  server.close();
  rmSync(folder, { recursive: true });
});

/** Refuses what has no customer, answers the rest, and keeps `slow` waiting. */
async function startServer() {
  const bodies: string[] = [];
  const http = createServer((request, response) => {
    let body = "";
    request.setEncoding("utf8").on("data", (chunk: string) => (body += chunk));
    request.on("end", () => {
      bodies.push(body);
      if (body.includes("slow")) return;
      const isRefused = !body.includes('"customer"');
      response.statusCode = isRefused ? 400 : 200;
      response.end(
        isRefused
          ? '{"status":"error","message":"Failed to validate the event with the following error - customer"}'
          : '{"status":"success","message":"1147206418897270"}',
      );
    });
  });
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  const address = http.address();
  if (address === null || typeof address === "string") throw new Error("The server listens on a port.");
  const close = () => {
    http.closeAllConnections();
    http.close();
  };
  return { url: `http://127.0.0.1:${address.port}/`, bodies, close };
}

async function start(): Promise<void> {
  const started = await createConsole({
    workspacePath: folder,
    host: "browser",
    openStore: createConfStores(folder),
    saveFile: () => Promise.reject(new Error("Nothing is saved here.")),
    startGateway: () => Promise.reject(new Error("This test needs no gateway.")),
    clock: { now: () => new Date() },
    random: Math.random,
    appVersion: "0.1.0",
  });
  if (!started.ok) throw new Error(started.error.message);
  running = started.value;
}

function tenant(kind: TenantKind) {
  const connections = [{ api: "optievent", endpoint: server.url }];
  return tenantSchema.parse({
    id: "shop",
    name: "Shop",
    kind,
    tenantNumber: 3013,
    catalogId: "demo",
    connections,
  });
}

function preset(id: string, changes: Partial<PresetInput> = {}): PresetInput {
  return {
    id,
    tenantId: "shop",
    api: "optievent",
    eventKey: "login",
    name: id,
    group: null,
    text: '{"tenant":3013,"event":"login","customer":"{{who}}","timestamp":"{{$now}}","context":{"method":"password"}}',
    variables: [{ name: "who", value: `customer of ${id}` }],
    negative: false,
    expected: { outcome: "accepted", rule: null },
    ...changes,
  };
}

const withoutCustomer = {
  text: '{"tenant":3013,"event":"login","timestamp":"{{$now}}","context":{"method":"password"}}',
  negative: true,
  expected: { outcome: "rejected", rule: "identity.missing" },
} as const;

async function call<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallOutput<Name>> {
  const result = await running.dispatch(name, input, WINDOW);
  if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result)}`);
  return calls[name].output.parse(result.value) as CallOutput<Name>;
}

async function waitFor(isReached: (run: PresetRun) => boolean): Promise<PresetRun> {
  for (;;) {
    const { run } = await call("presets.results", { tenantId: "shop" });
    if (run !== null && isReached(run)) return run;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

describe("a run of presets", () => {
  it("sends them in order and says of each whether it came to what was expected", async () => {
    const presets = [
      preset("right"),
      preset("without customer", withoutCustomer),
      preset("wrongly expected", { expected: { outcome: "rejected", rule: null } }),
      preset("other rule", { ...withoutCustomer, expected: { outcome: "rejected", rule: "parameter.type" } }),
    ];
    await call("presets.save", { presets });
    const ids = presets.map(({ id }) => id ?? "");
    const begun = await call("presets.run", { ids, perSecond: null });
    expect(begun.rows.map(({ preset: { id } }) => id)).toEqual(ids);
    const { rows, finishedAt } = await waitFor((run) => run.finishedAt !== null);
    expect(finishedAt).not.toBeNull();
    expect(rows.map(({ result }) => result?.outcome)).toEqual([
      "accepted",
      "rejected",
      "accepted",
      "rejected",
    ]);
    expect(rows.map(({ result }) => result?.isAsExpected)).toEqual([true, true, false, false]);
    expect(server.bodies[0]).toContain('"customer":"customer of right"');
    const exchange = await call("history.get", { id: rows[1]?.result?.exchangeId ?? "" });
    expect(exchange).toMatchObject({
      presetId: "without customer",
      expected: withoutCustomer.expected,
      run: { id: begun.id, row: 2 },
    });
  });

  it("is cancelled with what is being sent, and what was not sent says so", async () => {
    const slow = preset("b", { variables: [{ name: "who", value: "slow" }] });
    await call("presets.save", { presets: [preset("a"), slow, preset("c")] });
    const { id } = await call("presets.run", { ids: ["a", "b", "c"], perSecond: null });
    await waitFor(({ rows }) => rows[1]?.state === "running");
    const second = await running.dispatch("presets.run", { ids: ["a"], perSecond: null }, WINDOW);
    expect(second).toMatchObject({ error: { code: "presets.running" } });
    while (server.bodies.length < 2) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await call("presets.cancel", { runId: id })).toEqual({ wasRunning: true });
    const { rows, isCancelled } = await waitFor((run) => run.finishedAt !== null);
    expect(isCancelled).toBe(true);
    expect(rows.map(({ state }) => state)).toEqual(["done", "done", "stopped"]);
    expect(rows[1]?.result?.outcome).toBe("cancelled");
    expect(await call("presets.cancel", { runId: id })).toEqual({ wasRunning: false });
  });

  it("needs one approval for production that names how many and how fast, and no more leaves by it", async () => {
    await call("presets.save", { presets: [preset("a"), preset("b")] });
    running.workspace.tenants.save(tenant("production"));
    const run = { ids: ["a", "b"], perSecond: 50 };
    const refused = await running.dispatch("presets.run", run, WINDOW);
    if (refused.ok) throw new Error("It needs an approval.");
    const required = approvalRequiredSchema.parse(refused.error.details);
    expect(required).toMatchObject({ tenantName: "Shop", run: { eventCount: 2, perSecond: 50 } });
    const challenge = await call("guard.request", { tenantId: "shop", run: required.run });
    await call("guard.approve", { challengeId: challenge.challengeId, typedName: "Shop" });
    expect(await running.dispatch("presets.run", { ...run, perSecond: null }, WINDOW)).toMatchObject({
      error: { code: "guard.approval-required" },
    });
    const again = await call("guard.request", { tenantId: "shop", run: required.run });
    await call("guard.approve", { challengeId: again.challengeId, typedName: "Shop" });
    await call("presets.run", run);
    await waitFor(({ finishedAt }) => finishedAt !== null);
    expect(server.bodies).toHaveLength(2);
    expect(await running.dispatch("presets.run", run, WINDOW)).toMatchObject({
      error: { code: "guard.approval-required" },
    });
  });

  it("ends with the first that nothing after it could mend, and with the console", async () => {
    await call("presets.save", {
      presets: [preset("a", { text: '{"tid":"{{secret:token}}"}' }), preset("b")],
    });
    await call("presets.run", { ids: ["a", "b"], perSecond: null });
    const { rows } = await waitFor((run) => run.finishedAt !== null);
    expect(rows.map(({ state }) => state)).toEqual(["failed", "stopped"]);
    expect(rows[0]?.problem).toContain("token");
    await call("presets.run", { ids: ["b", "b"], perSecond: 0.1 });
    await running.close();
    expect(server.bodies.length).toBeLessThan(2);
  });
});

describe("what presets came to", () => {
  it("is there after a restart, of each the latest, whichever were run last", async () => {
    await call("presets.save", { presets: [preset("a"), preset("b", withoutCustomer)] });
    await call("presets.run", { ids: ["a", "b"], perSecond: null });
    await waitFor((run) => run.finishedAt !== null);
    const again = await call("presets.run", { ids: ["a"], perSecond: null });
    await waitFor((run) => run.id === again.id && run.finishedAt !== null);
    const before = await call("presets.results", { tenantId: "shop" });
    await running.close();
    await start();
    const after = await call("presets.results", { tenantId: "shop" });
    expect(after).toEqual(before);
    expect(after.run?.id).toBe(again.id);
    expect(after.rows.map(({ preset: { id }, result }) => [id, result?.outcome])).toEqual([
      ["a", "accepted"],
      ["b", "rejected"],
    ]);
  });

  it("stays as it was for what a run did not get to", () => {
    const run = newRun("run", [{ ...preset("a"), id: "a", savedAt: "" }], null, "");
    const done = { ...run.rows[0], state: "done" } as PresetRunRow;
    expect(withResults([done], finished(run, ""))).toEqual([done]);
    expect(withResults([], finished(run, ""))).toMatchObject([{ state: "stopped" }]);
  });
});

describe("presets", () => {
  it("are there after a restart, by group and name, and those removed can be saved again", async () => {
    await call("presets.save", {
      presets: [
        preset("z10"),
        preset("z9"),
        preset("a", { group: "Negatives" }),
        preset("new", { id: null }),
      ],
    });
    await running.close();
    await start();
    const listed = await call("presets.list", { tenantId: "shop" });
    expect(listed.map(({ name }) => name)).toEqual(["new", "z9", "z10", "a"]);
    expect(listed[0]?.id).not.toBe("new");
    const removed = await call("presets.remove", { ids: ["z9", "nobody's"] });
    expect(await call("presets.list", { tenantId: "shop" })).toHaveLength(3);
    await call("presets.save", { presets: removed.map(({ savedAt: _savedAt, ...rest }) => rest) });
    expect(await call("presets.list", { tenantId: "shop" })).toHaveLength(4);
  });

  it("belong to a tenant that is there", async () => {
    const presets = [preset("a", { tenantId: "gone" })];
    expect(await running.dispatch("presets.save", { presets }, WINDOW)).toMatchObject({
      error: { code: "tenant.not-found" },
    });
    const run = { ids: ["gone"], perSecond: null };
    expect(await running.dispatch("presets.run", run, WINDOW)).toMatchObject({
      error: { code: "preset.not-found" },
    });
  });
});
