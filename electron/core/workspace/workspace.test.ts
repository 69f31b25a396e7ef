import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { SANDBOX_TENANT_ID } from "../../../shared/domain/tenant.ts";
import { demoCatalog, DEMO_CATALOG_ID } from "../../../shared/demo/demo-catalog.ts";
import { createNotices, type Notices } from "../notices.ts";
import { createConfStores } from "./conf-store.ts";
import { ensurePrivateFolder } from "./private-folder.ts";
import { openWorkspace, type Workspace } from "./workspace.ts";

const clock = { now: () => new Date("2026-11-23T09:15:00.000Z") };
let folder: string;
let path: string;
let notices: Notices;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "workspace-"));
  path = join(folder, "console");
  notices = createNotices(() => {});
});
afterEach(() => rmSync(folder, { recursive: true }));

function tryOpen(): ReturnType<typeof openWorkspace> {
  notices = createNotices(() => {});
  return openWorkspace({ path, openStore: createConfStores(path), notices, clock });
}

function open(): Workspace {
  const opened = tryOpen();
  if (!opened.ok) throw new Error(opened.error.message);
  return opened.value;
}

const draft = { tenantId: "sandbox", api: "optievent", eventKey: "Été / 1", text: '{"a":' } as const;

describe("a first start", () => {
  it("makes the sandbox tenant and its catalog", () => {
    const workspace = open();
    const tenant = workspace.tenants.get(SANDBOX_TENANT_ID);
    expect(tenant).toMatchObject({ name: "Local sandbox", kind: "sandbox", tenantNumber: 999 });
    expect(tenant?.connections.map(({ api }) => api)).toEqual(["optievent", "realtime"]);
    expect(workspace.catalogs.get(tenant?.catalogId ?? "")?.catalog).toEqual(demoCatalog);
    expect(notices.list()).toEqual([]);
  });

  it.skipIf(process.platform === "win32")("closes folders and files to other users", () => {
    mkdirSync(path, { mode: 0o755 });
    const workspace = open();
    workspace.drafts.save(draft);
    workspace.settings.update({ theme: "dark" });
    const modes = ["", "catalogs", "drafts"].map((name) => statSync(join(path, name)).mode & 0o777);
    expect(modes).toEqual([0o700, 0o700, 0o700]);
    const files = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    expect(files).toHaveLength(5);
    for (const file of files) expect(statSync(join(file.parentPath, file.name)).mode & 0o777).toBe(0o600);
  });
});

describe("a later start", () => {
  it("finds what was saved", () => {
    const first = open();
    first.settings.update({ theme: "dark", lastEventKey: "login" });
    first.settings.update({ paneSizes: { list: 240 } });
    first.drafts.save(draft);
    first.drafts.save({ ...draft, eventKey: "login", text: "gone" });
    first.drafts.remove(first.drafts.list("sandbox").find(({ eventKey }) => eventKey === "login")?.id ?? "");
    first.catalogs.save(DEMO_CATALOG_ID, { ...demoCatalog, name: "Edited" });
    const second = open();
    expect(second.settings.get()).toMatchObject({
      theme: "dark",
      lastEventKey: "login",
      paneSizes: { list: 240 },
    });
    expect(second.drafts.list("sandbox")).toMatchObject([draft]);
    expect(second.drafts.list("other")).toEqual([]);
    expect(second.catalogs.get(DEMO_CATALOG_ID)).toMatchObject({ version: 2, catalog: { name: "Edited" } });
  });

  it("does not bring back demo content that the user deleted", () => {
    const first = open();
    first.tenants.remove(SANDBOX_TENANT_ID, "2026-11-23T08:10:00.000Z");
    first.catalogs.remove(DEMO_CATALOG_ID);
    const second = open();
    expect(second.tenants.list()).toEqual([]);
    expect(second.catalogs.list()).toEqual([]);
  });
});

