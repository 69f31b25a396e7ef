import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { acquireWorkspaceLock } from "../../core/workspace/workspace-lock.ts";
import { runCli, temporaryFolder } from "./test-support/run-in-process.ts";

const CATALOG = `{
  "format": "optievent-catalog/1",
  "name": "Shop",
  "events": [
    {
      "key": "Sign Up",
      "id": 1101,
      "description": "d",
      "parameters": [
        {
          "name": "total",
          "type": "number",
          "enum": [
            1,
            "2",
            10.00
          ],
          "description": "d"
        }
      ]
    }
  ],
  "owner": "team x"
}
`;

function write(text: string): string {
  const path = join(temporaryFolder(), "shop.catalog.json");
  writeFileSync(path, text, { mode: 0o640 });
  return path;
}

describe("catalog lint", () => {
  it("prints findings with their rules and places, and ends with 1 where one is an error", async () => {
    const ended = await runCli(["catalog", "lint", write(CATALOG), "--json"]);
    expect(ended.code).toBe(1);
    const common = { code: null, message: expect.any(String), source: expect.any(String) };
    expect(ended.json()).toEqual({
      ok: false,
      fixed: 0,
      findings: [
        { rule: "name.spaces", severity: "warning", path: "/events/0/key", fixable: true, ...common },
        {
          rule: "enum.wrong-type",
          severity: "error",
          path: "/events/0/parameters/0/enum/1",
          fixable: true,
          ...common,
        },
      ],
    });
  });

  it("--fix mends the file and leaves everything else of it as it was written", async () => {
    const path = write(CATALOG);
    const ended = await runCli(["catalog", "lint", path, "--fix"]);
    expect([ended.code, ended.stdout, ended.stderr]).toEqual([
      0,
      "ok: no findings\n",
      "2 findings were fixed.\n",
    ]);
    expect(readFileSync(path, "utf8")).toBe(CATALOG.replace("Sign Up", "sign_up").replace('"2"', "2"));
    expect(statSync(path).mode & 0o777).toBe(0o640);
  });

  it("takes the name of a catalog, and --fix saves a new version of it", async () => {
    const workspace = temporaryFolder();
    const first = await runCli(["catalog", "lint", "Demo store", "--json"], { workspace });
    expect(first.json()).toMatchObject({ ok: true, findings: [{ rule: "name.capitals" }] });
    const fixed = await runCli(["catalog", "lint", "demo", "--fix", "--json"], { workspace });
    expect(fixed.json()).toEqual({ ok: true, fixed: 1, findings: [] });
    const again = await runCli(["catalog", "lint", "demo"], { workspace });
    expect(again.stderr).toContain("version 2");
  });

  it("--fix changes nothing in a workspace that a console has open", async () => {
    const workspace = temporaryFolder();
    await runCli(["catalog", "lint", "demo"], { workspace });
    const lock = acquireWorkspaceLock({ path: workspace, host: "browser" });
    if (!lock.ok) throw new Error(lock.error.message);
    const refused = await runCli(["catalog", "lint", "demo", "--fix"], { workspace });
    lock.value.release();
    expect(refused.code).toBe(2);
    const after = await runCli(["catalog", "lint", "demo"], { workspace });
    expect(after.stderr).toContain("version 1");
  });

  it.each([
    ["half a file", CATALOG.slice(0, 60), /Line \d+, column \d+/],
    ["another format", '{"format":"x"}', /"format"/],
    ["nothing", "", /empty/],
  ])("ends with 2 and says why for %s", async (_what, text, why) => {
    const ended = await runCli(["catalog", "lint", write(text)]);
    expect(ended.code).toBe(2);
    expect(ended.stderr).toMatch(why);
  });
});
