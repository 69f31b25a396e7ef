import { afterEach, describe, expect, it } from "vitest";
import {
  findClosedPort,
  readCertificate,
  startHttpServer,
  startHttpsServer,
  startRawServer,
  timeouts,
  type TestServer,
} from "../transport/test-support/servers.ts";
import { createTransport } from "../transport/transport.ts";
import type { Transport, TransportRequest, TransportResult } from "../transport/types.ts";
import { startProxy, type ProxyBehaviour, type TestProxy } from "./test-support/proxy-server.ts";
import type { ProxyRoute } from "./types.ts";

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).toReversed()) await one.close();
});

async function using<Closable extends { close(): unknown }>(starting: Promise<Closable>): Promise<Closable> {
  const started = await starting;
  open.push(started);
  return started;
}

let transport: Transport;
function newTransport(): Transport {
  transport = createTransport({ certificateAuthorities: [readCertificate("authority.pem")] });
  open.push(transport);
  return transport;
}

let requests: { url: string | undefined; headers: NodeJS.Dict<string | string[]>; body: string }[] = [];
function startTarget(certificate: string | null): Promise<TestServer> {
  requests = [];
  const listener: Parameters<typeof startHttpServer>[0] = (request, answer) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => {
      requests.push({ url: request.url, headers: request.headers, body });
      answer.end("ok");
    });
  };
  return using(certificate === null ? startHttpServer(listener) : startHttpsServer(certificate, listener));
}

function route(url: string, userName: string | null = null, password: string | null = null): ProxyRoute {
  return { url: new URL(url), userName, password };
}

function post(
  url: string,
  proxy: ProxyRoute,
  changes: Partial<TransportRequest> = {},
): Promise<TransportResult> {
  return newTransport().send({
    url,
    headers: [["Content-Type", "application/json"]],
    body: Buffer.from('{"tid":"x"}'),
    timeouts: timeouts(),
    network: { proxy, tls: { rejectUnauthorized: true } },
    ...changes,
  });
}

describe("an https request through a proxy", () => {
  it("goes through its tunnel, and the proxy sees the host and nothing else", async () => {
    const target = await startTarget("other-host");
    const proxy = await using(startProxy());
    const result = await post(`https://other.test:${target.port}/reportEvent`, route(proxy.url));
    expect(result.failure).toBeNull();
    expect(Buffer.from(result.response?.body ?? []).toString()).toBe("ok");
    expect(proxy.seen).toEqual([`CONNECT other.test:${target.port}`]);
    expect(requests).toMatchObject([{ url: "/reportEvent", body: '{"tid":"x"}' }]);
    expect(requests[0]?.headers["proxy-authorization"]).toBeUndefined();
    expect(result.proxy).toBe(`127.0.0.1:${proxy.port}`);
    expect(result.tls).toMatchObject({ authorized: true });
    for (const phase of ["connect", "proxy", "tls", "send", "wait", "receive"] as const) {
      expect(result.timings[phase]).toBeGreaterThanOrEqual(0);
    }
  });

  it("keeps the tunnel for the next request, and opens another for another proxy", async () => {
    const target = await startTarget("localhost");
    const proxies = [await using(startProxy()), await using(startProxy())];
    const url = `https://localhost:${target.port}/x`;
    const send = (proxy: TestProxy | undefined) =>
      transport.send({
        url,
        headers: [],
        body: Buffer.from("{}"),
        timeouts: timeouts(),
        network: { proxy: route(proxy?.url ?? ""), tls: { rejectUnauthorized: true } },
      });
    newTransport();
    const results = [await send(proxies[0]), await send(proxies[0]), await send(proxies[1])];
    expect(results.map(({ reusedConnection }) => reusedConnection)).toEqual([false, true, false]);
    expect(proxies.map(({ seen }) => seen.length)).toEqual([1, 1]);
  });

  it("gives name and password to the proxy and puts them into no record", async () => {
    const target = await startTarget("localhost");
    const proxy = await using(startProxy({ credentials: "qa:pass:word" }));
    const url = `https://localhost:${target.port}/x`;
    const result = await post(url, route(proxy.url, "qa", "pass:word"));
    expect(result.failure).toBeNull();
    expect(result.requestHeaders.map(([name]) => name)).not.toContain("Proxy-Authorization");
  });

  it("can go through a proxy that speaks TLS itself", async () => {
    const target = await startTarget("localhost");
    const proxy = await using(startProxy({ hasTls: true }));
    const result = await post(`https://localhost:${target.port}/x`, route(proxy.url));
    expect(result.failure).toBeNull();
    expect(proxy.seen).toHaveLength(1);
  });

  it("still refuses a certificate that is not the server's", async () => {
    const target = await startTarget("other-host");
    const proxy = await using(startProxy());
    const result = await post(`https://localhost:${target.port}/x`, route(proxy.url));
    expect(result.failure).toMatchObject({ code: "certificate.wrong-host", phase: "tls" });
    expect(requests).toEqual([]);
  });
});

