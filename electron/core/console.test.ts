import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { calls, type CallInput, type CallName, type CallOutput } from "../../shared/contract/calls.ts";
import { newDraftText } from "../../shared/compose/new-draft.ts";
import { createConsole, type Console, type ConsolePorts } from "./console.ts";
import { createConfStores } from "./workspace/conf-store.ts";
import { SANDBOX_REALTIME_TOKEN, SANDBOX_SIGNATURE_KEY } from "./workspace/sandbox-credentials.ts";
import { textOfChunks } from "./export/test-support/text-of-chunks.ts";

let folder: string;
let path: string;
let console: Console | null;
let servers: Server[];
let exported: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "console-"));
  path = join(folder, "workspace");
  console = null;
  servers = [];
});
afterEach(async () => {
  await console?.close();
  rmSync(folder, { recursive: true });
});

/** Accepts every event of both APIs. The gateway proper is a layer that core must not know. */
async function startGateway(): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    request.resume().on("end", () => {
      const isRealtime = request.url === "/reportEvent";
      response.setHeader("Content-Type", "application/json");
      response.end(
        isRealtime ? '{"IsSuccess":true,"Data":false}' : '{"status":"success","message":"1147206418897270"}',
      );
    });
  });
  servers.push(server);
  await once(server.listen(0, "127.0.0.1"), "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server listens on a port.");
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function ports(change: Partial<ConsolePorts> = {}): ConsolePorts {
  return {
    workspacePath: path,
    host: "browser",
    openStore: createConfStores(path),
    saveFile: async (name, _mimeType, chunks) => {
      exported = await textOfChunks(chunks);
      return { kind: "saved", path: name };
    },
    startGateway,
    clock: { now: () => new Date() },
    random: Math.random,
    appVersion: "0.1.0",
    ...change,
  };
}

async function start(change: Partial<ConsolePorts> = {}): Promise<Console> {
  await console?.close();
  const started = await createConsole(ports(change));
  if (!started.ok) throw new Error(started.error.message);
  console = started.value;
  return started.value;
}

async function call<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallOutput<Name>> {
  const result = await console?.dispatch(name, input);
  if (result?.ok !== true) throw new Error(`${name}: ${JSON.stringify(result)}`);
  return calls[name].output.parse(result.value) as CallOutput<Name>;
}

async function send(api: "optievent" | "realtime"): Promise<CallOutput<"exchange.send">> {
  const [tenant] = await call("tenants.list", {});
  const connection = tenant?.connections.find((candidate) => candidate.api === api);
  if (tenant === undefined || connection === undefined) throw new Error("The sandbox has both APIs.");
  const { catalog } = await call("catalogs.get", { id: tenant.catalogId ?? "" });
  const event = catalog.events.find(({ key }) => key === "newsletter_signup") ?? null;
  const eventKey = "newsletter_signup";
  const text = newDraftText({ api, tenantNumber: tenant.tenantNumber, connection, event, eventKey });
  const sendId = `send-${api}`;
  return call("exchange.send", { sendId, tenantId: tenant.id, api, text, eventKey, draftId: null });
}

/** Every file of the workspace, as it is on disk. */
function filesOf(location: string): string[] {
  const entries = readdirSync(location, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "latin1"));
}

