import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { calls } from "../../shared/contract/calls.ts";
import { tenantSchema, type Tenant } from "../../shared/domain/tenant.ts";
import { createConsole, type Console } from "./console.ts";
import { startProxy, type TestProxy } from "./network/test-support/proxy-server.ts";
import { ATTEMPT_TEXT, callAttempts } from "./test-support/call-attempts.ts";
import { startEchoingServer } from "./test-support/echoing-server.ts";
import { findSecrets } from "./test-support/find-secrets.ts";
import type { TestServer } from "./transport/test-support/servers.ts";
import { createConfStores } from "./workspace/conf-store.ts";

// Secrets are set wherever one can be set, every call of the contract is made, against a server that gives back whatever it was
// sent in every encoding it can think of, and then everything that left the core is searched for them.

const HOSTILE = `"quote" \\back /slash +plus%&=<ä😀>`;
const SECRETS = {
  optievent: `Zq7optievent01 ${HOSTILE} Zq7optievent02`,
  realtime: `Zq7realtime01 ${HOSTILE} Zq7realtime02`,
  "customer-id-key": "Zq7customerkey01of32characters02",
  "client-certificate-passphrase": `Zq7certificate01 ${HOSTILE} Zq7certificate02`,
  "proxy-password": `Zq7proxy01 ${HOSTILE} Zq7proxy02`,
  passphrase: `Zq7passphrase01 ${HOSTILE} Zq7passphrase02`,
} as const;
const SLOTS = [
  "optievent",
  "realtime",
  "customer-id-key",
  "client-certificate-passphrase",
  "proxy-password",
] as const;

/** Those would end what is looked at before everything has been made; they come last, or are made by the test itself. */
const LATER = new Set(["secrets.set", "secrets.clear", "tenants.remove", "tenants.import"]);
/** They show what the user asked to have shown or to keep. */
const isVaultCall = (name: string) => name.startsWith("vault.");

let folder: string;
let running: Console;
let server: TestServer;
let proxy: TestProxy;
/** Everything that left the core: answers of calls, broadcasts, exports. */
let left: string[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "leaks-"));
  left = [];
  server = await startEchoingServer(SECRETS);
  proxy = await startProxy({ credentials: `user:${SECRETS["proxy-password"]}` });
  await start();
});
afterEach(async () => {
  await running.close();
  await proxy.close();
  await server.close();
  rmSync(folder, { recursive: true });
});

async function start(): Promise<void> {
  const started = await createConsole({
    workspacePath: folder,
    host: "browser",
    openStore: createConfStores(folder),
    saveFile: async (name, _mimeType, chunks) => {
      for await (const chunk of chunks) left.push(Buffer.from(chunk).toString("utf8"));
      return { kind: "saved", path: name };
    },
    startGateway: () => Promise.reject(new Error("This test needs no gateway.")),
    clock: { now: () => new Date() },
    random: Math.random,
    appVersion: "0.1.0",
  });
  if (!started.ok) throw new Error(started.error.message);
  running = started.value;
  running.events.on((name, payload) => void left.push(JSON.stringify([name, payload])));
}

function tenant(id: string, changes: object): Tenant {
  return tenantSchema.parse({
    id,
    name: `Tenant ${id}`,
    kind: "test",
    tenantNumber: 3013,
    catalogId: "demo",
    connections: [
      { api: "optievent", endpoint: server.url, signed: true, ...changes },
      { api: "realtime", endpoint: server.url, ...changes },
    ],
  });
}

async function call(name: string, input: unknown): Promise<unknown> {
  const result = await running.dispatch(name, input, { windowId: "window" });
  left.push(JSON.stringify(result));
  return result;
}

async function plant(tenantId: string): Promise<void> {
  for (const slot of SLOTS) {
    expect(await call("secrets.set", { tenantId, slot, value: SECRETS[slot] }), slot).toMatchObject({
      ok: true,
    });
  }
}

