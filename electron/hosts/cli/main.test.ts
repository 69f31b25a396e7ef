import { spawn } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { temporaryFolder } from "./test-support/run-in-process.ts";

/** Starts the real program, unbundled, in a workspace of its own. */
function startProgram(args: readonly string[]) {
  const child = spawn(process.execPath, [join(import.meta.dirname, "main.ts"), ...args], {
    env: { ...process.env, OPTIEVENT_HOME: temporaryFolder(), NODE_OPTIONS: "" },
  });
  onTestFinished(() => {
    child.kill("SIGKILL");
  });
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
  const ended = new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve) => {
    child.on("close", (code) => resolve({ code, stdout, stderr }));
  });
  return { child, ended, firstOutput: new Promise((resolve) => child.stdout.once("data", resolve)) };
}

describe("the program", () => {
  it("takes a payload on standard input and ends with the exit code", async () => {
    const { child, ended } = startProgram(["validate", "-", "--json"]);
    child.stdin.end(`{"tenant":"999"}`);
    const { code, stdout } = await ended;
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ ok: false, api: "optievent" });
  });

  it("ends the gateway with 0 on Ctrl+C", async () => {
    const { child, ended, firstOutput } = startProgram(["gateway", "--json"]);
    await firstOutput;
    child.kill("SIGINT");
    const { code, stdout } = await ended;
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ url: expect.stringContaining("http://127.0.0.1:") });
  });

  it("ends on Ctrl+C while it waits for its input", async () => {
    const { child, ended } = startProgram(["validate", "-"]);
    // Enough for the program to have started: it reads what was written before it waits for more.
    await new Promise((resolve) => child.stdin.write(" ".repeat(1024 * 1024), resolve));
    child.kill("SIGINT");
    expect((await ended).code).toBe(130);
  });

  it("sends, ends by itself and prints one document", async () => {
    const event = ["--event", "newsletter_signup", "--customer", "c1"];
    const parameters = ["--param", "email=a@b.example", "--param", "opt_in=true"];
    const { ended } = startProgram(["send", "--tenant", "sandbox", ...event, ...parameters, "--json"]);
    const { code, stdout } = await ended;
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ outcome: "accepted" });
  });

  it("converts a catalog, and ends with 1 where a row of it was left out", async () => {
    const { child, ended } = startProgram(["catalog", "convert", "-", "--to", "json", "--json"]);
    child.stdin.end("Event,Parameter,Type\nbuy,sku,String\nbuy,,Number\n");
    const { code, stdout } = await ended;
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ ok: false, format: "csv", parameters: 1, problemCount: 1 });
  });

  it("is silent when its reader has gone", async () => {
    const { child, ended } = startProgram(["tenants", "list"]);
    child.stdout.destroy();
    expect(await ended).toMatchObject({ stderr: "" });
  });
});
