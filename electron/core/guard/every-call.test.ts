import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { calls } from "../../../shared/contract/calls.ts";
import { guardChallengeSchema } from "../../../shared/contract/guard-calls.ts";
import { tenantSchema, type Tenant } from "../../../shared/domain/tenant.ts";
import type { Result } from "../../../shared/result/result.ts";
import { createConsole, type Console } from "../console.ts";
import { startProxy, type TestProxy } from "../network/test-support/proxy-server.ts";
import { ATTEMPT_TEXT, callAttempts } from "../test-support/call-attempts.ts";
import { startAnsweringServer } from "../transport/test-support/servers.ts";
import { createConfStores } from "../workspace/conf-store.ts";
import { textOfChunks } from "../export/test-support/text-of-chunks.ts";

// Production is a server of this test: one tenant says so by its kind, the other by the vendor's host, behind a proxy.

const WINDOW = { windowId: "window" };

let folder: string;
let running: Console;
let production: Awaited<ReturnType<typeof startAnsweringServer>>;
let proxy: TestProxy;
let now: number;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "guard-"));
  now = Date.parse("2026-11-23T08:00:00Z");
  production = await startAnsweringServer('{"status":"success","message":"1147206418897270"}');
  proxy = await startProxy();
  await start();
  for (const tenant of [retail(), vendor()]) expect(running.workspace.tenants.save(tenant).ok).toBe(true);
});
afterEach(async () => {
  await running.close();
  await proxy.close();
  await production.close();
  rmSync(folder, { recursive: true });
});

async function start(): Promise<void> {
  const started = await createConsole({
    workspacePath: folder,
    host: "browser",
    openStore: createConfStores(folder),
    saveFile: async (name, _mimeType, chunks) => {
      await textOfChunks(chunks);
      return { kind: "saved", path: name };
    },
    startGateway: () => Promise.reject(new Error("This test needs no gateway.")),
    clock: { now: () => new Date(now) },
    random: Math.random,
    appVersion: "0.1.0",
  });
  if (!started.ok) throw new Error(started.error.message);
  running = started.value;
}

function retail(): Tenant {
  return tenantSchema.parse({
    id: "retail",
    name: "Retail EU",
    kind: "production",
    tenantNumber: 3013,
    catalogId: "demo",
    connections: [{ api: "optievent", endpoint: production.url }],
  });
}

function vendor(): Tenant {
  return tenantSchema.parse({
    ...retail(),
    id: "vendor",
    name: "Said to be a test",
    kind: "test",
    connections: [
      {
        api: "optievent",
        endpoint: "https://server-3013.optimove.net/reportServer",
        proxy: { kind: "address", url: proxy.url },
      },
    ],
  });
}

function sendTo(tenantId: string, caller = WINDOW): Promise<Result<unknown>> {
  const input = {
    sendId: "s",
    tenantId,
    api: "optievent",
    text: ATTEMPT_TEXT,
    eventKey: "login",
    draftId: null,
  };
  return running.dispatch("exchange.send", input, caller);
}

async function approve(tenantId: string, typedName: string, caller = WINDOW): Promise<Result<unknown>> {
  const asked = await running.dispatch("guard.request", { tenantId }, caller);
  if (!asked.ok) throw new Error(asked.error.message);
  const { challengeId } = guardChallengeSchema.parse(asked.value);
  return running.dispatch("guard.approve", { challengeId, typedName }, caller);
}

const APPROVAL_REQUIRED = { ok: false, error: { code: "guard.approval-required" } };

describe("without an approval", () => {
  it("no call reaches production, and none opens the way for a send after it", async () => {
    const tried = Object.entries(
      callAttempts({ retail: retail(), vendor: vendor(), passphrase: "correct horse battery" }),
    ).flatMap(([name, inputs]) => inputs.map((input) => ({ name, input })));
    expect(new Set(tried.map(({ name }) => name))).toEqual(new Set(Object.keys(calls)));
    for (const { name, input } of tried) {
      const result = await running.dispatch(name, input, WINDOW);
      expect(result, name).not.toMatchObject({ error: { code: "call.invalid-input" } });
      for (const tenantId of ["retail", "vendor"]) {
        // While the vault is locked the catalog is missing, which is told before the guard is asked.
        const code = name === "vault.lock" ? "vault.locked" : "guard.approval-required";
        expect(await sendTo(tenantId), name).toMatchObject({ ok: false, error: { code } });
      }
      expect([name, production.received.length, proxy.seen.length]).toEqual([name, 0, 0]);
    }
    expect(running.history.count()).toBe(0);
  });
});

describe("with an approval", () => {
  it("that names the tenant its window sends, to this tenant only, and it is recorded", async () => {
    expect(await approve("retail", "retail eu")).toMatchObject({ error: { code: "guard.name-differs" } });
    expect(await sendTo("retail")).toMatchObject(APPROVAL_REQUIRED);
    expect((await approve("retail", "Retail EU")).ok).toBe(true);
    expect(await sendTo("retail")).toMatchObject({ value: { outcome: "accepted" } });
    expect(production.received).toHaveLength(1);
    expect(await sendTo("retail", { windowId: "other" })).toMatchObject(APPROVAL_REQUIRED);
    expect(await sendTo("vendor")).toMatchObject(APPROVAL_REQUIRED);
    expect([production.received.length, proxy.seen.length]).toEqual([1, 0]);
  });

  it.each<[string, () => unknown]>([
    [
      "the window turns elsewhere",
      () => running.dispatch("guard.chooseTenant", { tenantId: "sandbox" }, WINDOW),
    ],
    ["the window sends elsewhere", () => sendTo("sandbox")],
    [
      "the tenant is changed",
      () => running.dispatch("tenants.update", { ...retail(), colour: "blue" }, WINDOW),
    ],
    ["nothing was sent for ten minutes", () => (now += 10 * 60_000)],
    ["the program is started again", () => running.close().then(start)],
  ])("it is over when %s", async (_when, happen) => {
    await approve("retail", "Retail EU");
    await happen();
    expect(await sendTo("retail")).toMatchObject(APPROVAL_REQUIRED);
    expect(production.received).toEqual([]);
  });

  it("the vendor's hosts are reached too, and without one once the user states otherwise", async () => {
    await approve("vendor", "Said to be a test");
    await sendTo("vendor");
    expect(proxy.seen).toHaveLength(1);
    await running.dispatch("tenants.update", { ...vendor(), productionHostsAcknowledged: true }, WINDOW);
    await sendTo("vendor");
    expect(proxy.seen).toHaveLength(2);
  });

  it("of a run sends the events of this run, and no others", async () => {
    const run = { eventCount: 1, perSecond: null };
    const asked = await running.dispatch("guard.request", { tenantId: "retail", run }, WINDOW);
    if (!asked.ok) throw new Error(asked.error.message);
    const { challengeId } = guardChallengeSchema.parse(asked.value);
    await running.dispatch("guard.approve", { challengeId, typedName: "Retail EU" }, WINDOW);
    expect(await sendTo("retail")).toMatchObject(APPROVAL_REQUIRED);
    expect(production.received).toEqual([]);
  });
});
