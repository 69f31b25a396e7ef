import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ensureBuilt } from "../lib/ensure-built.ts";
import { repositoryRoot } from "../lib/run-tool.ts";
import { killAllPrograms, startProgram } from "./running-program.ts";

let folder: string;

/** What an installer takes: the build and the manifest, far from any node_modules. */
beforeAll(async () => {
  expect(await ensureBuilt()).toBe(true);
  folder = mkdtempSync(join(tmpdir(), "optievent-installed-"));
  cpSync(join(repositoryRoot, "out"), join(folder, "out"), { recursive: true });
  cpSync(join(repositoryRoot, "package.json"), join(folder, "package.json"));
}, 120_000);
afterAll(async () => {
  await killAllPrograms();
  rmSync(folder, { recursive: true, force: true });
});

describe("the build alone, without node_modules", () => {
  it("has a command line that knows its version", async () => {
    const program = startProgram([join(folder, "out/main/cli.js"), "--version"], { cwd: folder });
    expect(await program.ended()).toBe(0);
    expect(program.stdout()).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it("has a browser host that serves the window", async () => {
    const main = join(folder, "out/main/browser.js");
    const program = startProgram([main, "--no-open", "--workspace", join(folder, "workspace")], {
      cwd: folder,
    });
    const [link] = await program.waitFor(/http:\S+token=\S+/);
    const answer = await fetch(link, { redirect: "manual" });
    const cookie = answer.headers.get("set-cookie")?.split(";")[0] ?? "";
    const page = await (await fetch(new URL("/", link), { headers: { cookie } })).text();
    const script = /src="\.(\/[^"]+\.js)"/.exec(page)?.[1] ?? "no script";
    expect((await fetch(new URL(script, link), { headers: { cookie } })).status).toBe(200);
    program.process.kill("SIGTERM");
    expect(await program.ended()).toBe(0);
  });
});
