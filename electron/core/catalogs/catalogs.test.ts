import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { calls, type CallInput, type CallName, type CallOutput } from "../../../shared/contract/calls.ts";
import { demoCatalog, DEMO_CATALOG_ID } from "../../../shared/demo/demo-catalog.ts";
import { CATALOG_FORMAT, type Catalog } from "../../../shared/domain/catalog.ts";
import type { Result } from "../../../shared/result/result.ts";
import { createConsole, type Console } from "../console.ts";
import { createConfStores } from "../workspace/conf-store.ts";
import { PASSPHRASE } from "../vault/test-support/passphrase.ts";

let folder: string;
let running: Console | null;
let now: number;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "catalogs-"));
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
    saveFile: () => Promise.reject(new Error("This test saves no file.")),
    startGateway: () => Promise.reject(new Error("This test needs no gateway.")),
    clock: { now: () => new Date((now += 1000)) },
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

function shop(...keys: string[]): Catalog {
  return {
    format: CATALOG_FORMAT,
    name: "Café Köln",
    owner: { team: "x" },
    events: keys.map((key) => ({ key, parameters: [{ name: "amount", type: "number", unit: "EUR" }] })),
  };
}

const versionNumbers = async (id: string) =>
  (await call("catalogs.versions", { id })).map(({ version }) => version);
const versionsFolder = (id: string) => join(folder, "catalog-versions", id);

describe("a catalog", () => {
  it("is created under an id of its name and a free name, and saved as versions in words", async () => {
    await start();
    const { id, version } = await call("catalogs.create", { catalog: shop("login") });
    expect([id, version]).toEqual(["cafe-koln", 1]);
    expect((await call("catalogs.create", { catalog: shop() })).name).toBe("Café Köln (2)");
    const origin = { kind: "import", detail: "events.csv" } as const;
    const saved = await call("catalogs.save", {
      id,
      baseVersion: 1,
      catalog: shop("login", "logout"),
      origin,
    });
    expect(saved).toEqual({ id, version: 2, savedAt: expect.any(String), isChanged: true });
    const versions = await call("catalogs.versions", { id });
    expect(versions.map(({ about, ...rest }) => ({ ...rest, summary: about?.summary }))).toEqual([
      { version: 2, isCurrent: true, summary: "Adds `logout`." },
      { version: 1, isCurrent: false, summary: "1 event with 1 parameter." },
    ]);
    expect(versions[0]?.about?.origin).toEqual(origin);
    await start();
    expect((await call("catalogs.get", { id })).catalog).toEqual(shop("login", "logout"));
    expect((await call("catalogs.version", { id, version: 1 })).catalog).toEqual(shop("login"));
  });

  it("that was saved elsewhere meanwhile is not overwritten", async () => {
    await start();
    const { id } = await call("catalogs.create", { catalog: shop("login") });
    await call("catalogs.save", { id, baseVersion: 1, catalog: shop("theirs") });
    const refused = await attempt("catalogs.save", { id, baseVersion: 1, catalog: shop("mine") });
    expect(refused).toMatchObject({
      error: { code: "catalog.changed-meanwhile", details: { version: 2, baseVersion: 1 } },
    });
    expect((await call("catalogs.get", { id })).catalog).toEqual(shop("theirs"));
  });

  it("that is saved as it was has no new version", async () => {
    await start();
    const { id } = await call("catalogs.create", { catalog: shop("login") });
    const saved = await call("catalogs.save", { id, baseVersion: 1, catalog: shop("login") });
    expect(saved).toMatchObject({ version: 1, isChanged: false });
    expect(await versionNumbers(id)).toEqual([1]);
  });

  it("goes back to an earlier version as a new one", async () => {
    await start();
    const { id } = await call("catalogs.create", { catalog: shop("login") });
    await call("catalogs.save", { id, baseVersion: 1, catalog: shop("logout") });
    await call("catalogs.restoreVersion", { id, version: 1, baseVersion: 2 });
    expect((await call("catalogs.get", { id })).catalog).toEqual(shop("login"));
    expect((await call("catalogs.versions", { id }))[0]).toMatchObject({
      version: 3,
      about: { origin: { kind: "restore", detail: "version 1" } },
    });
    expect(await attempt("catalogs.version", { id, version: 9 })).toMatchObject({
      error: { code: "catalog.version-not-found" },
    });
  });

  it("is duplicated with versions of its own", async () => {
    await start();
    const { id } = await call("catalogs.create", { catalog: shop("login") });
    const copy = await call("catalogs.duplicate", { id });
    expect(copy).toMatchObject({ id: "cafe-koln-copy", version: 1, name: "Café Köln copy" });
    expect((await call("catalogs.get", { id: copy.id })).catalog.events).toEqual(shop("login").events);
  });

  it("from before versions were kept gets its first one before it is overwritten", async () => {
    await start();
    rmSync(versionsFolder(DEMO_CATALOG_ID), { recursive: true });
    await start();
    expect(await versionNumbers(DEMO_CATALOG_ID)).toEqual([1]);
    await call("catalogs.save", { id: DEMO_CATALOG_ID, baseVersion: 1, catalog: shop() });
    expect((await call("catalogs.version", { id: DEMO_CATALOG_ID, version: 1 })).catalog).toEqual(
      demoCatalog,
    );
  });
});

