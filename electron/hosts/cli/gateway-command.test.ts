import { describe, expect, it } from "vitest";
import { runCli, type Ended, type RunOptions } from "./test-support/run-in-process.ts";

const BODY = `{"tenant":7,"event":"newsletter_signup","customer":"c1","timestamp":"2020-04-12 17:32:06.094 UTC",
  "context":{"email":"johndoe@domain.com","opt_in":true}}`;

/** Runs `gateway`, calls `use` with the first line of its output, interrupts it and says how it ended. */
async function whileRunning(
  args: readonly string[],
  use: (firstLine: string) => Promise<void>,
  options: RunOptions = {},
): Promise<Ended> {
  const interruption = new AbortController();
  const used = Promise.withResolvers<void>();
  const running = runCli(["gateway", ...args], {
    ...options,
    interrupted: interruption.signal,
    onStdout: (text) => {
      use(text.trimEnd()).then(used.resolve, used.reject);
    },
  });
  await Promise.race([used.promise, running]);
  interruption.abort();
  return running;
}

async function post(url: string, body: string) {
  const headers = { "content-type": "application/json" };
  const answer = await fetch(url, { method: "POST", headers, body });
  return answer.json();
}

describe("gateway", () => {
  it("prints its address as JSON first, serves both APIs and ends with 0 when interrupted", async () => {
    let answer: unknown;
    const ended = await whileRunning(["--json", "--tenant", "7"], async (line) => {
      const { url } = JSON.parse(line);
      answer = await post(`${url}/optievent`, BODY);
      await post(`${url}/reportEvent`, "{}");
    });
    expect(answer).toMatchObject({ status: "success", message: expect.stringMatching(/^\d{16}$/) });
    expect(ended.code).toBe(0);
    expect(ended.json()).toEqual({ url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/) });
    expect(ended.stderr).toMatch(/^\d\d:\d\d:\d\d optievent accepted newsletter_signup \d{16}$/m);
    expect(ended.stderr).toMatch(/^\d\d:\d\d:\d\d realtime refused 400 - tid is missing or invalid$/m);
  });

  it("prints its bare address for people", async () => {
    const ended = await whileRunning([], async () => {});
    expect(ended.stdout).toMatch(/^http:\/\/127\.0\.0\.1:\d+\n$/);
  });

  it("shows an event name with control characters as what it is", async () => {
    const ended = await whileRunning(["--tenant", "7"], async (url) => {
      await post(`${url}/optievent`, BODY.replace("newsletter_signup", String.raw`\u001b[31m\n`));
    });
    expect(ended.stderr).toContain(String.raw`\u001b[31m\u000a`);
  });

  it("ends with 2 and a sentence where the port is taken", async () => {
    await whileRunning([], async (url) => {
      const second = await runCli(["gateway", "--port", new URL(url).port, "--json"]);
      expect(second.code).toBe(2);
      expect(second.stderr).toContain(`Port ${new URL(url).port} is in use.`);
      expect(second.json()).toMatchObject({ error: { code: "gateway.port-in-use" } });
    });
  });
});