describe("an http request through a proxy", () => {
  it("names the whole address in its first line", async () => {
    const target = await startTarget(null);
    const proxy = await using(startProxy({ credentials: "qa:secret" }));
    const url = `http://localhost:${target.port}/reportEvent`;
    const result = await post(url, route(proxy.url, "qa", "secret"));
    expect(result.failure).toBeNull();
    expect(proxy.seen).toEqual([`POST ${url}`]);
    expect(requests).toMatchObject([{ url: "/reportEvent", body: '{"tid":"x"}' }]);
    expect(requests[0]?.headers.host).toBe(`localhost:${target.port}`);
    expect(JSON.stringify(result.requestHeaders)).not.toContain("Proxy-Authorization");
  });
});

describe("a proxy that fails", () => {
  const target = "https://localhost:1/x";

  it.each<[string, ProxyBehaviour, string, string]>([
    ["wants a name", { credentials: "a:b" }, "proxy.authentication", "user name and password"],
    ["refuses the host", { refuseWith: "403 Not that host" }, "proxy.refused", "403 Not that host"],
    ["closes the connection", { closes: true }, "proxy.closed", "closed the connection"],
  ])("because it %s is told so, and that nothing was sent", async (_why, behaviour, code, words) => {
    const proxy = await using(startProxy(behaviour));
    const result = await post(target, route(proxy.url));
    expect(result.failure).toMatchObject({ code, phase: "proxy" });
    expect(result.failure?.message).toContain(words);
    expect(result.failure?.nextStep).toContain("Nothing was sent");
    expect(result.response).toBeNull();
  });

  it("because it is silent is given up after the time to connect", async () => {
    const proxy = await using(startProxy({ isSilent: true }));
    const result = await post(target, route(proxy.url), { timeouts: timeouts({ connect: 30 }) });
    expect(result.failure).toMatchObject({ code: "proxy.timeout", phase: "proxy" });
  });

  it("because nothing listens there is told apart from the server", async () => {
    const result = await post(target, route(`http://127.0.0.1:${await findClosedPort()}`));
    expect(result.failure).toMatchObject({ code: "proxy.unreachable", phase: "connect" });
  });

  it("because its name is unknown is told apart from the server", async () => {
    const result = await post(target, route("http://no-such-proxy.invalid:3128"));
    expect(result.failure).toMatchObject({ code: "proxy.not-found", phase: "dns" });
  });

  it("because it is no proxy is told so", async () => {
    const server = await using(startRawServer((socket) => socket.end("SSH-2.0-thing\r\n")));
    const result = await post(target, route(`http://127.0.0.1:${server.port}`));
    expect(result.failure).toMatchObject({ code: "proxy.not-http", phase: "proxy" });
  });

  it("can be cancelled while it is silent", async () => {
    const proxy = await using(startProxy({ isSilent: true }));
    const cancelling = new AbortController();
    const sent = post(target, route(proxy.url), { signal: cancelling.signal });
    await expect.poll(() => proxy.seen.length).toBe(1);
    cancelling.abort();
    expect((await sent).failure).toMatchObject({ code: "cancelled" });
  });
});
