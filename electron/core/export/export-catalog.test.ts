import { describe, expect, it } from "vitest";
import { demoCatalog } from "../../../shared/demo/demo-catalog.ts";
import type { Catalog, StoredCatalog } from "../../../shared/domain/catalog.ts";
import { failure, success } from "../../../shared/result/result.ts";
import { exportStoredCatalog, type CatalogExportDependencies } from "./export-catalog.ts";

const older: Catalog = { ...demoCatalog, events: demoCatalog.events.slice(1) };

function stored(version: number, catalog: Catalog): StoredCatalog {
  return { id: "shop", version, savedAt: "2026-11-23T08:00:00Z", catalog };
}

function harness(change: Partial<CatalogExportDependencies> = {}) {
  const files: { name: string; mimeType: string; text: string }[] = [];
  const dependencies: CatalogExportDependencies = {
    catalogs: {
      refusal: () => null,
      get: (id) => (id === "shop" ? stored(2, demoCatalog) : null),
      version: (_id, version) =>
        version === 1 ? success(stored(1, older)) : failure("catalog.version-not-found", "There is none."),
    },
    async saveFile(name, mimeType, chunks) {
      let text = "";
      for await (const chunk of chunks) text += String(chunk);
      files.push({ name, mimeType, text });
      return { kind: "saved", path: `/somewhere/${name}` };
    },
    redact: (text) => text.replaceAll("johndoe", "{{secret:token}}"),
    ...change,
  };
  return { files, dependencies };
}

const wanted = { id: "shop", format: "md", version: null, since: null } as const;

describe("the export of a catalog", () => {
  it("goes where the user wants it, without secrets", async () => {
    const { files, dependencies } = harness();
    const saved = await exportStoredCatalog(dependencies, { ...wanted, format: "json" });
    expect(saved).toEqual(success({ kind: "saved", path: "/somewhere/demo-store.catalog.json" }));
    expect(files[0]?.mimeType).toBe("application/json");
    expect(files[0]?.text).toContain("{{secret:token}}@domain.com");
  });

  it("can be of an earlier version, and of what is new since one", async () => {
    const { files, dependencies } = harness();
    await exportStoredCatalog(dependencies, { ...wanted, since: 1 });
    await exportStoredCatalog(dependencies, { ...wanted, version: 1 });
    const [since, earlier] = files.map(({ text }) => text.match(/^## /gm)?.length);
    expect([since, earlier]).toEqual([1, demoCatalog.events.length - 1]);
  });

  it("can be of some events only, and is none where the version has none of them", async () => {
    const { files, dependencies } = harness();
    const key = demoCatalog.events[2]?.key ?? "";
    await exportStoredCatalog(dependencies, { ...wanted, events: [key, "not saved yet"] });
    expect(files[0]?.text.match(/^## .*$/gm)).toEqual([expect.stringContaining(key)]);
    expect(await exportStoredCatalog(dependencies, { ...wanted, events: ["not saved yet"] })).toMatchObject({
      error: { code: "export.no-events" },
    });
  });

  it("says why there is none", async () => {
    const { files, dependencies } = harness();
    const codes = await Promise.all([
      exportStoredCatalog(dependencies, { ...wanted, id: "other" }),
      exportStoredCatalog(dependencies, { ...wanted, since: 9 }),
      exportStoredCatalog(
        harness({ saveFile: () => Promise.reject(new Error("disk full")) }).dependencies,
        wanted,
      ),
    ]);
    expect(codes.map((result) => (result.ok ? "ok" : result.error.code))).toEqual([
      "catalog.not-found",
      "catalog.version-not-found",
      "export.not-written",
    ]);
    expect(files).toEqual([]);
  });
});
