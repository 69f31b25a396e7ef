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
const passphrase = "correct horse battery";
const nothing: Record<string, never>[] = [{}];

/** What each call of the contract is tried with. A call that is added does not compile until it is tried too. */
function attempts(): { readonly [Name in CallName]: readonly CallInput<Name>[] } {
  const { id: _own, ...portable } = retail();
  const file = JSON.stringify({ format: "optievent-tenants/1", tenants: [portable] });
  const draft = { tenantId: "retail", api: "optievent", eventKey: "login", text: TEXT } as const;
  const send = { sendId: "s", api: "optievent", text: TEXT, eventKey: "login", draftId: null } as const;
  return {
    "app.info": nothing,
    "app.dismissNotice": [{ id: "x" }],
    "settings.get": nothing,
    "settings.update": [{ lastTenantId: "retail" }, { guardIdleMinutes: 480 }, { guardMethod: "hold" }],
    "tenants.list": nothing,
    "catalogs.list": nothing,
    "catalogs.get": [{ id: "demo" }],
    "catalogs.create": [{ catalog: demoCatalog }],
    "catalogs.save": [{ id: "demo", baseVersion: 1, catalog: { ...demoCatalog, name: "Other" } }],
    "catalogs.duplicate": [{ id: "demo" }],
    "catalogs.remove": [{ id: "demo" }],
    "catalogs.removed": nothing,
    "catalogs.restore": [{ id: "demo" }],
    "catalogs.forget": [{ id: "demo" }],
    "catalogs.versions": [{ id: "demo" }],
    "catalogs.version": [{ id: "demo", version: 1 }],
    "catalogs.restoreVersion": [{ id: "demo", version: 1, baseVersion: 2 }],
    "catalogs.edits": [{ id: "demo" }],
    "catalogs.keepEdits": [{ id: "demo", edits: null }],
    "drafts.list": [{ tenantId: "retail" }],
    "drafts.steps": [{ id: "x" }],
    "drafts.save": [draft],
    "drafts.remove": [{ id: "x" }],
    "values.get": [{ tenantId: "retail" }],
    "values.save": [
      {
        tenantId: "retail",
        variables: [{ name: "who", value: "c" }],
        pinned: [{ name: "p", valueText: "1" }],
      },
    ],
    "exchange.send": [
      { ...send, tenantId: "retail" },
      { ...send, tenantId: "vendor" },
    ],
    "exchange.cancel": [{ sendId: "s" }],
    "history.page": [{ before: null, limit: 10 }],
    "history.count": nothing,
    "history.facets": [{ facets: ["outcome"] }],
    "history.series": nothing,
    "history.status": nothing,
    "history.get": [{ id: "x" }],
    "history.annotation": [{ id: "x" }],
    "history.annotate": [{ ids: ["x"], pinned: true }],
    "history.previewRemoval": [{ selection: { kind: "ids", ids: ["x"] } }],
    "history.remove": [{ selection: { kind: "ids", ids: ["x"] }, count: 1 }],
    "history.retention": nothing,
    "history.setRetention": [{ maximumCount: 5 }],
    "history.previewRetention": [{ maximumCount: 5 }],
    "history.applyRetention": [{ count: 1 }],
    "history.verify": [{ taskId: "t" }],
    "history.stop": [{ taskId: "t" }],
    "history.views": nothing,
    "history.saveView": [{ id: "v", name: "Refused", text: "outcome:rejected" }],
    "history.removeView": [{ id: "v" }],
    "export.preview": [{ taskId: "t", selection: { kind: "ids", ids: [] }, profile: "masked" }],
    "export.start": [{ taskId: "t", selection: { kind: "ids", ids: [] }, format: "har", profile: "none" }],
    "export.cancel": [{ taskId: "t" }],
    "import.begin": [{ fileName: "x.har", byteLength: 2 }],
    "import.append": [{ importId: "i", base64: "e30=" }],
    "import.preview": [{ importId: "i" }],
    "import.commit": [{ importId: "i" }],
    "import.discard": [{ importId: "i" }],
    "guard.chooseTenant": [{ tenantId: "retail" }],
    "guard.request": [
      { tenantId: "retail" },
      { tenantId: "vendor" },
      { tenantId: "retail", run: { eventCount: 3, perSecond: 1 } },
    ],
    "guard.approve": [{ challengeId: "guessed", typedName: "Retail EU" }],
    "tenants.create": [{ ...portable, name: "Another" }],
    "tenants.update": [retail(), vendor()],
    "tenants.duplicate": [{ id: "retail" }],
    "tenants.dependents": [{ id: "retail" }],
    "tenants.remove": [{ id: "retail", typedName: "wrong" }],
    "tenants.removed": nothing,
    "tenants.restore": [{ id: "retail" }],
    "tenants.export": [{ ids: null }],
    "tenants.previewImport": [{ text: file }],
    "tenants.import": [{ text: file }],
    "connections.test": [{ tenantId: "retail", api: "optievent" }],
    "secrets.set": [{ tenantId: "retail", slot: "optievent", value: "0123456789abcdef" }],
    "secrets.clear": [{ tenantId: "retail", slot: "optievent" }],
    "signature.compute": [{ tenantId: "retail", text: TEXT }],
    "signature.verify": [{ tenantId: "retail", body: TEXT, signature: "00" }],
    "customerId.encrypt": [{ tenantId: "retail", customerId: "c" }],
    "customerId.decrypt": [{ tenantId: "retail", encrypted: "c" }],
    "customerId.visitorId": [{ customerId: "c" }],
    "vault.status": nothing,
    "vault.createWithPassphrase": [{ passphrase }],
    "vault.createWithKeychain": nothing,
    "vault.addKeychain": nothing,
    "vault.unlock": [{ passphrase }],
    "vault.retry": nothing,
    "vault.changePassphrase": [{ current: passphrase, next: passphrase }],
    "vault.exportRecoveryKey": [{ passphrase }],
    "vault.restoreWithRecoveryKey": [{ recoveryKey: "x", newPassphrase: null }],
    "vault.restorePrevious": nothing,
    "vault.lock": nothing,
    "vault.startAnew": nothing,
  };
}

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
    expect(running.history.page({ before: null, limit: 1 }).total).toBe(0);
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
