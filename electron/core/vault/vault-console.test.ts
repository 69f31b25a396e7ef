import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer, type ServerResponse } from "node:http";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { CallInput, CallName, CallOutput } from "../../../shared/contract/calls.ts";
import { connectionSchema, DEFAULT_RULE_PROFILE, SANDBOX_TENANT_ID } from "../../../shared/domain/tenant.ts";
import type { Result } from "../../../shared/result/result.ts";
import { createConsole, type Console } from "../console.ts";
import { createConfStores } from "../workspace/conf-store.ts";
import { PASSPHRASE } from "./test-support/passphrase.ts";
import { textOfChunks } from "../export/test-support/text-of-chunks.ts";

const SECRET = "Zq7-planted-credential-94f1";

let path: string;
let console: Console;
let exported: string;
let answers: ServerResponse[];
let endpoint: string;
let now: Date;
const server = createServer((request, response) => {
  request.resume().on("end", () => answers.push(response));
});

beforeEach(async () => {
  path = mkdtempSync(join(tmpdir(), "vault-console-"));
  answers = [];
  exported = "";
  now = new Date("2026-11-23T09:00:00.000Z");
  await once(server.listen(0, "127.0.0.1"), "listening");
  const address = server.address();
  endpoint = `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}/`;
  await start();
});
afterEach(async () => {
  await console.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  rmSync(path, { recursive: true });
});

async function start(): Promise<void> {
  const started = await createConsole({
    workspacePath: path,
    host: "browser",
    openStore: createConfStores(path),
    saveFile: async (name, _mimeType, chunks) => {
      exported = await textOfChunks(chunks);
      return { kind: "saved", path: name };
    },
    startGateway: async () => ({ url: endpoint.slice(0, -1), close: async () => undefined }),
    clock: { now: () => now },
    random: Math.random,
    appVersion: "0.1.0",
  });
  if (!started.ok) throw new Error(started.error.message);
  console = started.value;
}

async function restart(): Promise<void> {
  await console.close();
  await start();
}

/** What a call answers, whichever way it went. */
async function ask<Name extends CallName>(
  name: Name,
  input: CallInput<Name>,
): Promise<Result<CallOutput<Name>>> {
  // The dispatch has checked it against the contract.
  return (await console.dispatch(name, input)) as Result<CallOutput<Name>>;
}

async function call<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallOutput<Name>> {
  const result = await ask(name, input);
  if (!result.ok) throw new Error(`${name}: ${result.error.message}`);
  return result.value;
}

async function makeShop(): Promise<string> {
  const connections = [connectionSchema.parse({ api: "realtime", endpoint })];
  const shop = { name: "Shop", kind: "test", tenantNumber: null, connections, catalogId: null } as const;
  const tenant = await call("tenants.create", { ...shop, ruleProfile: DEFAULT_RULE_PROFILE });
  return tenant.id;
}

function send(tenantId: string): Promise<Result<CallOutput<"exchange.send">>> {
  const text = '{"tid":"{{secret:token}}","cid":"c-1","eid":1101,"context":{}}';
  const input = { sendId: "one", tenantId, api: "realtime" as const, text, eventKey: null, draftId: null };
  return ask("exchange.send", input);
}

async function answerWith(text: string): Promise<void> {
  await expect.poll(() => answers.length).toBe(1);
  answers.pop()?.end(text);
}

function everythingOnDisk(): string {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "latin1"))
    .join("\n");
}

const LOCKED = { ok: false, error: { code: "vault.locked" } };

