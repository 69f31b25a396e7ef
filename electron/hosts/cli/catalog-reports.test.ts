import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { startLockedConsole } from "../../core/locked-console.ts";
import { createConfStores } from "../../core/workspace/conf-store.ts";
import { startGateway } from "../../gateway/gateway.ts";
import { runCli, temporaryFolder, type RunOptions } from "./test-support/run-in-process.ts";

type Printed = {
  readonly ok: boolean;
  readonly examples: readonly {
    readonly rule: string | null;
    readonly severity: string | null;
    readonly path: string | null;
    readonly text: string;
    readonly findings: readonly { readonly rule: string; readonly severity: string; readonly path: string }[];
  }[];
};

describe("catalog examples", () => {
  const make = (args: readonly string[], options: RunOptions = {}) =>
    runCli(["catalog", "examples", "demo", ...args], options);

  it("gives the same text for the same seed and moment, and others for another seed", async () => {
    const at = ["--event", "deposit", "--at", "2026-11-23T10:00:00Z"];
    const texts: string[] = [];
    for (const seed of ["7", "7", "8"]) texts.push((await make([...at, "--seed", seed])).stdout);
    expect(texts[1]).toBe(texts[0]);
    expect(texts[2]).not.toBe(texts[0]);
    expect(JSON.parse(texts[0] ?? "")).toMatchObject({ tenant: 999, event: "deposit" });
  });

  it.each(["plausible", "minimal", "maximal"])(
    "makes %s ones that validate finds no error in",
    async (kind) => {
      for (const api of ["optievent", "realtime"]) {
        const made = (await make(["--kind", kind, "--api", api, "--json"])).json() as Printed;
        expect(made.ok).toBe(true);
        const errors = made.examples.flatMap(({ findings }) =>
          findings.filter((one) => one.severity === "error"),
        );
        expect(errors).toEqual([]);
      }
      const one = await make(["--event", "login", "--kind", kind]);
      expect((await runCli(["validate", "-"], { stdin: one.stdout })).code).toBe(0);
    },
  );

  it("makes some that are wrong in one thing, which break the rule that they name", async () => {
    const made = (
      await make(["--event", "newsletter_signup", "--kind", "invalid", "--json"])
    ).json() as Printed;
    expect(made.examples.length).toBeGreaterThan(50);
    for (const { rule, severity, path, findings } of made.examples) {
      expect(findings).toContainEqual(expect.objectContaining({ rule, severity, path }));
      expect(findings.filter((one) => one.severity === "error" && one.path !== path)).toEqual([]);
    }
    const printed = await make(["--event", "newsletter_signup", "--kind", "invalid"]);
    expect(printed.stdout).toContain(
      "# newsletter_signup: parameter.missing (error at /context/email): `email` is missing\n{",
    );
  });

  it("ends with 1 and says why where an event has none, and with 2 where there is no such event", async () => {
    const catalog = join(temporaryFolder(), "shop.csv");
    writeFileSync(catalog, "Event,Parameter,Type\nping,a,String\n");
    const ended = await runCli(["catalog", "examples", catalog, "--api", "realtime", "--kind", "invalid"]);
    expect([ended.code, ended.stdout]).toEqual([1, ""]);
    expect(ended.stderr).toContain("ping: Not even a right event can be made of it");
    expect((await make(["--event", "nope"])).code).toBe(2);
  });
});

describe("catalog coverage", () => {
  it("has what only the gateway of the running console has received, or says why not", async () => {
    const workspace = temporaryFolder();
    const ports = {
      workspacePath: workspace,
      host: "browser" as const,
      startGateway,
      appVersion: "1.0.0",
      openStore: createConfStores(workspace),
      saveFile: () => Promise.reject(new Error("Nothing is saved here.")),
      clock: { now: () => new Date() },
      random: () => 0.5,
    };
    const running = await startLockedConsole(ports);
    if (!running.ok) throw new Error(running.error.message);
    onTestFinished(() => running.value.close());
    const { gatewayUrl } = running.value.console;
    for (const event of ["nobody_knows", "login"]) {
      const body = { tenant: 999, event, customer: "a", timestamp: new Date().toISOString(), context: {} };
      await fetch(`${gatewayUrl}/optievent`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      });
    }
    const cover = (...args: string[]) => runCli(["catalog", "coverage", "demo", ...args], { workspace });
    const shown = await cover();
    expect(shown.stdout).toMatch(/^\| `nobody_knows` +\| +\| no +\| Local gateway: 1 request +\|/mu);
    expect(shown.stderr).not.toContain("not in it");
    expect((await cover("--json")).json()).toMatchObject({
      events: expect.arrayContaining([
        expect.objectContaining({ event: "login", gateway: expect.objectContaining({ received: 1 }) }),
      ]),
    });
    await running.value.close();
    const later = await cover();
    expect(later.stdout).not.toContain("nobody_knows");
    expect(later.stderr).toContain(
      "What only the local gateway has received is not in it: no console runs on this workspace.",
    );
  });

  it("writes what was declared, sent and answered in each format", async () => {
    const workspace = temporaryFolder();
    const send = (event: string, ...params: string[]) =>
      runCli(
        [
          "send",
          "--tenant",
          "sandbox",
          "--event",
          event,
          "--customer",
          "a",
          ...params.flatMap((one) => ["--param", one]),
        ],
        { workspace },
      );
    await send("newsletter_signup", "email=a@b.com", "opt_in=true", "source=footer");
    await send("mystery", "x=1");
    const cover = (...args: string[]) => runCli(["catalog", "coverage", "demo", ...args], { workspace });
    const markdown = (await cover()).stdout;
    expect(markdown).toMatch(/^\| `mystery` +\| +\| no +\| Local sandbox: 1 time, last .*1 rejected/mu);
    expect(markdown).toMatch(/^\| `newsletter_signup` +\| `source` +\| .*popup.* never these +\|/mu);
    expect((await cover("--json")).json()).toMatchObject({
      scan: { total: 2, isComplete: true },
      events: expect.arrayContaining([
        expect.objectContaining({ event: "mystery", isDeclared: false, sent: 1 }),
        expect.objectContaining({
          event: "newsletter_signup",
          neverSentParameters: ["first_name", "order_total"],
        }),
      ]),
    });
    const path = join(temporaryFolder(), "coverage.csv");
    const written = await cover("--tenant", "sandbox", "--to", "csv", "-o", path);
    expect([written.code, written.stdout]).toEqual([0, ""]);
    expect(readFileSync(path, "utf8")).toContain("newsletter_signup,1101,yes,Local sandbox,1,1");
    expect((await cover("--tenant", "nobody")).stderr).toContain('The workspace has no tenant "nobody".');
  });
});
