import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { catalogText } from "../../../shared/catalog/catalog-text.ts";
import { exportCatalog } from "../../../shared/catalog-export/export-catalog.ts";
import { CATALOG_EXPORT_FORMATS } from "../../../shared/catalog-export/formats.ts";
import { CONFIG_SCRIPT, SEMICOLON_CSV } from "../../../shared/catalog-import/test-support/samples.ts";
import { demoCatalog } from "../../../shared/demo/demo-catalog.ts";
import { acquireWorkspaceLock } from "../../core/workspace/workspace-lock.ts";
import { runCli, temporaryFolder } from "./test-support/run-in-process.ts";

let folder = "";
let workspace = "";

beforeEach(() => {
  folder = temporaryFolder();
  workspace = temporaryFolder();
});

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const TABLE = "Event,Parameter,Type,Mandatory\nbuy,sku,String,yes\nbuy,price,Number,no\n";

describe("catalog convert", () => {
  it("names the columns that nothing was taken from", async () => {
    const source = file("shop.csv", "Event,Squad,Parameter,Type,Team\nbuy,12,sku,String,web\n");
    const ended = await runCli(["catalog", "convert", source, "--to", "csv"]);
    expect(ended.stderr).toContain('Nothing was taken from columns "Squad", "Team" of the table at line 1;');
  });

  it.each(CATALOG_EXPORT_FORMATS)("writes what it recognised as %s", async (to) => {
    const source = file("shop.csv", exportCatalog(demoCatalog, "csv").text);
    const ended = await runCli(["catalog", "convert", source, "--to", to]);
    expect(ended.stderr).toContain("Read as Table (CSV or TSV): 24 events with");
    expect([ended.code, ended.stdout]).toEqual([0, exportCatalog(demoCatalog, to).text]);
  });

  it("reads standard input and writes a private file", async () => {
    const output = join(folder, "out.json");
    const ended = await runCli(["catalog", "convert", "-", "--to", "json", "-o", output], { stdin: TABLE });
    expect([ended.code, ended.stdout]).toEqual([0, ""]);
    expect(JSON.parse(readFileSync(output, "utf8"))).toMatchObject({ format: "optievent-catalog/1" });
    expect(statSync(output).mode & 0o777).toBe(0o600);
  });

  it("ends with 1 where something was left out, and writes the rest and a list of it", async () => {
    const problems = join(folder, "problems.csv");
    const source = file("broken.csv", SEMICOLON_CSV);
    const ended = await runCli([
      "catalog",
      "convert",
      source,
      "--to",
      "json",
      "--problems",
      problems,
      "--json",
    ]);
    expect(ended.code).toBe(1);
    expect(ended.json()).toMatchObject({ ok: false, format: "csv", events: 3, problemCount: 3, to: "json" });
    expect(readFileSync(problems, "utf8").split("\r\n")).toHaveLength(5);
  });

  it("never prints the token of a configuration", async () => {
    const source = file("config.js", CONFIG_SCRIPT);
    for (const more of [[], ["--json"]]) {
      const { stdout, stderr } = await runCli(["catalog", "convert", source, "--to", "json", ...more]);
      expect(stdout + stderr).not.toContain("a3f09b1c55de7a3f");
    }
  });

  it("asks only for what is new since another catalog", async () => {
    const before = file("before.csv", "Event,Parameter,Type\nbuy,sku,String\n");
    const args = ["catalog", "convert", "-", "--to", "request-csv", "--since", before];
    const ended = await runCli(args, { stdin: TABLE });
    expect(ended.stdout).toBe("Event Name,Parameter Name,Parameter Type\r\nbuy,price,Number\r\n");
  });

  it("takes columns that it does not recognise", async () => {
    const stdin = "a,b,c\nx_y,String,buy\n";
    const args = ["catalog", "convert", "-", "--to", "csv", "--columns", "parameter,type,event"];
    expect((await runCli(["catalog", "convert", "-", "--to", "csv"], { stdin })).code).toBe(2);
    expect((await runCli(args, { stdin })).stdout).toContain("\nbuy,");
    const wrong = await runCli(["catalog", "convert", "-", "--to", "csv", "--columns", "colour"], { stdin });
    expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining("otherCatalogFields")]);
  });

  it("takes the first row for data where it is told so, or says that it did", async () => {
    const args = ["catalog", "convert", "-", "--to", "request-csv"];
    const rows = "order_completed,order_id,string\norder_completed,total,number\n";
    const assumed = await runCli(args, { stdin: rows });
    expect(assumed.stdout).toContain("\r\norder_completed,order_id,String\r\n");
    expect(assumed.stderr).toContain("warning 1:1 No cell of the first row is a known heading");
    const told = await runCli([...args, "--no-header"], { stdin: rows });
    expect([told.stdout, told.stderr]).toEqual([assumed.stdout, expect.not.stringContaining("warning")]);
    const columns = ["--no-header", "--columns", "parameter,type,event"];
    const stated = await runCli([...args, ...columns], { stdin: "a,String,buy\nb,String,buy\n" });
    expect(stated.stdout).toContain("\r\nbuy,a,String\r\nbuy,b,String\r\n");
  });

  it("ends with 2 for what it cannot read", async () => {
    for (const [name, content] of [
      ["none.txt", "hello"],
      ["sheet.xlsx", new Uint8Array([0x50, 0x4b, 3, 4, 0, 0])],
      ["newer.json", `{"format":"optievent-catalog/2","name":"x","events":[]}`],
    ] as const) {
      const ended = await runCli(["catalog", "convert", file(name, content), "--to", "json", "--json"]);
      expect(ended.code).toBe(2);
      expect(ended.json()).toMatchObject({ error: { code: "catalog.unreadable" } });
    }
    expect((await runCli(["catalog", "convert", file("a.csv", TABLE), "--to", "pdf"])).code).toBe(2);
    expect((await runCli(["catalog", "convert", "/no/such/file", "--to", "json"])).code).toBe(2);
  });
});

