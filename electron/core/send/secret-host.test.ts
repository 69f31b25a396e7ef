import { afterEach, describe, expect, it } from "vitest";
import { startProxy } from "../network/test-support/proxy-server.ts";
import { startAnsweringServer } from "../transport/test-support/servers.ts";
import {
  sendDraft,
  startTestConsole,
  tenantAt,
  TOKEN,
  type TestConsole,
} from "./test-support/test-console.ts";

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).toReversed()) await one.close();
});

async function startServer() {
  const server = await startAnsweringServer('{"IsSuccess":true,"Data":false}');
  open.push(server);
  return server;
}

function consoleFor(...arguments_: Parameters<typeof tenantAt>): TestConsole {
  const started = startTestConsole(tenantAt(...arguments_));
  started.secrets.set("shop", "realtime", TOKEN);
  open.push(started);
  return started;
}

const WITH_TOKEN = '{"tid":"{{secret:token}}","cid":"c","eid":1101,"context":{}}';
const WITHOUT = '{"tid":"none","cid":"c","eid":1101,"context":{}}';

describe("a token", () => {
  it.each([
    [null, true],
    [["127.0.0.1"], true],
    [["*.example", "127.0.0.1"], true],
    [["events.example"], false],
    [["127.0.0.1:1"], false],
    [[], false],
  ])("with the allowed hosts %j leaves: %s", async (allowedHosts, leaves) => {
    const server = await startServer();
    const running = consoleFor(server.url, { allowedHosts });
    const result = await sendDraft(running, WITH_TOKEN, "realtime");
    if (leaves) {
      expect(server.received.map(({ body }) => body.toString())).toEqual([expect.stringContaining(TOKEN)]);
    } else {
      expect(result).toMatchObject({ error: { code: "secret.host-not-allowed" } });
      expect(JSON.stringify(result)).toContain("127.0.0.1");
      expect(server.received).toEqual([]);
      expect(running.recorded).toEqual([]);
    }
  });

  it("keeps a request without it from nowhere", async () => {
    const server = await startServer();
    await sendDraft(consoleFor(server.url, { allowedHosts: [] }), WITHOUT, "realtime");
    expect(server.received).toHaveLength(1);
  });

  it("is no more given to a host because a signature was made of it", async () => {
    const server = await startServer();
    const running = consoleFor(server.url, { allowedHosts: [], signed: true });
    running.secrets.set("shop", "optievent", TOKEN);
    const result = await sendDraft(running, '{"tenant":999}');
    expect(result).toMatchObject({ error: { code: "secret.host-not-allowed" } });
    expect(server.received).toEqual([]);
  });

  it("passes a proxy that would read it only where the proxy is allowed too", async () => {
    const server = await startServer();
    const proxy = await startProxy();
    open.push(proxy);
    const url = server.url.replace("127.0.0.1", "localhost");
    const viaProxy = { proxy: { kind: "address", url: proxy.url, userName: null } } as const;
    const refused = await sendDraft(consoleFor(url, viaProxy), WITH_TOKEN, "realtime");
    expect(refused).toMatchObject({
      error: { code: "secret.host-not-allowed", details: { host: `127.0.0.1:${proxy.port}` } },
    });
    expect(proxy.seen).toEqual([]);
    const allowedHosts = ["localhost", `127.0.0.1:${proxy.port}`];
    const sent = await sendDraft(consoleFor(url, { ...viaProxy, allowedHosts }), WITH_TOKEN, "realtime");
    expect(sent).toMatchObject({ value: { outcome: "accepted" } });
    expect(JSON.stringify(sent)).toContain("went through the proxy");
    expect(JSON.stringify(sent)).not.toContain(TOKEN);
  });

  it("of a proxy is in no record, not even where the server echoes it", async () => {
    const password = "proxy-password-4711";
    const server = await startAnsweringServer(
      JSON.stringify({
        status: "error",
        message: `${password} ${Buffer.from(`qa:${password}`).toString("base64")}`,
      }),
    );
    open.push(server);
    const proxy = await startProxy({ credentials: `qa:${password}` });
    open.push(proxy);
    const running = consoleFor(server.url.replace("127.0.0.1", "localhost"), {
      proxy: { kind: "address", url: proxy.url, userName: "qa" },
    });
    running.secrets.set("shop", "proxy-password", password);
    const sent = await sendDraft(running, '{"tenant":999}');
    expect(proxy.authorizations).toHaveLength(1);
    const record = JSON.stringify([sent, running.recorded]);
    expect(record).toContain("rejected");
    expect(record).not.toContain(password);
    expect(record).not.toContain(Buffer.from(`qa:${password}`).toString("base64"));
  });
});