describe("removing a catalog", () => {
  it("names the tenants that go by it, and gives it back to them with all its versions", async () => {
    await start();
    await call("catalogs.save", { id: DEMO_CATALOG_ID, baseVersion: 1, catalog: shop("login") });
    const removed = await call("catalogs.remove", { id: DEMO_CATALOG_ID });
    expect(removed).toMatchObject({ name: "Café Köln", version: 2, tenants: [{ name: "Local sandbox" }] });
    expect((await call("tenants.list", {}))[0]?.catalogId).toBeNull();
    expect(await call("catalogs.list", {})).toEqual([]);
    await start();
    expect(await call("catalogs.removed", {})).toEqual([removed]);
    expect((await call("catalogs.version", { id: DEMO_CATALOG_ID, version: 1 })).catalog).toEqual(
      demoCatalog,
    );
    await call("catalogs.restore", { id: DEMO_CATALOG_ID });
    expect(await call("catalogs.list", {})).toMatchObject([
      { version: 2, eventCount: 1, parameterCount: 1, tenants: [{ name: "Local sandbox" }] },
    ]);
    expect(await versionNumbers(DEMO_CATALOG_ID)).toEqual([2, 1]);
    expect(await call("catalogs.removed", {})).toEqual([]);
  });

  it("for good leaves nothing of it", async () => {
    await start();
    const { id } = await call("catalogs.create", { catalog: shop("login") });
    expect(await attempt("catalogs.forget", { id })).toMatchObject({ error: { code: "catalog.not-found" } });
    await call("catalogs.remove", { id });
    await call("catalogs.forget", { id });
    expect(readdirSync(folder, { recursive: true }).filter((name) => String(name).includes(id))).toEqual([]);
  });
});