describe("a file that cannot be used", () => {
  const contents = {
    "is not JSON": '{"schemaVersion": 1, "document": {',
    "is empty": "",
    "is full of zeros, as after a power cut": "\0".repeat(64),
    "is an array": "[1, 2]",
    "is a text": '"settings"',
    "has no version": '{"theme": "dark"}',
    "does not fit": '{"schemaVersion": 1, "document": {"theme": "purple"}}',
    "is from a newer version": '{"schemaVersion": 2, "document": {"theme": "dark"}}',
  };

  it.each(Object.entries(contents))(
    "because it %s is kept aside, named, and the console starts without it",
    (_, text) => {
      open();
      writeFileSync(join(path, "settings.json"), text);
      const workspace = open();
      expect(workspace.settings.get().theme).toBe("system");
      const aside = join(path, "settings.unreadable-20261123T091500Z.json");
      expect(readFileSync(aside, "utf8")).toBe(text);
      expect(notices.list().map(({ message }) => message)).toEqual([expect.stringContaining(aside)]);
      expect(workspace.settings.update({ theme: "dark" }).ok).toBe(true);
      expect(open().settings.get().theme).toBe("dark");
      expect(notices.list()).toEqual([]);
    },
  );

  it("never takes the place of one that was kept aside before", () => {
    open();
    for (const text of ["first", "second"]) {
      writeFileSync(join(path, "settings.json"), text);
      open();
    }
    const kept = readdirSync(path).filter((name) => name.startsWith("settings.unreadable-"));
    expect(kept.map((name) => readFileSync(join(path, name), "utf8")).sort()).toEqual(["first", "second"]);
  });

  it("concerns no other draft", () => {
    const first = open();
    first.drafts.save(draft);
    first.drafts.save({ ...draft, eventKey: "login" });
    const [name = ""] = readdirSync(join(path, "drafts"));
    writeFileSync(join(path, "drafts", name), "{");
    expect(open().drafts.list("sandbox")).toHaveLength(1);
    expect(notices.list()).toHaveLength(1);
  });

  it("is made anew if it is the demo catalog", () => {
    open();
    writeFileSync(join(path, "catalogs", "demo.json"), "{");
    expect(open().catalogs.get(DEMO_CATALOG_ID)?.catalog).toEqual(demoCatalog);
    expect(notices.list()).toHaveLength(1);
  });

  it("leaves the tenants' other data in place when the tenants are lost", () => {
    open().catalogs.save("mine", { ...demoCatalog, name: "Mine" });
    writeFileSync(join(path, "tenants.json"), "{");
    const workspace = open();
    expect(workspace.tenants.list().map(({ id }) => id)).toEqual([SANDBOX_TENANT_ID]);
    expect(workspace.catalogs.list().map(({ id }) => id)).toEqual([DEMO_CATALOG_ID, "mine"]);
  });
});

describe("a workspace that cannot be opened", () => {
  it("is refused in words where a file is in its place", () => {
    writeFileSync(path, "");
    expect(tryOpen()).toMatchObject({ ok: false, error: { code: "workspace.not-a-folder" } });
  });

  it.skipIf(process.platform !== "linux")("fails at once where the system makes no folder", () => {
    expect(ensurePrivateFolder("/proc/none/workspace")).toMatchObject({
      ok: false,
      error: { code: "workspace.not-writable" },
    });
  });

  it("is refused in words where a file is in the place of one of its folders", () => {
    mkdirSync(path);
    writeFileSync(join(path, "catalogs"), "");
    expect(tryOpen()).toMatchObject({ ok: false, error: { code: "workspace.unreadable" } });
  });

  // Root may read and write everything, so these two can only be seen by another user.
  const isRoot = process.getuid?.() === 0;

  it.skipIf(isRoot)(
    "is refused in words where a file may not be read, and the file stays (not as root)",
    () => {
      open().settings.update({ theme: "dark" });
      chmodSync(join(path, "settings.json"), 0o000);
      expect(tryOpen()).toMatchObject({ ok: false, error: { code: "workspace.unreadable" } });
      expect(readdirSync(path)).toContain("settings.json");
    },
  );

  it.skipIf(isRoot)("is refused in words where nothing may be written (not as root)", () => {
    chmodSync(folder, 0o500);
    expect(tryOpen()).toMatchObject({ ok: false, error: { code: "workspace.not-writable" } });
    chmodSync(folder, 0o700);
  });
});

describe("saving", () => {
  it("says so and keeps the old value where it fails", () => {
    const workspace = open();
    workspace.settings.update({ theme: "dark" });
    rmSync(path, { recursive: true });
    writeFileSync(path, "");
    expect(workspace.settings.update({ theme: "light" })).toMatchObject({
      ok: false,
      error: { code: "workspace.not-saved" },
    });
    expect(workspace.settings.get().theme).toBe("dark");
  });
});
