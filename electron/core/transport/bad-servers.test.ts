import { once } from "node:events";
import { afterEach, describe, expect, it } from "vitest";
import { startHttpServer, startRawServer, timeouts, type TestServer } from "./test-support/servers.ts";
import { createTransport } from "./transport.ts";
import type { TransportRequest, TransportResult } from "./types.ts";

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).toReversed()) await one.close();
});

async function using(server: Promise<TestServer>): Promise<TestServer> {
  const started = await server;
  open.push(started);
  return started;
}

function send(url: string, changes: Partial<TransportRequest> = {}): Promise<TransportResult> {
  const transport = createTransport();
  open.push(transport);
  return transport.send({ url, headers: [], body: Buffer.from("{}"), timeouts: timeouts(), ...changes });
}

function bodyText(result: TransportResult): string {
  return Buffer.from(result.response?.body ?? []).toString("utf8");
}

describe("a server that breaks off", () => {
  it("before it answers is told as a reset connection, in the phase of waiting", async () => {
    const server = await using(startRawServer((socket) => socket.destroy()));
    const result = await send(server.url);
    expect(result.response).toBeNull();
    expect(result.failure).toMatchObject({ code: "connection.reset", phase: "wait" });
    expect(result.failure?.nextStep).toContain("may have arrived");
    expect(result.failure?.nextStep).toContain("has to begin with https");
  });

  it("with a TCP reset is told the same", async () => {
    const server = await using(startRawServer((socket) => socket.resetAndDestroy()));
    expect((await send(server.url)).failure).toMatchObject({ code: "connection.reset", phase: "wait" });
  });

  it("in the middle of its headers is told as a reset connection", async () => {
    const server = await using(startRawServer((socket) => socket.end("HTTP/1.1 200 OK\r\nContent-Le")));
    const result = await send(server.url);
    expect(result.response).toBeNull();
    expect(result.failure?.phase).toBe("wait");
  });

  it.each([
    ["Content-Length: 100", "half an ans"],
    ["Transfer-Encoding: chunked", "b\r\nhalf an ans\r\n"],
  ])("in the middle of a body (%s) keeps what had arrived", async (header, body) => {
    const server = await using(
      startRawServer((socket) => socket.end(`HTTP/1.1 200 OK\r\n${header}\r\n\r\n${body}`)),
    );
    const result = await send(server.url);
    expect(result.failure).toMatchObject({ code: "answer.incomplete", phase: "receive" });
    expect(result.response?.status).toBe(200);
    expect(result.response?.truncated).toBe(false);
    expect(bodyText(result)).toBe("half an ans");
  });

  it("on a connection kept from an earlier request is not asked a second time", async () => {
    let requests = 0;
    const server = await using(
      startRawServer((socket) => {
        requests += 1;
        if (requests === 1) socket.write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        else socket.destroy();
      }),
    );
    const transport = createTransport();
    open.push(transport);
    const request = { url: server.url, headers: [], body: Buffer.from("{}"), timeouts: timeouts() };
    await transport.send(request);
    const result = await transport.send(request);
    expect(result.reusedConnection).toBe(true);
    expect(result.failure).toMatchObject({ code: "connection.closed-idle", phase: "wait" });
    expect(requests).toBe(2);
  });
});

describe("a server that falls silent", () => {
  const short = timeouts({ answer: 50 });

  it("before it answers is given up after the answer timeout", async () => {
    const server = await using(startRawServer(() => undefined));
    const result = await send(server.url, { timeouts: short });
    expect(result.response).toBeNull();
    expect(result.failure).toMatchObject({ code: "answer.timeout", phase: "wait" });
    expect(result.timings.wait).not.toBeNull();
  });

  it("in the middle of its answer is given up, and what had arrived is kept", async () => {
    const server = await using(
      startRawServer((socket) => socket.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf")),
    );
    const result = await send(server.url, { timeouts: short });
    expect(result.failure).toMatchObject({ code: "answer.stalled", phase: "receive" });
    expect(bodyText(result)).toBe("half");
  });

  it("is given up after the total timeout although it keeps dripping", async () => {
    const server = await using(
      startRawServer((socket) => {
        socket.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
        const drip = setInterval(() => socket.write("1\r\nx\r\n"), 5);
        socket.on("close", () => clearInterval(drip));
      }),
    );
    const result = await send(server.url, { timeouts: timeouts({ answer: 10_000, total: 400 }) });
    expect(result.failure).toMatchObject({ code: "total.timeout", phase: "receive" });
  });
});

describe("an answer that is not what an API gives", () => {
  it.each([
    [200, "<!DOCTYPE html><title>Log in</title>"],
    [500, "Internal Server Error"],
    [503, ""],
  ])("with status %i is a whole answer all the same", async (status, body) => {
    const server = await using(startHttpServer((_, answer) => answer.writeHead(status).end(body)));
    const result = await send(server.url);
    expect(result.failure).toBeNull();
    expect(result.response?.status).toBe(status);
    expect(bodyText(result)).toBe(body);
  });

  it("is refused when it is not HTTP", async () => {
    const server = await using(startRawServer((socket) => socket.end("SSH-2.0-OpenSSH_9.2\r\n")));
    const result = await send(server.url);
    expect(result.failure).toMatchObject({ code: "answer.not-http", phase: "wait" });
  });

  it("is refused when its chunks are malformed, and what had arrived is kept", async () => {
    const head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
    const server = await using(startRawServer((socket) => socket.end(`${head}4\r\ngood\r\nzz\r\n`)));
    const result = await send(server.url);
    expect(result.failure).toMatchObject({ code: "answer.not-http", phase: "receive" });
    expect(bodyText(result)).toBe("good");
  });

  it("is refused when its headers are endless", async () => {
    const server = await using(
      startRawServer((socket) => socket.end(`HTTP/1.1 200 OK\r\nX-Long: ${"x".repeat(100_000)}\r\n\r\n`)),
    );
    expect((await send(server.url)).failure?.code).toBe("answer.headers-too-long");
  });
});

describe("cancelling", () => {
  it("while waiting ends the request at once and says that it had left", async () => {
    const cancelling = new AbortController();
    const server = await using(startRawServer(() => cancelling.abort()));
    const result = await send(server.url, { signal: cancelling.signal });
    expect(result.failure).toMatchObject({ code: "cancelled", phase: "wait" });
    expect(result.failure?.nextStep).toContain("may have arrived");
  });

  it("closes the connection, so that the server sees it too", async () => {
    const cancelling = new AbortController();
    let closed: Promise<unknown> = Promise.resolve();
    const server = await using(
      startRawServer((socket) => {
        closed = once(socket, "close");
        cancelling.abort();
      }),
    );
    await send(server.url, { signal: cancelling.signal });
    await closed;
  });

  it("before it begins sends nothing", async () => {
    let requests = 0;
    const server = await using(startRawServer(() => (requests += 1)));
    const result = await send(server.url, { signal: AbortSignal.abort() });
    expect(result.failure).toMatchObject({ code: "cancelled", phase: "prepare" });
    expect(requests).toBe(0);
  });
});
