import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { calls, type CallInput, type CallName, type CallOutput } from "../../../shared/contract/calls.ts";
import { tenantSchema, type Tenant } from "../../../shared/domain/tenant.ts";
import type { Result } from "../../../shared/result/result.ts";
import { createConsole, type Console } from "../console.ts";
import { createConfStores } from "../workspace/conf-store.ts";
import { RESTORABLE_MILLISECONDS } from "./tenant-removal.ts";
import { textOfChunks } from "../export/test-support/text-of-chunks.ts";

let folder: string;
let running: Console | null;
let now: number;
let exported: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tenants-"));
  running = null;
  now = Date.parse("2026-11-23T08:00:00Z");
});
afterEach(async () => {
  await running?.close();
  rmSync(folder, { recursive: true });
});

async function start(): Promise<Console> {
  await running?.close();
  const started = await createConsole({
    workspacePath: folder,
    host: "browser",
    openStore: createConfStores(folder),
    saveFile: async (name, _mimeType, chunks) => {
      exported = await textOfChunks(chunks);
      return { kind: "saved", path: name };
    },
    startGateway: () => Promise.reject(new Error("This test needs no gateway.")),
    clock: { now: () => new Date(now) },
    random: Math.random,
    appVersion: "0.1.0",
  });
  if (!started.ok) throw new Error(started.error.message);
  running = started.value;
  return started.value;
}

async function attempt<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<Result<unknown>> {
  return (await running?.dispatch(name, input)) ?? { ok: false, error: { code: "none", message: "" } };
}

