import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { patchBetween } from "../../../shared/catalog-edit/patch.ts";
import { DEMO_CATALOG_ID, demoCatalog } from "../../../shared/demo/demo-catalog.ts";
import { createNotices } from "../notices.ts";
import { createConfStores } from "./conf-store.ts";
import { openWorkspace, type Workspace } from "./workspace.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "flipped-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function open(): { workspace: Workspace; told: string } {
  const notices = createNotices(() => undefined);
  const opened = openWorkspace({
    path: folder,
    openStore: createConfStores(folder),
    notices,
    clock: { now: () => new Date("2026-11-23T09:15:00.000Z") },
  });
  if (!opened.ok) throw new Error(opened.error.message);
  return {
    workspace: opened.value,
    told: notices
      .list()
      .flatMap(({ message }) => message)
      .join("\n"),
  };
}

/** Something in every store, so that each has its file. */
function fill({ settings, drafts, presets, values, ...others }: Workspace): void {
  const draft = { tenantId: "sandbox", api: "optievent", eventKey: "login", text: "{}" } as const;
  const expected = { outcome: "accepted", rule: null } as const;
  const preset = { ...draft, id: "p", name: "Login", group: null, variables: [], negative: false, expected };
  const patch = patchBetween(demoCatalog, { ...demoCatalog, name: "Other" });
  const link = { catalogId: DEMO_CATALOG_ID, path: "/nowhere.json", hash: null, version: 1 };
  const saved = [
    settings.update({ theme: "dark" }),
    drafts.save(draft),
    presets.save(preset),
    values.save({ tenantId: "sandbox", variables: [], pinned: [{ name: "amount", valueText: "1" }] }),
    others.catalogEdits.keep(DEMO_CATALOG_ID, { baseVersion: 1, patch }, { window: "w", readMark: null }),
    others.catalogLinks.save(link),
    others.historySettings.setRetention({ ...others.historySettings.retention(), maximumCount: 5 }),
    others.catalogs.save("removed", demoCatalog),
    others.catalogs.remove("removed"),
  ];
  expect(saved.filter(({ ok }) => !ok)).toEqual([]);
}

const filesNow = () =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".json") && !name.includes(".previous") && !name.includes(".unreadable-"))
    .sort();

it("a flipped bit in any file of the workspace costs no other file, and what was damaged is not lost", () => {
  fill(open().workspace);
  const names = filesNow();
  const stores = new Set(names.map((name) => (name.includes("/") ? dirname(name) : basename(name, ".json"))));
  expect([...stores].sort()).toEqual(
    "catalog-edits catalog-links catalogs catalogs-removed drafts history presets settings tenants values".split(
      " ",
    ),
  );
  for (const name of names) {
    const path = join(folder, name);
    const whole = readFileSync(path);
    for (let index = 0; index < whole.length; index += Math.ceil(whole.length / 25)) {
      const flipped = Buffer.from(whole);
      flipped[index] = (flipped[index] ?? 0) ^ (1 << (index % 8));
      writeFileSync(path, flipped);
      const others = filesNow().filter((other) => other !== name);
      const before = others.map((other) => readFileSync(join(folder, other), "utf8"));
      const { told } = open();
      const aside = readdirSync(dirname(path)).find((file) => file.includes(".unreadable-"));
      const kept = aside === undefined ? path : join(dirname(path), aside);
      expect(readFileSync(kept).equals(flipped), `${name} at ${index}`).toBe(true);
      if (aside !== undefined) {
        expect(told).toContain(basename(name));
        rmSync(kept);
      }
      expect(others.map((other) => readFileSync(join(folder, other), "utf8"))).toEqual(before);
      writeFileSync(path, whole);
    }
  }
}, 120_000);