describe("a version", () => {
  it("that is damaged is named as such, left as it is, and costs the others nothing", async () => {
    await start();
    const { id } = await call("catalogs.create", { catalog: shop("login") });
    await call("catalogs.save", { id, baseVersion: 1, catalog: shop("logout") });
    const path = join(versionsFolder(id), "1.clear");
    writeFileSync(path, readFileSync(path, "utf8").slice(0, -40));
    expect(await versionNumbers(id)).toEqual([2, 1]);
    expect(await attempt("catalogs.version", { id, version: 1 })).toMatchObject({
      error: { code: "catalog.version-damaged" },
    });
    writeFileSync(path, "");
    expect((await call("catalogs.versions", { id }))[1]).toEqual({
      version: 1,
      isCurrent: false,
      about: null,
    });
    await call("catalogs.save", { id, baseVersion: 2, catalog: shop("third") });
    expect(await versionNumbers(id)).toEqual([3, 2, 1]);
    expect(readFileSync(path, "utf8")).toBe("");
  });

  it("is encrypted from the moment there is a vault, with what is said of it", async () => {
    await start();
    const { id } = await call("catalogs.create", { catalog: shop("very_secret_event") });
    await call("catalogs.save", { id, baseVersion: 1, catalog: shop("other_secret_event") });
    await call("catalogs.remove", { id: DEMO_CATALOG_ID });
    await call("vault.createWithPassphrase", { passphrase: PASSPHRASE });
    await call("catalogs.save", { id, baseVersion: 2, catalog: shop("third_secret_event") });
    expect(readdirSync(versionsFolder(id)).sort()).toEqual(["1.sealed", "2.sealed", "3.sealed"]);
    for (const name of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!name.isFile()) continue;
      expect(readFileSync(join(name.parentPath, name.name), "latin1")).not.toMatch(/secret_event|Demo store/);
    }
    await start();
    for (const name of ["catalogs.versions", "catalogs.get"] as const) {
      expect(await attempt(name, { id })).toMatchObject({ error: { code: "vault.locked" } });
    }
    expect(await attempt("catalogs.removed", {})).toMatchObject({ error: { code: "vault.locked" } });
    await call("vault.unlock", { passphrase: PASSPHRASE });
    expect((await call("catalogs.versions", { id }))[0]?.about?.summary).toContain("`third_secret_event`");
    expect((await call("catalogs.version", { id, version: 1 })).catalog).toEqual(shop("very_secret_event"));
    expect((await call("catalogs.removed", {})).map(({ name }) => name)).toEqual(["Demo store"]);
  });

  it("that is put in another's place does not open there", async () => {
    await start();
    await call("vault.createWithPassphrase", { passphrase: PASSPHRASE });
    const { id } = await call("catalogs.create", { catalog: shop("login") });
    await call("catalogs.save", { id, baseVersion: 1, catalog: shop("logout") });
    const [first, second] = ["1.sealed", "2.sealed"].map((name) => join(versionsFolder(id), name));
    writeFileSync(first ?? "", readFileSync(second ?? ""));
    expect(await attempt("catalogs.version", { id, version: 1 })).toMatchObject({
      error: { code: "catalog.version-damaged" },
    });
  });

  it("that an interrupted move left in clear beside it is encrypted at the next opening", async () => {
    await start();
    const { id } = await call("catalogs.create", { catalog: shop("login") });
    const clear = readFileSync(join(versionsFolder(id), "1.clear"));
    await call("vault.createWithPassphrase", { passphrase: PASSPHRASE });
    writeFileSync(join(versionsFolder(id), "1.clear"), clear);
    writeFileSync(join(versionsFolder(id), "1.sealed"), "half of");
    await call("vault.lock", {});
    await call("vault.unlock", { passphrase: PASSPHRASE });
    expect(readdirSync(versionsFolder(id))).toEqual(["1.sealed"]);
    expect((await call("catalogs.version", { id, version: 1 })).catalog).toEqual(shop("login"));
  });

  it("leaves nothing in clear that a save which was cut short wrote", async () => {
    await start();
    const { id } = await call("catalogs.create", { catalog: shop("login") });
    const left = [join(versionsFolder(id), "2.clear.4711.tmp"), join(folder, "catalogs", "never.next.json")];
    for (const path of left) {
      writeFileSync(path, JSON.stringify(shop("login")));
      utimesSync(path, new Date("2026-11-23T08:00:00Z"), new Date("2026-11-23T08:00:00Z"));
    }
    await call("vault.createWithPassphrase", { passphrase: PASSPHRASE });
    expect(left.filter((path) => existsSync(path))).toEqual([]);
  });

  it("encrypted with a vault that was given up is never written over", async () => {
    await start();
    await call("vault.createWithPassphrase", { passphrase: PASSPHRASE });
    await call("vault.lock", {});
    await call("vault.startAnew", {});
    expect(await versionNumbers(DEMO_CATALOG_ID)).toEqual([2, 1]);
    expect(readdirSync(versionsFolder(DEMO_CATALOG_ID)).sort()).toEqual(["1.sealed", "2.clear"]);
    expect((await call("catalogs.get", { id: DEMO_CATALOG_ID })).catalog).toEqual(demoCatalog);
  });
});
