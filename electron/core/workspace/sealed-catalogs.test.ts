import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { patchBetween } from "../../../shared/catalog-edit/patch.ts";
import { DEMO_CATALOG_ID, demoCatalog } from "../../../shared/demo/demo-catalog.ts";
import { createNotices, type Notices } from "../notices.ts";
import { codeOf, done, PASSPHRASE, startVault, temporaryFolder } from "../vault/test-support/test-vault.ts";
import { createEventBus } from "../event-bus.ts";
import { followVault } from "../vault/follow-vault.ts";
import { sealerOf } from "../vault/vault-sealer.ts";
import type { Vault } from "../vault/vault.ts";
import { createConfStores } from "./conf-store.ts";
import { openWorkspace, type Workspace } from "./workspace.ts";

const KEY = demoCatalog.events[0]?.key ?? "";

let folder: string;
let notices: Notices;
beforeEach(() => {
  folder = temporaryFolder();
  notices = createNotices(() => undefined);
});

async function start(): Promise<{ vault: Vault; workspace: Workspace }> {
  const vault = await startVault(folder);
  const clock = { now: () => new Date("2026-11-23T09:15:00.000Z") };
  const workspace = done(
    openWorkspace({
      path: folder,
      openStore: createConfStores(folder),
      notices,
      clock,
      sealer: sealerOf(vault),
    }),
  );
  const events = createEventBus({ info: () => undefined, warn: () => undefined, error: () => undefined });
  followVault({ vault, files: [workspace.catalogs, workspace.catalogEdits], events, notices });
  return { vault, workspace };
}

async function startWithVault(): Promise<{ vault: Vault; workspace: Workspace }> {
  const started = await start();
  done(await started.vault.create({ kind: "passphrase", passphrase: PASSPHRASE }, () => []));
  return started;
}

const WINDOW = { window: "this", readMark: null };
const catalogFile = () => join(folder, "catalogs", `${DEMO_CATALOG_ID}.json`);
const catalogText = () => readFileSync(catalogFile(), "utf8");

