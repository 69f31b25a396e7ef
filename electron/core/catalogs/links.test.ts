import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { calls, type CallInput, type CallName, type CallOutput } from "../../../shared/contract/calls.ts";
import { catalogText } from "../../../shared/catalog/catalog-text.ts";
import { CATALOG_FORMAT, type Catalog } from "../../../shared/domain/catalog.ts";
import type { Result } from "../../../shared/result/result.ts";
import { createConsole, type Console } from "../console.ts";
import type { ChooseCatalogFile } from "../ports.ts";
import { createConfStores } from "../workspace/conf-store.ts";

let folder: string;
let workspacePath: string;
let file: string;
let running: Console | null;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "links-"));
  workspacePath = join(folder, "workspace");
  mkdirSync(join(folder, "team"));
  file = join(folder, "team", "shop.catalog.json");
  running = null;
});
afterEach(async () => {
  await running?.close();
  rmSync(folder, { recursive: true });
});

async function start(chooseCatalogFile?: ChooseCatalogFile): Promise<Console> {
  await running?.close();
  const started = await createConsole({
    workspacePath,
    host: "browser",
    openStore: createConfStores(workspacePath),
    saveFile: () => Promise.reject(new Error("This test saves no file.")),
    startGateway: () => Promise.reject(new Error("This test needs no gateway.")),
    clock: { now: () => new Date("2026-11-23T08:00:00Z") },
    random: Math.random,
    appVersion: "0.1.0",
    ...(chooseCatalogFile === undefined ? {} : { chooseCatalogFile }),
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
  const events = keys.map((key) => ({ key, parameters: [] }));
  return { format: CATALOG_FORMAT, name: "Shop", events };
}

async function createLinked(text: string | null): Promise<string> {
  await start();
  if (text !== null) writeFileSync(file, text);
  const { id } = await call("catalogs.create", { catalog: shop("login") });
  await call("catalogs.link", { id, source: { kind: "path", path: file } });
  return id;
}

const stateOf = async () => (await call("catalogs.links", {}))[0];

describe("a linked file", () => {
  it("that is new is written, and again at each save, in its place", async () => {
    const id = await createLinked(null);
    expect(readFileSync(file, "utf8")).toBe(catalogText(shop("login")));
    chmodSync(file, 0o640);
    await call("catalogs.save", { id, baseVersion: 1, catalog: shop("login", "logout") });
    expect(readFileSync(file, "utf8")).toBe(catalogText(shop("login", "logout")));
    expect(statSync(file).mode & 0o777).toBe(0o640);
    expect(await stateOf()).toMatchObject({ catalogId: id, state: "in-step", path: file });
  });

  it("that has another catalog is left alone and offered, and can be taken over", async () => {
    const theirs = catalogText(shop("login", "theirs"));
    const id = await createLinked(theirs);
    const link = await stateOf();
    expect(link).toMatchObject({ state: "changed", message: "The file was changed. Adds `theirs`." });
    await call("catalogs.save", { id, baseVersion: 1, catalog: shop("mine") });
    expect(readFileSync(file, "utf8")).toBe(theirs);
    const { hash, catalog } = await call("catalogs.linkedFile", { id });
    expect(catalog).toEqual(shop("login", "theirs"));
    await call("catalogs.takeFromFile", { id, hash, baseVersion: 2, catalog: null });
    expect((await call("catalogs.get", { id })).catalog).toEqual(shop("login", "theirs"));
    expect((await call("catalogs.versions", { id }))[0]?.about?.origin).toEqual({
      kind: "link",
      detail: file,
    });
    expect((await stateOf())?.state).toBe("in-step");
  });

  it("is written with what was chosen of it, or over what it holds, once that was seen", async () => {
    const id = await createLinked(catalogText(shop("theirs")));
    const { hash } = await call("catalogs.linkedFile", { id });
    await call("catalogs.takeFromFile", { id, hash, baseVersion: 1, catalog: shop("login", "theirs") });
    expect(readFileSync(file, "utf8")).toBe(catalogText(shop("login", "theirs")));
    writeFileSync(file, catalogText(shop("other")));
    const seen = await call("catalogs.linkedFile", { id });
    expect((await call("catalogs.writeToFile", { id, hash: seen.hash })).state).toBe("in-step");
    expect(readFileSync(file, "utf8")).toBe(catalogText(shop("login", "theirs")));
  });

  it("says which version it was last in step with, for putting together what both changed", async () => {
    const id = await createLinked(null);
    await call("catalogs.save", { id, baseVersion: 1, catalog: shop("login", "logout") });
    writeFileSync(file, catalogText(shop("login", "logout", "theirs")));
    await call("catalogs.save", { id, baseVersion: 2, catalog: shop("login", "logout", "ours") });
    const { hash, inStepVersion } = await call("catalogs.linkedFile", { id });
    expect(inStepVersion).toBe(2);
    const both = shop("login", "logout", "ours", "theirs");
    await call("catalogs.takeFromFile", { id, hash, baseVersion: 3, catalog: both });
    expect(readFileSync(file, "utf8")).toBe(catalogText(both));
    expect(await stateOf()).toMatchObject({ state: "in-step" });
    await call("catalogs.unlink", { id });
    writeFileSync(file, catalogText(shop("other")));
    await call("catalogs.link", { id, source: { kind: "path", path: file } });
    expect((await call("catalogs.linkedFile", { id })).inStepVersion).toBeNull();
  });

  it("that was changed since it was looked at is neither taken nor overwritten", async () => {
    const id = await createLinked(catalogText(shop("theirs")));
    const { hash } = await call("catalogs.linkedFile", { id });
    const later = catalogText(shop("later"));
    writeFileSync(file, later);
    const code = "file.changed-meanwhile";
    const take = { id, hash, baseVersion: 1, catalog: null };
    expect(await attempt("catalogs.takeFromFile", take)).toMatchObject({ error: { code } });
    expect(await attempt("catalogs.writeToFile", { id, hash })).toMatchObject({ error: { code } });
    expect(readFileSync(file, "utf8")).toBe(later);
    expect((await call("catalogs.get", { id })).version).toBe(1);
  });

  it("keeps its own layout and fields but for what was changed", async () => {
    const text =
      '{"format":"optievent-catalog/1", "owner": "team",\n  "name":"Shop","events":[{"parameters":[],"key":"login"}]}';
    await start();
    writeFileSync(file, text);
    const catalog = { ...shop("login"), owner: "team" };
    const { id } = await call("catalogs.create", { catalog });
    await call("catalogs.link", { id, source: { kind: "path", path: file } });
    const [login] = catalog.events;
    if (login === undefined) throw new Error("There is one.");
    const events = [{ ...login, key: "sign_in", id: 7 }];
    await call("catalogs.save", { id, baseVersion: 1, catalog: { ...catalog, events } });
    expect(readFileSync(file, "utf8")).toBe(
      text.replace('{"parameters":[],"key":"login"}', '{"key": "sign_in", "id": 7, "parameters": []}'),
    );
  });

  it("is noticed when an editor puts a new one in its place, when it goes, and when it comes back", async () => {
    const id = await createLinked(null);
    const noticed = async (change: () => void) => {
      const told = new Promise<void>((resolve) => {
        const stop = running?.events.on((name) => {
          if (name === "links.changed") resolve(stop?.());
        });
      });
      change();
      await told;
      return (await stateOf())?.state;
    };
    const replace = (text: string) => {
      writeFileSync(`${file}.new`, text);
      renameSync(`${file}.new`, file);
    };
    expect(await noticed(() => replace(catalogText(shop("theirs"))))).toBe("changed");
    expect(await noticed(() => rmSync(file))).toBe("missing");
    expect(await noticed(() => replace("{ half"))).toBe("unreadable");
    expect(await noticed(() => replace(catalogText(shop("login"))))).toBe("in-step");
    // Gone, which a window has read before it was noticed.
    rmSync(file);
    expect(await stateOf()).toMatchObject({ state: "missing" });
    expect(await noticed(() => void call("catalogs.writeToFile", { id, hash: null }))).toBe("in-step");
  });

  it("that became a link is read through it, but for one that leads nowhere, round, or into the workspace", async () => {
    const id = await createLinked(null);
    const lead = async (target: string) => {
      rmSync(file);
      symlinkSync(target, file);
      await start();
      return stateOf();
    };
    expect((await lead(file))?.state).toBe("unreadable");
    expect((await lead(join(folder, "nowhere.json")))?.state).toBe("unreadable");
    expect(await attempt("catalogs.writeToFile", { id, hash: null })).toMatchObject({
      error: { code: "link.path-not-allowed" },
    });
    const own = join(workspacePath, "own.json");
    writeFileSync(own, "");
    expect((await lead(own))?.message).toMatch(/The console's own folder/u);
    expect(await attempt("catalogs.writeToFile", { id, hash: null })).toMatchObject({ ok: false });
    expect(readFileSync(own, "utf8")).toBe("");
    const other = join(folder, "team", "other.json");
    writeFileSync(other, catalogText(shop("theirs")));
    expect((await lead(other))?.state).toBe("changed");
  });

  it("that was changed while the console was closed is noticed at the start", async () => {
    await createLinked(null);
    await running?.close();
    writeFileSync(file, catalogText(shop("theirs")));
    await start();
    expect((await stateOf())?.state).toBe("changed");
  });

  it("stays as it is when it is unlinked", async () => {
    const id = await createLinked(null);
    const text = readFileSync(file, "utf8");
    await call("catalogs.unlink", { id });
    await call("catalogs.save", { id, baseVersion: 1, catalog: shop("other") });
    expect(readFileSync(file, "utf8")).toBe(text);
    expect(await call("catalogs.links", {})).toEqual([]);
  });
});

describe("a window that may name any path", () => {
  const link = (path: string) => attempt("catalogs.link", { id: "demo", source: { kind: "path", path } });
  const NOT_ALLOWED = { error: { code: "link.path-not-allowed" } };

  it("names no file that is not JSON, not on this machine, or the console's own", async () => {
    await start();
    const paths = [
      "shop.json",
      "//server/share/shop.json",
      String.raw`\\server\share\shop.json`,
      join(folder, "team", ".bashrc"),
      join(folder, "nowhere", "shop.json"),
      join(workspacePath, "settings.json"),
      join(workspacePath, "catalogs", "new.json"),
      join(folder, "team", "..", "workspace", "new.json"),
      `${file}\0.json`,
    ];
    for (const path of paths) expect(await link(path)).toMatchObject(NOT_ALLOWED);
    expect(existsSync(join(workspacePath, "catalogs", "new.json"))).toBe(false);
  });

  it("gets out of the workspace by no link", async () => {
    await start();
    symlinkSync(join(workspacePath, "settings.json"), join(folder, "team", "a.json"));
    symlinkSync(join(workspacePath, "catalogs"), join(folder, "team", "b"));
    writeFileSync(join(folder, "team", "secret.txt"), "text");
    symlinkSync(join(folder, "team", "secret.txt"), join(folder, "team", "c.json"));
    for (const name of ["a.json", join("b", "new.json"), "c.json"]) {
      expect(await link(join(folder, "team", name))).toMatchObject(NOT_ALLOWED);
    }
  });

  it("learns nothing of a file that is no catalog, and does not change it", async () => {
    await start();
    const secret = '{"password": "hunter2" oops';
    writeFileSync(file, secret);
    const refused = await link(file);
    expect(refused).toMatchObject({ error: { code: "catalog.invalid" } });
    expect(JSON.stringify(refused)).not.toMatch(/hunter2|password|oops|line/i);
    mkdirSync(join(folder, "team", "folder.json"));
    expect(await link(join(folder, "team", "folder.json"))).toMatchObject({
      error: { code: "file.not-a-file" },
    });
    expect(readFileSync(file, "utf8")).toBe(secret);
    for (const name of ["catalogs.linkedFile", "catalogs.unlink"] as const) {
      const answer = await attempt(name, { id: "demo" });
      if (name === "catalogs.linkedFile")
        expect(answer).toMatchObject({ error: { code: "link.not-linked" } });
    }
  });

  it("names none where the host has a dialog", async () => {
    const chosen: (string | null)[] = [null, file];
    await start(async () => chosen.shift() ?? null);
    expect(await link(file)).toMatchObject({ error: { code: "link.choose-in-dialog" } });
    const source = { kind: "dialog", mode: "new" } as const;
    expect(await call("catalogs.link", { id: "demo", source })).toBeNull();
    expect(await call("catalogs.link", { id: "demo", source })).toMatchObject({
      path: file,
      state: "in-step",
    });
  });
});
