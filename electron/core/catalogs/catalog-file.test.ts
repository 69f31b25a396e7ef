import { join } from "node:path";
import { expect, it } from "vitest";
import { demoCatalog } from "../../../shared/demo/demo-catalog.ts";
import { writeCatalogFile } from "./catalog-file.ts";

it("says that there is no folder to write a catalog into", () => {
  const path = join(import.meta.dirname, "no-such-folder", "shop.json");
  expect(writeCatalogFile(path, demoCatalog, null)).toMatchObject({
    error: { code: "file.not-written", message: expect.stringContaining("its folder is not there") },
  });
});