describe("catalogs", () => {
  it("are in clear without a vault, and encrypted from the moment there is one", async () => {
    const { vault, workspace } = await start();
    expect(catalogText()).toContain(KEY);
    done(await vault.create({ kind: "passphrase", passphrase: PASSPHRASE }, () => []));
    expect(catalogText()).not.toContain(KEY);
    expect(Object.keys(JSON.parse(catalogText()))).toEqual(["sealed"]);
    expect(workspace.catalogs.get(DEMO_CATALOG_ID)?.catalog).toEqual(demoCatalog);
  });

  it("have their unsaved changes encrypted too, refused while the vault is locked, and back with it", async () => {
    const { vault, workspace } = await start();
    const edits = {
      baseVersion: 1,
      patch: patchBetween(demoCatalog, { ...demoCatalog, name: "A distinctive name" }),
    };
    done(workspace.catalogEdits.keep(DEMO_CATALOG_ID, edits, WINDOW));
    const text = () => readFileSync(join(folder, "catalog-edits", `${DEMO_CATALOG_ID}.json`), "utf8");
    expect(text()).toContain("A distinctive name");
    done(await vault.create({ kind: "passphrase", passphrase: PASSPHRASE }, () => []));
    expect(text()).not.toContain("A distinctive name");
    vault.lock();
    expect(codeOf(workspace.catalogEdits.get(DEMO_CATALOG_ID))).toBe("vault.locked");
    expect(codeOf(workspace.catalogEdits.keep(DEMO_CATALOG_ID, null, WINDOW))).toBe("vault.locked");
    done(await vault.unlock(PASSPHRASE));
    expect(done(workspace.catalogEdits.get(DEMO_CATALOG_ID))).toMatchObject(edits);
    done(workspace.catalogEdits.keep(DEMO_CATALOG_ID, null, WINDOW));
    expect(done(workspace.catalogEdits.get(DEMO_CATALOG_ID))).toBeNull();
  });

  it("being changed in two windows are never overwritten by the one that has not read what the other keeps", async () => {
    const { workspace } = await start();
    const editsNamed = (name: string) => ({
      baseVersion: 1,
      patch: patchBetween(demoCatalog, { ...demoCatalog, name }),
    });
    const edits = workspace.catalogEdits;
    const [one, other] = [
      { window: "one", readMark: null },
      { window: "other", readMark: null },
    ];
    const kept = () => done(edits.get(DEMO_CATALOG_ID));
    done(edits.keep(DEMO_CATALOG_ID, editsNamed("First"), one));
    expect(codeOf(edits.keep(DEMO_CATALOG_ID, editsNamed("Second"), other))).toBe("catalog.edited-elsewhere");
    done(edits.keep(DEMO_CATALOG_ID, null, other));
    expect(kept()).toMatchObject(editsNamed("First"));
    const read = { window: "other", readMark: kept()?.mark ?? null };
    done(edits.keep(DEMO_CATALOG_ID, editsNamed("First and more"), one));
    expect(codeOf(edits.keep(DEMO_CATALOG_ID, editsNamed("Second"), read))).toBe("catalog.edited-elsewhere");
    done(edits.keep(DEMO_CATALOG_ID, editsNamed("All"), { ...read, readMark: kept()?.mark ?? null }));
    expect(codeOf(edits.keep(DEMO_CATALOG_ID, editsNamed("Late"), one))).toBe("catalog.edited-elsewhere");
    done(edits.keep(DEMO_CATALOG_ID, null, { ...read, readMark: null }));
    done(edits.keep(DEMO_CATALOG_ID, editsNamed("Late"), one));
    expect(kept()).toMatchObject(editsNamed("Late"));
  });

  it("come and go with the vault, and are never replaced by the demo", async () => {
    await startWithVault();
    const before = catalogText();
    const { vault, workspace } = await start();
    expect(workspace.catalogs.get(DEMO_CATALOG_ID)).toBeNull();
    expect(workspace.catalogs.list()).toEqual([]);
    expect(workspace.catalogs.refusal()).toMatchObject({ code: "vault.locked" });
    expect(codeOf(workspace.catalogs.save(DEMO_CATALOG_ID, demoCatalog))).toBe("vault.locked");
    expect(codeOf(workspace.catalogs.remove(DEMO_CATALOG_ID))).toBe("vault.locked");
    expect(catalogText()).toBe(before);
    done(await vault.unlock(PASSPHRASE));
    expect(workspace.catalogs.get(DEMO_CATALOG_ID)?.catalog).toEqual(demoCatalog);
    vault.lock();
    expect(workspace.catalogs.get(DEMO_CATALOG_ID)).toBeNull();
    expect(notices.list()).toEqual([]);
  });

  it("that an interrupted move left in clear are encrypted at the next opening", async () => {
    const { vault, workspace } = await start();
    const clear = catalogText();
    done(await vault.create({ kind: "passphrase", passphrase: PASSPHRASE }, () => []));
    done(workspace.catalogs.save("another", demoCatalog));
    writeFileSync(catalogFile(), clear);
    const later = await start();
    expect(catalogText()).toBe(clear);
    done(await later.vault.unlock(PASSPHRASE));
    expect(catalogText()).not.toContain(KEY);
    expect(later.workspace.catalogs.list()).toHaveLength(2);
  });

  it("are bound to their file: one put in another's place does not open there", async () => {
    const { workspace, vault } = await startWithVault();
    done(workspace.catalogs.save("another", { ...demoCatalog, name: "Another" }));
    const moved = catalogText();
    vault.lock();
    writeFileSync(join(folder, "catalogs", "another.json"), moved);
    done(await vault.unlock(PASSPHRASE));
    expect(workspace.catalogs.get("another")).toBeNull();
    expect(readdirSync(join(folder, "catalogs")).some((name) => name.startsWith("another.unreadable-"))).toBe(
      true,
    );
    expect(notices.list()[0]?.message).toContain("encrypted with another vault, or was changed since");
  });

  it("with one byte changed are kept aside whole, and cost the others nothing", async () => {
    const { vault, workspace } = await startWithVault();
    done(workspace.catalogs.save("another", { ...demoCatalog, name: "Another" }));
    const good = readFileSync(catalogFile());
    for (let position = 0; position < good.length; position += 997) {
      vault.lock();
      const damaged = Buffer.from(good);
      damaged.writeUInt8(damaged.readUInt8(position) ^ 0x21, position);
      writeFileSync(catalogFile(), damaged);
      done(await vault.unlock(PASSPHRASE));
      const read = workspace.catalogs.get(DEMO_CATALOG_ID);
      if (read === null) {
        const asides = readdirSync(join(folder, "catalogs")).filter((name) => name.includes(".unreadable-"));
        expect(asides.some((name) => readFileSync(join(folder, "catalogs", name)).equals(damaged))).toBe(
          true,
        );
      } else {
        expect(read.catalog).toEqual(demoCatalog);
      }
      expect(workspace.catalogs.get("another")?.catalog.name).toBe("Another");
      for (const name of readdirSync(join(folder, "catalogs"))) {
        if (name.includes(".unreadable-")) rmSync(join(folder, "catalogs", name));
      }
    }
  });

  it("of a vault whose file is lost are left alone until one starts anew", async () => {
    const first = await startWithVault();
    const edits = { baseVersion: 1, patch: patchBetween(demoCatalog, { ...demoCatalog, name: "Other" }) };
    done(first.workspace.catalogEdits.keep(DEMO_CATALOG_ID, edits, WINDOW));
    rmSync(join(folder, "vault.json"));
    rmSync(join(folder, "vault.previous.json"), { force: true });
    const before = catalogText();
    const { workspace } = await start();
    expect(workspace.catalogs.get(DEMO_CATALOG_ID)).toBeNull();
    expect(workspace.catalogs.refusal(DEMO_CATALOG_ID)).toMatchObject({ code: "catalog.sealed" });
    expect(codeOf(workspace.catalogs.save(DEMO_CATALOG_ID, demoCatalog))).toBe("catalog.sealed");
    expect(codeOf(workspace.catalogEdits.get(DEMO_CATALOG_ID))).toBe("catalog.sealed");
    expect(codeOf(workspace.catalogEdits.keep(DEMO_CATALOG_ID, edits, WINDOW))).toBe("catalog.sealed");
    done(workspace.catalogs.save("new", demoCatalog));
    expect(catalogText()).toBe(before);
    const [aside = ""] = workspace.catalogs.keepShutAside();
    expect(readFileSync(aside, "utf8")).toBe(before);
    done(workspace.catalogs.save(DEMO_CATALOG_ID, demoCatalog));
  });
});
