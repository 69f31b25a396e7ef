import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { sessionOf } from "../../electron/hosts/browser/testing/session-headers.ts";
import { ensureBuilt } from "../lib/ensure-built.ts";
import { repositoryRoot } from "../lib/run-tool.ts";
import { killAllPrograms, startProgram, type RunningProgram } from "./running-program.ts";

const LINK = /http:\/\/127\.0\.0\.1:(\d+)\/start\?token=\S+/;
const main = join(repositoryRoot, "out/main/browser.js");

let workspace: string;

beforeAll(async () => {
  expect(await ensureBuilt()).toBe(true);
}, 120_000);
beforeEach(() => {
  workspace = mkdtempSync(join(tmpdir(), "optievent-host-"));
});
afterEach(async () => {
  await killAllPrograms();
  rmSync(workspace, { recursive: true, force: true });
});

const start = (...args: string[]) => startProgram([main, "--no-open", "--workspace", workspace, ...args]);

async function signIn(program: RunningProgram) {
  const [link] = await program.waitFor(LINK);
  const answer = await fetch(link, { redirect: "manual" });
  const session = sessionOf(answer);
  const { origin } = new URL(link);
  return async (call: string, input: object): Promise<unknown> => {
    const response = await fetch(`${origin}/api/${call}`, {
      method: "POST",
      headers: { ...session, origin, "content-type": "application/json" },
      body: JSON.stringify(input),
    });
    return response.json();
  };
}

const sendInput = {
  sendId: "one",
  tenantId: "sandbox",
  api: "optievent",
  text: '{"tenant":999,"event":"newsletter_signup","customer":"c-1","timestamp":"{{$now}}","context":{"email":"johndoe@domain.com","opt_in":true}}',
  eventKey: "newsletter_signup",
  draftId: null,
};

describe("the built browser host", () => {
  it("sends to its own gateway and finds the exchange again after kill -9", async () => {
    const first = start();
    const call = await signIn(first);
    const sent = await call("exchange.send", sendInput);
    expect(sent).toMatchObject({ ok: true, value: { outcome: "accepted" } });
    first.process.kill("SIGKILL");
    await first.ended();
    const again = await signIn(start());
    expect(await again("history.page", { limit: 10 })).toMatchObject({
      ok: true,
      value: { total: 1, rows: [{ event: "newsletter_signup", outcome: "accepted" }] },
    });
  });

  it("says where it is, where its data is and how to stop it, in four lines", async () => {
    const program = start();
    await program.waitFor(/Stop/);
    expect(program.stdout().trim().split("\n")).toHaveLength(4);
    expect(program.stdout()).toContain(workspace);
    expect(program.stderr()).toBe("");
  });

  it.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)("ends cleanly on %s", async (signal) => {
    const program = start();
    await program.waitFor(/Stop/);
    program.process.kill(signal);
    expect(await program.ended()).toBe(0);
    expect(program.stderr()).toBe("");
    expect(existsSync(join(workspace, "console.lock"))).toBe(false);
    expect(readdirSync(workspace).filter((name) => name.endsWith("-wal"))).toEqual([]);
  });

  it("ends cleanly while a window listens to its events", async () => {
    const program = start();
    const [link] = await program.waitFor(LINK);
    const answer = await fetch(link, { redirect: "manual" });
    const events = await fetch(new URL("/api/events", link), { headers: sessionOf(answer) });
    program.process.kill("SIGTERM");
    expect(await program.ended()).toBe(0);
    await events.text().catch(() => undefined);
  });

  it.each(["SIGINT", "SIGTERM"] as const)("ends cleanly on %s after history was read", async (signal) => {
    const program = start();
    const call = await signIn(program);
    expect(await call("history.page", { limit: 1 })).toMatchObject({ ok: true });
    // As npm does, which hands on what the terminal has sent already.
    program.process.kill(signal);
    program.process.kill(signal);
    expect(await program.ended()).toBe(0);
    expect(program.stderr()).toBe("");
    expect(existsSync(join(workspace, "console.lock"))).toBe(false);
    expect(readdirSync(workspace).filter((name) => name.endsWith("-wal"))).toEqual([]);
  });

  it("ends when whoever started it is killed", async () => {
    const script = `
      const { spawn } = require("node:child_process");
      spawn(process.execPath, ${JSON.stringify([main, "--no-open", "--workspace", workspace])}, { stdio: "inherit" });`;
    const parent = startProgram(["-e", script]);
    await parent.waitFor(/Stop/);
    parent.process.kill("SIGKILL");
    // Its output closes when the last process that holds it has ended, which is the console.
    await parent.ended();
    expect(existsSync(join(workspace, "console.lock"))).toBe(false);
  });
});

describe("a second start of a workspace", () => {
  it("says where the first runs, with a new link that works", async () => {
    const first = start();
    const [firstLink, port] = await first.waitFor(LINK);
    const second = start();
    const [secondLink] = await second.waitFor(LINK);
    expect(await second.ended()).toBe(0);
    expect(second.stdout()).toContain(`runs already, at http://127.0.0.1:${port}`);
    expect(secondLink).not.toBe(firstLink);
    for (const link of [firstLink, secondLink]) {
      expect((await fetch(link, { redirect: "manual" })).status).toBe(303);
    }
  });
});

describe("a start that cannot be", () => {
  async function refusal(program: RunningProgram) {
    const exitCode = await program.ended();
    const lines = program.stderr().trim().split("\n");
    expect(lines).toHaveLength(1);
    expect(program.stdout()).toBe("");
    return { exitCode, sentence: lines[0] };
  }

  it("says so when the port is in use", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const { exitCode, sentence } = await refusal(start("--port", String(port)));
    server.close();
    expect(exitCode).toBe(1);
    expect(sentence).toMatch(new RegExp(`^Port ${port} is in use by another program\\.`));
    expect(existsSync(join(workspace, "console.lock"))).toBe(false);
  });

  it("says so when the workspace is a file", async () => {
    const file = join(workspace, "file");
    writeFileSync(file, "");
    const { exitCode, sentence } = await refusal(startProgram([main, "--no-open", "--workspace", file]));
    expect(exitCode).toBe(1);
    expect(sentence).toContain(file);
  });

  it.skipIf(process.getuid?.() === 0)("says so when the workspace cannot be written", async () => {
    const folder = join(workspace, "sealed", "inner");
    chmodSync(workspace, 0o500);
    const { exitCode, sentence } = await refusal(startProgram([main, "--no-open", "--workspace", folder]));
    chmodSync(workspace, 0o700);
    expect(exitCode).toBe(1);
    expect(sentence).toContain(folder);
  });

  it("says so for a flag that it does not know", async () => {
    const { exitCode, sentence } = await refusal(start("--prot", "1"));
    expect(exitCode).toBe(2);
    expect(sentence).toContain("--prot");
  });
});