describe("a console with a vault", () => {
  it("keeps what was entered before there was one, through restarts, and shows none of it", async () => {
    const tenantId = await makeShop();
    const set = await call("secrets.set", { tenantId, slot: "realtime", value: SECRET });
    expect(set).toEqual({ isSet: true, isReadable: true, hint: "f1" });
    await call("vault.createWithPassphrase", { passphrase: PASSPHRASE });
    await restart();
    expect((await call("vault.status", {})).state.kind).toBe("locked");
    expect(await send(tenantId)).toMatchObject(LOCKED);
    expect(answers).toEqual([]);
    await call("vault.unlock", { passphrase: PASSPHRASE });
    const sending = send(tenantId);
    await answerWith('{"IsSuccess":true,"Data":false}');
    expect(await sending).toMatchObject({ ok: true, value: { outcome: "accepted" } });
    expect(JSON.stringify(await call("tenants.list", {}))).not.toContain(SECRET);
    expect(everythingOnDisk()).not.toContain(SECRET);
  });

  it("has no catalog to show while it is locked, and the right one when it is open", async () => {
    await call("vault.createWithPassphrase", { passphrase: PASSPHRASE });
    const [catalog] = await call("catalogs.list", {});
    const id = catalog?.id ?? "";
    await restart();
    expect(await ask("catalogs.list", {})).toMatchObject(LOCKED);
    expect(await ask("catalogs.get", { id })).toMatchObject(LOCKED);
    const text = '{"tenant":999,"event":"login","customer":"c-1","timestamp":"{{$now}}","context":{}}';
    const draft = { sendId: "a", tenantId: SANDBOX_TENANT_ID, api: "optievent", text } as const;
    expect(await ask("exchange.send", { ...draft, eventKey: null, draftId: null })).toMatchObject(LOCKED);
    await call("vault.unlock", { passphrase: PASSPHRASE });
    expect((await call("catalogs.get", { id })).id).toBe(id);
  });

  it("hides a secret in an answer that comes after the vault was locked", async () => {
    const tenantId = await makeShop();
    await call("vault.createWithPassphrase", { passphrase: PASSPHRASE });
    await call("secrets.set", { tenantId, slot: "realtime", value: SECRET });
    const sending = send(tenantId);
    await expect.poll(() => answers.length).toBe(1);
    await call("vault.lock", {});
    answers.pop()?.end(`{"IsSuccess":false,"Data":"no such token ${SECRET}"}`);
    const sent = await sending;
    expect(JSON.stringify(sent)).toContain("no such token {{secret:token}}");
    expect(JSON.stringify(sent)).not.toContain(SECRET);
    await restart();
    expect(everythingOnDisk()).not.toContain(SECRET);
  });

  it("exports nothing that it cannot look through for secrets", async () => {
    await call("vault.createWithPassphrase", { passphrase: PASSPHRASE });
    await call("vault.lock", {});
    expect(
      await ask("export.start", {
        taskId: "t",
        selection: { kind: "query", query: {} },
        format: "json",
        profile: "none",
      }),
    ).toMatchObject(LOCKED);
    expect(exported).toBe("");
    await call("vault.unlock", { passphrase: PASSPHRASE });
    await call("export.start", {
      taskId: "t",
      selection: { kind: "query", query: {} },
      format: "json",
      profile: "none",
    });
    expect(exported).not.toBe("");
  });

  it("locks itself when nothing was done for as long as the settings say", async () => {
    await call("vault.createWithPassphrase", { passphrase: PASSPHRASE });
    await call("settings.update", { vaultIdleMinutes: 5 });
    now = new Date(now.getTime() + 4 * 60_000);
    expect((await call("vault.status", {})).state.kind).toBe("open");
    now = new Date(now.getTime() + 5 * 60_000);
    expect((await call("vault.status", {})).state.kind).toBe("locked");
  });

  it("starts anew with the demo, and keeps everything else aside", async () => {
    await call("vault.createWithPassphrase", { passphrase: PASSPHRASE });
    await restart();
    const { keptAside } = await call("vault.startAnew", {});
    expect(keptAside.length).toBeGreaterThanOrEqual(2);
    expect((await call("vault.status", {})).state.kind).toBe("none");
    expect((await call("catalogs.list", {})).length).toBe(1);
  });

  it("answers no secret and no passphrase in any failure", async () => {
    await call("vault.createWithPassphrase", { passphrase: PASSPHRASE });
    const failures = [
      await ask("vault.changePassphrase", { current: SECRET, next: `${SECRET}-next` }),
      await ask("vault.exportRecoveryKey", { passphrase: SECRET }),
      await ask("vault.restoreWithRecoveryKey", { recoveryKey: SECRET, newPassphrase: null }),
      await ask("vault.createWithPassphrase", { passphrase: SECRET }),
      await ask("secrets.set", { tenantId: "none", slot: "realtime", value: SECRET }),
      await ask("secrets.set", { tenantId: "x".repeat(300), slot: "realtime", value: SECRET }),
    ];
    for (const failure of failures) expect(failure.ok).toBe(false);
    expect(JSON.stringify(failures)).not.toContain(SECRET);
    await restart();
    expect(everythingOnDisk()).not.toContain(SECRET);
  });
});
