import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seededRandom } from "../../../shared/random/seeded-random.ts";
import { openHistory } from "./history.ts";
import { verifyChain } from "./verify.ts";

/** How many processes are killed. */
const KILLS = Number(process.env["OPTIEVENT_KILLS"] ?? 200);
/** So many run at a time, in one history. */
const AT_A_TIME = 4;
const LONGEST_MS = 60;

const source = join(import.meta.dirname, "fixtures", "send-for-ever.ts");
let folder: string;
let path: string;
let script: string;
let server: Server;
let url: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "history-killed-"));
  path = join(folder, "history.sqlite");
  script = await bundleSender(join(folder, "sender"));
  server = createServer((request, response) => {
    request.resume();
    response.end('{"status":"success","message":"1147206418897270"}');
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}/`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
});

/** The sender in one file: starting one takes a third of what it does from its hundreds of source files. */
async function bundleSender(outDir: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: "error",
    ssr: { noExternal: true },
    build: { ssr: source, outDir, target: "node24", minify: false },
  });
  return join(outDir, "send-for-ever.js");
}

/** Starts a sender, kills it at a moment of its own choice after its first answer, and gives the ids it had answered. */
async function sendUntilKilled(prefix: string, milliseconds: number): Promise<string[]> {
  const child = spawn(process.execPath, [script, path, url, prefix], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  child.stdout.setEncoding("utf8");
  child.stdout.on("data", (text: string) => {
    if (output === "") setTimeout(() => child.kill("SIGKILL"), milliseconds);
    output += text;
  });
  const [, signal] = await once(child, "close");
  // One that ended by itself could not open the history, or did not get an answer.
  expect(signal).toBe("SIGKILL");
  return output.split("\n").slice(0, -1);
}

describe("history", () => {
  it(`has every answered exchange once, with its chain intact, after ${KILLS} senders were killed`, async () => {
    const random = seededRandom(9);
    const answered: string[] = [];
    let left = KILLS;
    const loop = async (): Promise<void> => {
      while (left > 0) {
        left -= 1;
        answered.push(...(await sendUntilKilled(`run-${left}`, random() * LONGEST_MS)));
      }
    };
    await Promise.all(Array.from({ length: AT_A_TIME }, loop));
    expect(answered.length).toBeGreaterThanOrEqual(KILLS);

    const opened = openHistory(path);
    if (!opened.ok) throw new Error(opened.error.message);
    const recorded = [...opened.value.iterate(null)];
    opened.value.close();
    const ids = new Set(recorded.map(({ id }) => id));
    expect(answered.filter((id) => !ids.has(id))).toEqual([]);
    const customers = recorded.map(({ identity }) => identity?.value);
    expect(new Set(customers).size).toBe(recorded.length);
    const database = new DatabaseSync(path, { readOnly: true });
    expect(verifyChain(database)).toMatchObject({ state: "intact", checked: recorded.length });
    database.close();
  }, 600_000);
});