async function call<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallOutput<Name>> {
  const result = await attempt(name, input);
  if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result)}`);
  return calls[name].output.parse(result.value) as CallOutput<Name>;
}

function shop(changes: Partial<Tenant> = {}): Omit<Tenant, "id"> {
  const { id: _own, ...tenant } = tenantSchema.parse({
    id: "unused",
    name: "Café Köln (EU)",
    kind: "test",
    tenantNumber: 3013,
    catalogId: "demo",
    connections: [{ api: "optievent", endpoint: "https://events.example/x", signed: true }],
    ...changes,
  });
  return tenant;
}

const names = async () => (await call("tenants.list", {})).map(({ name }) => name);

describe("a tenant", () => {
  it("is created with an id of its name, and is there after a restart", async () => {
    await start();
    const created = await call("tenants.create", shop());
    expect(created.id).toBe("cafe-koln-eu");
    expect(await names()).toEqual(["Local sandbox", "Café Köln (EU)"]);
    await start();
    expect((await call("tenants.list", {}))[1]).toEqual(created);
  });

  it("is refused with what is wrong at which field, and nothing is stored", async () => {
    await start();
    const wrong = shop({ name: "Local sandbox" });
    wrong.connections = wrong.connections.map((one) => ({ ...one, endpoint: "http://events.example/#a" }));
    const result = await attempt("tenants.create", wrong);
    expect(result).toMatchObject({
      error: {
        code: "tenant.invalid",
        details: { problems: [{ path: ["name"] }, { path: ["connections", 0, "endpoint"] }] },
      },
    });
    expect(await names()).toEqual(["Local sandbox"]);
  });

  it("may keep its own name when it is changed, and not take another's", async () => {
    await start();
    const { secrets: _s, resolvedEndpoints: _r, ...created } = await call("tenants.create", shop());
    expect(await call("tenants.update", { ...created, colour: "teal" })).toMatchObject({ colour: "teal" });
    const taken = await attempt("tenants.update", { ...created, name: "Local sandbox" });
    expect(taken).toMatchObject({ error: { code: "tenant.invalid" } });
    const gone = await attempt("tenants.update", { ...created, id: "gone" });
    expect(gone).toMatchObject({ error: { code: "tenant.not-found" } });
  });

  it("is duplicated under new names and without its secrets", async () => {
    await start();
    const { id } = await call("tenants.create", shop());
    await call("secrets.set", { tenantId: id, slot: "optievent", value: "0123456789abcdef" });
    await call("presets.save", { presets: [loginPreset(id)] });
    await call("values.save", { tenantId: id, ...VALUES });
    const copies = [await call("tenants.duplicate", { id }), await call("tenants.duplicate", { id })];
    expect(copies.map(({ name }) => name)).toEqual(["Café Köln (EU) copy", "Café Köln (EU) copy (2)"]);
    expect(copies.flatMap(({ secrets }) => secrets).some(({ isSet }) => isSet)).toBe(false);
    expect(copies[0]?.connections).toEqual(shop().connections);
    const tenantId = copies[0]?.id ?? "";
    const [preset] = await call("presets.list", { tenantId });
    expect(preset).toMatchObject({ ...loginPreset(tenantId), id: expect.any(String) });
    expect(await call("values.get", { tenantId })).toEqual({ tenantId, ...VALUES });
    expect(await call("presets.list", { tenantId: id })).toHaveLength(1);
  });
});

const VALUES = { variables: [{ name: "who", value: "c-1" }], pinned: [{ name: "sum", valueText: "1.00" }] };

function loginPreset(tenantId: string) {
  return {
    id: null,
    tenantId,
    api: "optievent" as const,
    eventKey: "login",
    name: "Login",
    group: null,
    text: "{}",
    variables: [],
    negative: false,
    expected: { outcome: "accepted" as const, rule: null },
  };
}

describe("removing a tenant", () => {
  async function createWithDraft(changes: Partial<Tenant> = {}): Promise<string> {
    const { id } = await call("tenants.create", shop(changes));
    await call("secrets.set", { tenantId: id, slot: "optievent", value: "0123456789abcdef" });
    const draft = { tenantId: id, api: "optievent", eventKey: "login", text: "{}" } as const;
    await call("drafts.save", draft);
    await call("presets.save", {
      presets: [
        {
          ...draft,
          id: null,
          name: "Login",
          group: null,
          variables: [],
          negative: false,
          expected: { outcome: "accepted", rule: null },
        },
      ],
    });
    await call("values.save", {
      tenantId: id,
      variables: [{ name: "who", value: "c" }],
      pinned: [{ name: "amount", valueText: "1" }],
    });
    return id;
  }
  /** The numbers of drafts, presets and values; those of a tenant that is gone too. */
  function kept(id: string): number[] {
    if (running === null) throw new Error("The console does not run.");
    const { drafts, presets, values } = running.workspace;
    const { variables, pinned } = values.get(id);
    return [drafts.list(id).length, presets.list(id).length, variables.length + pinned.length];
  }

  it("names first what hangs on it", async () => {
    await start();
    const id = await createWithDraft();
    expect(await call("tenants.dependents", { id })).toEqual({
      drafts: 1,
      presets: 1,
      values: 2,
      secrets: 1,
      exchanges: 0,
    });
  });

  it("can be undone with everything, also after a restart, at its old place", async () => {
    await start();
    const id = await createWithDraft();
    await call("tenants.create", shop({ name: "Last" }));
    const { restorable } = await call("tenants.remove", { id, typedName: null });
    expect(restorable?.name).toBe("Café Köln (EU)");
    expect(await names()).toEqual(["Local sandbox", "Last"]);
    await start();
    expect(await call("tenants.removed", {})).toEqual([restorable]);
    await call("tenants.restore", { id });
    expect(await names()).toEqual(["Local sandbox", "Café Köln (EU)", "Last"]);
    expect(kept(id)).toEqual([1, 1, 2]);
    expect(await call("tenants.removed", {})).toEqual([]);
  });

  it("is for good once the time is over", async () => {
    await start();
    const id = await createWithDraft();
    await call("tenants.remove", { id, typedName: null });
    now += RESTORABLE_MILLISECONDS;
    expect(await attempt("tenants.restore", { id })).toMatchObject({ error: { code: "tenant.not-found" } });
    const { workspace } = await start();
    expect(kept(id)).toEqual([0, 0, 0]);
    expect(workspace.tenants.listRemoved()).toEqual([]);
  });

  it("needs the name of production typed, and then takes all of it at once", async () => {
    await start();
    const id = await createWithDraft({ kind: "production" });
    for (const typedName of [null, "", "café köln (eu)"]) {
      const refused = await attempt("tenants.remove", { id, typedName });
      expect(refused).toMatchObject({ error: { code: "tenant.name-differs" } });
    }
    expect(await names()).toContain("Café Köln (EU)");
    const removed = await call("tenants.remove", { id, typedName: "Café Köln (EU)" });
    expect(removed.restorable).toBeNull();
    expect(kept(id)).toEqual([0, 0, 0]);
    expect(await call("tenants.removed", {})).toEqual([]);
  });

  it("never gives its id to another while it could come back", async () => {
    await start();
    const id = await createWithDraft();
    await call("tenants.remove", { id, typedName: null });
    expect((await call("tenants.create", shop())).id).toBe(`${id}-2`);
  });
});

describe("a file of tenants", () => {
  it("has no secret in it, and brings back the same tenants elsewhere", async () => {
    await start();
    const { id } = await call("tenants.create", shop());
    const secret = "a-very-distinctive-secret";
    await call("secrets.set", { tenantId: id, slot: "optievent", value: secret });
    await call("secrets.set", { tenantId: id, slot: "proxy-password", value: secret });
    await call("values.save", { tenantId: id, ...VALUES });
    expect(await call("tenants.export", { ids: [id] })).toMatchObject({ kind: "saved" });
    expect(exported).not.toContain(secret);
    const preview = await call("tenants.previewImport", { text: exported });
    expect(preview.tenants).toMatchObject([
      { name: "Café Köln (EU) (2)", endpoints: ["https://events.example/x"] },
    ]);
    expect(await names()).toHaveLength(2);
    const [imported] = await call("tenants.import", { text: exported });
    expect(imported).toMatchObject({ ...shop(), name: "Café Köln (EU) (2)" });
    expect(imported?.secrets.some(({ isSet }) => isSet)).toBe(false);
    expect(await call("values.get", { tenantId: imported?.id ?? "" })).toMatchObject(VALUES);
  });

  it("with one mistake imports nothing", async () => {
    await start();
    await call("tenants.export", { ids: null });
    const text = exported.replace('"kind": "sandbox"', '"kind": "staging"');
    expect((await call("tenants.previewImport", { text })).problems).toMatchObject([
      { path: "/tenants/0/kind" },
    ]);
    expect(await attempt("tenants.import", { text })).toMatchObject({
      error: { code: "tenants.unreadable-file", message: expect.stringMatching(/Line \d+/) },
    });
    expect(await names()).toHaveLength(1);
  });
});
