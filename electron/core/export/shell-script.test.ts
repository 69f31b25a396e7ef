import { spawn, spawnSync } from "node:child_process";
import { createHmac } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Exchange } from "../../../shared/domain/exchange.ts";
import { exportShell } from "../../../shared/export/shell.ts";
import { exportContext, itemsOf, richExchange } from "../../../shared/export/test-support/exchanges.ts";
import { writeWhole } from "./write-whole.ts";

const canRun = ["sh", "curl", "openssl"].every(
  (name) => spawnSync("sh", ["-c", `command -v ${name}`]).status === 0,
);

type Received = {
  readonly method: string;
  readonly url: string;
  readonly headers: Record<string, unknown>;
  readonly body: string;
};

let folder: string;
let server: Server;
let received: Received[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "shell-"));
  received = [];
  server = createServer((request, response) => {
    void take(request, response);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
});
async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await buffer(request);
  const { method = "", url = "", headers } = request;
  received.push({ method, url, headers, body: body.toString("utf8") });
  response.end("{}");
}
afterEach(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

function sent(text: string, change: Partial<Exchange["request"]> = {}): Exchange {
  const { port } = server.address() as AddressInfo;
  const { request } = richExchange();
  return richExchange({
    request: { ...request, url: `http://127.0.0.1:${port}/report?x='$y'`, text, ...change },
  });
}

async function run(exchanges: readonly Exchange[], env: Record<string, string> = {}): Promise<number> {
  const path = join(folder, "requests.sh");
  await writeWhole(path, exportShell(itemsOf(exchanges), exportContext), 0o700);
  const child = spawn(path, { env: { PATH: process.env["PATH"] ?? "", ...env }, stdio: "ignore" });
  const [code] = (await once(child, "exit")) as [number];
  return code;
}

describe.skipIf(!canRun)("the script of cURL lines, run by sh and curl", () => {
  it("sends the requests again, byte for byte and in their order", async () => {
    const texts = [
      '{"a":"it\'s $HOME `id` \\\\ \\n"}',
      '{\n\t"b": 100.00\r\n}',
      '{"c":"\u00fc\u{1f600}"}',
      "",
    ];
    const exchanges = texts.map((text) =>
      sent(text, {
        headers: [
          ["Content-Type", "application/json"],
          ["X-Odd", 'a\'b "c" $d'],
        ],
      }),
    );
    expect(await run(exchanges)).toBe(0);
    expect(received.map(({ body }) => body)).toEqual(texts);
    for (const { method, url, headers } of received) {
      expect([method, url]).toEqual(["POST", "/report?x=%27$y%27"]);
      expect(headers).toMatchObject({ "content-type": "application/json", "x-odd": 'a\'b "c" $d' });
    }
  });

  it("fills in the token of each tenant, and signs with it", async () => {
    const signed: Exchange["request"]["headers"] = [["X-Optimove-Signature-Content", "{{secret:signature}}"]];
    const other = {
      ...sent('{"tid":"{{secret:token}}"}'),
      tenant: { id: "b", name: "Tenant B!", kind: "test" } as const,
    };
    const env = { OPTIEVENT_TOKEN: "one", OPTIEVENT_TOKEN_TENANT_B: "two" };
    expect(await run([sent('{"tid":"{{secret:token}}"}', { headers: signed }), other], env)).toBe(0);
    expect(received.map(({ body }) => body)).toEqual(['{"tid":"one"}', '{"tid":"two"}']);
    const signature = createHmac("sha256", "one").update('{"tid":"one"}').digest("hex");
    expect(received[0]?.headers["x-optimove-signature-content"]).toBe(signature);
  });

  it("goes on after one that cannot be sent, and says so at the end", async () => {
    const refused = sent("{}", { url: "http://127.0.0.1:1/" });
    expect(await run([refused, sent('{"second":true}')])).toBe(1);
    expect(received.map(({ body }) => body)).toEqual(['{"second":true}']);
  });

  it("runs nothing that an exchange holds", async () => {
    const touched = join(folder, "touched");
    const hostile = `x\ntouch ${touched}\n$(touch ${touched})`;
    const exchange = {
      ...sent(hostile),
      event: hostile,
      message: hostile,
      tenant: { id: "x", name: hostile, kind: "test" } as const,
    };
    await run([exchange]);
    expect(received[0]?.body).toBe(hostile);
    expect(spawnSync("ls", [touched]).status).not.toBe(0);
  });
});
