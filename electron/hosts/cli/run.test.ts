import { describe, expect, it } from "vitest";
import { runCli } from "./test-support/run-in-process.ts";
import { readAppVersion } from "../../core/app-version.ts";

describe("the command line", () => {
  it("prints its version and its help and ends with 0", async () => {
    const version = await runCli(["--version"]);
    expect([version.code, version.stdout]).toEqual([0, `${readAppVersion()}\n`]);
    expect(readAppVersion()).toMatch(/^\d+\.\d+\.\d+/);
    const help = await runCli(["--help"]);
    expect(help.code).toBe(0);
    expect(help.stdout).toContain("Exit codes: 0 done or accepted");
  });

  it.each([
    ["no command", []],
    ["an unknown command", ["sned"]],
    ["an unknown option", ["validate", "--colour"]],
    ["an option without its value", ["validate", "--api"]],
    ["too many arguments", ["validate", "a", "b"]],
    ["a port that is none", ["gateway", "--port", "70000"]],
    ["a tenant that is no number", ["gateway", "--tenant", "abc"]],
  ])("ends with 2 and tells on standard error of %s", async (_case, args) => {
    const ended = await runCli(args);
    expect(ended.code).toBe(2);
    expect(ended.stdout).toBe("");
    expect(ended.stderr.trim()).not.toBe("");
  });

  it("prints one JSON document also for wrong usage", async () => {
    const ended = await runCli(["validate", "--colour", "--json"]);
    expect(ended.code).toBe(2);
    expect(ended.json()).toMatchObject({ error: { code: "usage", message: expect.any(String) } });
  });

  it("takes --workspace after the command too", async () => {
    const ended = await runCli(["tenants", "list", "--json", "--workspace", "/dev/null/nowhere"]);
    expect(ended.code).toBe(2);
    expect(ended.stderr).toContain("/dev/null/nowhere");
  });
});

describe("tenants list", () => {
  it("lists the sandbox tenant of a new workspace", async () => {
    const ended = await runCli(["tenants", "list", "--json"]);
    expect(ended.code).toBe(0);
    expect(ended.json()).toMatchObject([
      {
        id: "sandbox",
        kind: "sandbox",
        tenantNumber: 999,
        connections: [{ api: "optievent" }, { api: "realtime" }],
      },
    ]);
  });

  it("lists it for people in columns", async () => {
    const lines = (await runCli(["tenants", "list"])).stdout.split("\n");
    expect(lines[0]).toMatch(/^ID +NAME +KIND +NUMBER +CONNECTIONS$/);
    expect(lines[1]).toMatch(/^sandbox +Local sandbox +sandbox +999 +optievent/);
  });
});