/** Sends what holds the credential in the body, what is signed by it, and what goes through the proxy. */
async function sendAll(): Promise<void> {
  const withToken = '{"tid":"{{secret:token}}","cid":"c","eid":1106,"context":{"again":"{{secret:token}}"}}';
  for (const tenantId of ["retail", "vendor"]) {
    for (const [api, text] of [
      ["optievent", ATTEMPT_TEXT],
      [
        "optievent",
        '{"tenant":1,"event":"login","customer":"{{secret:token}}","context":{"how":"act:pieces"}}',
      ],
      ["realtime", withToken],
    ]) {
      const input = { sendId: "s", tenantId, api, text, eventKey: "login", draftId: null };
      const sent = await call("exchange.send", input);
      expect(sent).toMatchObject({ ok: true, value: { response: { bodyEncoding: "utf8" } } });
      // The server gave it back, so that there was something to hide.
      if (text !== ATTEMPT_TEXT) {
        const references = JSON.stringify(sent).match(/\{\{secret:token\}\}/g) ?? [];
        expect(references.length).toBeGreaterThan(10);
      }
    }
  }
}

function subjects() {
  return {
    retail: tenant("retail", {}),
    vendor: tenant("vendor", { proxy: { kind: "address", url: proxy.url, userName: "user" } }),
    passphrase: SECRETS.passphrase,
  };
}

async function makeCalls(isWanted: (name: string) => boolean): Promise<void> {
  for (const [name, inputs] of Object.entries(callAttempts(subjects()))) {
    if (!isWanted(name)) continue;
    for (const input of inputs) await call(name, input);
  }
}

async function readHistory(): Promise<void> {
  const page = (await call("history.page", { before: null, limit: 50 })) as {
    value: { rows: { id: string }[] };
  };
  expect(page.value.rows.length).toBeGreaterThan(5);
  for (const { id } of page.value.rows) {
    await call("history.get", { id });
    await call("history.annotate", { ids: [id], note: "a note", pinned: true });
  }
}

/** The workspace as it lies on the disk while the console runs, databases and their logs included. */
function filesOf(path: string): Buffer[] {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)));
}

function expectNothingLeaked(): void {
  expect(findSecrets(SECRETS, Buffer.from(left.join("\n"), "utf8"))).toEqual([]);
  expect(filesOf(folder).flatMap((content) => findSecrets(SECRETS, content))).toEqual([]);
}

describe("no secret leaves", () => {
  it("by any call, in any encoding, while secrets last for the session and while they are in the vault", async () => {
    const { retail, vendor } = subjects();
    for (const one of [retail, vendor]) expect(running.workspace.tenants.save(one).ok).toBe(true);
    await plant("retail");
    await plant("vendor");
    await sendAll();
    await makeCalls((name) => !LATER.has(name) && !isVaultCall(name));
    await readHistory();
    expectNothingLeaked();

    expect(await call("vault.createWithPassphrase", { passphrase: SECRETS.passphrase })).toMatchObject({
      ok: true,
    });
    await sendAll();
    await makeCalls((name) => !LATER.has(name) && !isVaultCall(name));
    await readHistory();
    expectNothingLeaked();

    await makeCalls(isVaultCall);
    await makeCalls((name) => LATER.has(name) && name !== "secrets.set");
    expectNothingLeaked();
    expect(Object.keys(callAttempts(subjects())).sort()).toEqual(Object.keys(calls).sort());

    await running.close();
    expectNothingLeaked();
    await start();
    expect(await call("vault.status", {})).toMatchObject({ ok: true });
    expectNothingLeaked();
  }, 240_000);

  it("in an export, also where somebody typed it into a field that is not for it", async () => {
    const { retail } = subjects();
    expect(running.workspace.tenants.save({ ...retail, name: `Shop ${SECRETS.realtime}` }).ok).toBe(true);
    await plant("retail");
    left = [];
    expect(await call("tenants.export", { ids: ["retail"] })).toMatchObject({ ok: true });
    expect(left.join("")).toContain("{{secret:token}}");
    expect(findSecrets(SECRETS, Buffer.from(left.join("\n"), "utf8"))).toEqual([]);
  });
});