describe("a started console", () => {
  it("tells the window what it needs, and no credential", async () => {
    const { gatewayUrl } = await start();
    const info = await call("app.info", {});
    expect(info).toMatchObject({
      version: "0.1.0",
      host: "browser",
      workspacePath: path,
      gatewayUrl,
      notices: [],
    });
    const tenants = await call("tenants.list", {});
    expect(tenants[0]?.secrets.map(({ slot, isSet }) => [slot, isSet]).slice(0, 2)).toEqual([
      ["optievent", true],
      ["realtime", true],
    ]);
    expect(tenants[0]?.resolvedEndpoints).toEqual([
      { api: "optievent", url: `${gatewayUrl}/optievent` },
      { api: "realtime", url: `${gatewayUrl}/reportEvent` },
    ]);
    expect(JSON.stringify([info, tenants])).not.toContain(SANDBOX_REALTIME_TOKEN);
    expect(await call("catalogs.list", {})).toMatchObject([
      { id: "demo", name: "Demo store", version: 1, eventCount: 24 },
    ]);
  });

  it("sends through both APIs, and what it sent is there after a restart", async () => {
    await start();
    const sent = [await send("optievent"), await send("realtime")];
    expect(sent.map(({ outcome }) => outcome)).toEqual(["accepted", "accepted"]);
    await start();
    const { rows, total } = await call("history.page", { limit: 10 });
    expect(total).toBe(2);
    expect(rows.map(({ id }) => id)).toEqual(sent.map(({ id }) => id).toReversed());
    for (const exchange of sent) expect(await call("history.get", { id: exchange.id })).toEqual(exchange);
  });

  it("has written no credential anywhere, the export included", async () => {
    await start();
    await send("realtime");
    console?.logger.error(`A mistake with ${SANDBOX_REALTIME_TOKEN}`);
    await call("export.start", {
      taskId: "t",
      selection: { kind: "query", query: {} },
      format: "json",
      profile: "none",
    });
    expect(JSON.parse(exported)).toMatchObject({ exchanges: [{ api: "realtime", outcome: "accepted" }] });
    for (const text of [exported, ...filesOf(path)]) {
      expect(text).not.toContain(SANDBOX_REALTIME_TOKEN);
      expect(text).not.toContain(SANDBOX_SIGNATURE_KEY);
    }
  });

  it("announces a recorded exchange when it can be read", async () => {
    const { events, history } = await start();
    const seen: unknown[] = [];
    events.on((name, payload) => {
      if (name === "history.changed" && "latestId" in payload) seen.push(history.get(payload.latestId ?? ""));
    });
    const exchange = await send("optievent");
    expect(seen).toEqual([{ ok: true, value: exchange }]);
  });

  it("changes the settings a call names and no other, and says so", async () => {
    const { events } = await start();
    const heard: string[] = [];
    events.on((name) => heard.push(name));
    await call("settings.update", { lastTenantId: "sandbox" });
    await call("settings.update", { theme: "dark" });
    expect(await call("settings.get", {})).toMatchObject({ theme: "dark", lastTenantId: "sandbox" });
    expect(heard).toEqual(["settings.changed", "settings.changed"]);
  });

  it("keeps what is typed, also over a restart", async () => {
    await start();
    const draft = { tenantId: "sandbox", api: "optievent", eventKey: "login", text: '{"half":' } as const;
    const saved = await call("drafts.save", draft);
    await start();
    expect(await call("drafts.list", { tenantId: "sandbox" })).toEqual([saved]);
    await call("drafts.remove", { id: saved.id });
    expect(await call("drafts.list", { tenantId: "sandbox" })).toEqual([]);
  });
});

describe("what goes wrong at the start", () => {
  it("is a notice where it is the gateway, and sending to it then fails in words", async () => {
    const busy = Object.assign(new Error("listen EADDRINUSE"), { code: "EADDRINUSE" });
    await start({ startGateway: () => Promise.reject(busy) });
    const { notices, gatewayUrl } = await call("app.info", {});
    expect(gatewayUrl).toBeNull();
    expect(notices.map(({ message }) => message)).toEqual([
      expect.stringContaining("another program uses the port"),
    ]);
    await call("app.dismissNotice", { id: notices[0]?.id ?? "" });
    expect((await call("app.info", {})).notices).toEqual([]);
  });

  it("is a notice where it is a damaged file, and the rest is as it was", async () => {
    await start();
    await send("optievent");
    await console?.close();
    writeFileSync(join(path, "settings.json"), "{");
    await start();
    expect((await call("app.info", {})).notices).toHaveLength(1);
    expect((await call("history.page", { limit: 1 })).total).toBe(1);
  });

  it("is a failure where it is the workspace, and then nothing is left running", async () => {
    await (await start()).close();
    rmSync(join(path, "history.sqlite"));
    writeFileSync(join(path, "catalogs.txt"), "");
    rmSync(join(path, "drafts"), { recursive: true });
    writeFileSync(join(path, "drafts"), "");
    const before = servers.length;
    const failed = await createConsole(ports());
    expect(failed).toMatchObject({ ok: false, error: { code: "workspace.unreadable" } });
    expect(servers).toHaveLength(before);
  });
});

describe("closing", () => {
  it("ends the gateway, and may be asked for twice", async () => {
    const running = await start();
    await Promise.all([running.close(), running.close()]);
    expect(servers.map((server) => server.listening)).toEqual([false]);
  });
});