describe("catalog import and export", () => {
  const importing = (...args: string[]) => runCli(["catalog", "import", ...args, "--json"], { workspace });
  const exported = async (...args: string[]) =>
    (await runCli(["catalog", "export", ...args, "--to", "json"], { workspace })).stdout;

  it("makes a new catalog named by the file, which comes out as it went in", async () => {
    const text = catalogText({ ...demoCatalog, name: "Shop", "x-note": "kept" });
    const ended = await importing(
      file("shop.catalog.json", text.replace('"example": 49.9', '"example": 49.90')),
    );
    expect(ended.code).toBe(0);
    expect(ended.json()).toMatchObject({
      ok: true,
      catalog: { id: "shop", name: "Shop", version: 1, isChanged: true },
    });
    expect(await exported("Shop")).toBe(text.replace('"example": 49.9', '"example": 49.90'));
    const again = await importing(file("other.csv", TABLE), "--name", "Shop");
    expect(again.json()).toMatchObject({ catalog: { name: "Shop (2)" } });
  });

  it("merges into a catalog only when told how", async () => {
    await importing(file("shop.csv", `${TABLE}left,a,String,\n`));
    const change = file("change.csv", "Event,Parameter,Type\nbuy,price,String\nnew,b,Boolean\n");
    const undecided = await importing(change, "--into", "shop");
    expect([undecided.code, undecided.json()]).toEqual([
      2,
      { error: { code: "usage.invalid-option", message: expect.stringContaining("--dry-run") } },
    ]);
    const before = await exported("shop");
    const dry = await importing(change, "--into", "shop", "--dry-run");
    expect(dry.json()).toMatchObject({
      catalog: null,
      changes: [
        { kind: "changed", event: "buy", parameter: "price" },
        { kind: "added", event: "new", parameter: null },
      ],
    });
    expect(await exported("shop")).toBe(before);
    const merged = await importing(change, "--into", "shop", "--merge");
    expect(merged.json()).toMatchObject({ catalog: { id: "shop", version: 2, isChanged: true } });
    expect(JSON.parse(await exported("shop"))).toMatchObject({
      events: [
        { key: "buy", parameters: [{ name: "sku" }, { name: "price", type: "string", required: false }] },
        { key: "left" },
        { key: "new" },
      ],
    });
    const same = await importing(change, "--into", "shop", "--merge");
    expect(same.json()).toMatchObject({ catalog: { version: 2, isChanged: false }, changes: [] });
    await importing(change, "--into", "shop", "--replace");
    const left = JSON.parse(await exported("shop")) as { events: { key: string }[] };
    expect(left.events.map(({ key }) => key)).toEqual(["buy", "new"]);
    const since = await runCli(["catalog", "export", "shop", "--to", "request-csv", "--since", "1"], {
      workspace,
    });
    expect(since.stdout).toBe(
      "Event Name,Parameter Name,Parameter Type\r\nbuy,price,String\r\nnew,b,Boolean\r\n",
    );
  });

  it("says in words what changed", async () => {
    const source = file("shop.csv", TABLE);
    const ended = await runCli(["catalog", "import", source], { workspace });
    expect(ended.stdout).toBe("`buy` was added, with 2 parameters.\n");
    expect(ended.stderr).toContain('Imported as "shop", version 1.');
  });

  it("lists what would be added, and says when nothing would", async () => {
    const source = file("shop.csv", TABLE);
    const dry = await runCli(["catalog", "import", source, "--dry-run"], { workspace });
    expect(dry.stdout).toMatch(/^`buy` was added, with 2 parameters\.\n {2}.*`sku`: string, required/su);
    expect(dry.stderr).toContain("This is what would change. Nothing was imported, because of --dry-run.");
    await importing(source);
    const same = await runCli(["catalog", "import", source, "--into", "shop", "--dry-run"], { workspace });
    expect(same.stdout).toBe("");
    expect(same.stderr).toContain("Nothing is different, and nothing was imported.");
    expect(same.stderr).not.toContain("This is what would change");
  });

  it("leaves a workspace alone that a console has open", async () => {
    const lock = acquireWorkspaceLock({ path: workspace, host: "browser" });
    if (!lock.ok) throw new Error(lock.error.message);
    try {
      const ended = await importing(file("shop.csv", TABLE));
      expect([ended.code, ended.json()]).toMatchObject([2, { error: { code: "workspace.in-use" } }]);
      expect((await importing(file("shop.csv", TABLE), "--dry-run")).code).toBe(0);
    } finally {
      lock.value.release();
    }
  });

  it("ends with 2 for a catalog or version that is not there", async () => {
    const none = await runCli(["catalog", "export", "nothing", "--to", "json", "--json"], { workspace });
    expect([none.code, none.json()]).toMatchObject([2, { error: { code: "catalog.not-found" } }]);
    const version = ["catalog", "export", "demo", "--to", "md", "--since", "99", "--json"];
    expect((await runCli(version, { workspace })).json()).toMatchObject({
      error: { code: "catalog.version-not-found" },
    });
    const wrong = await runCli(["catalog", "export", "demo", "--to", "ts", "--since", "1"], { workspace });
    expect(wrong.code).toBe(2);
  });
});

describe("--catalog", () => {
  it("takes a file in any format, and refuses one that cannot be read whole", async () => {
    const body = `{"tenant":999,"event":"buy","customer":"c","timestamp":"2026-01-01 10:00:00.000 UTC","context":{"price":1}}`;
    const args = (name: string) => ["validate", "-", "--catalog", name, "--json"];
    const checked = await runCli(args(file("shop.csv", TABLE)), { stdin: body });
    expect(checked.json()).toMatchObject({
      findings: expect.arrayContaining([expect.objectContaining({ code: 1040 })]),
    });
    const broken = await runCli(args(file("broken.csv", SEMICOLON_CSV)), { stdin: body });
    expect([broken.code, broken.json()]).toMatchObject([2, { error: { code: "catalog.invalid" } }]);
  });
});
