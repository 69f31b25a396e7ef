import { afterEach, describe, expect, it } from "vitest";
import type { Timings } from "../../../shared/domain/exchange.ts";
import {
  findClosedPort,
  startHttpServer,
  startRawServer,
  timeouts,
  type TestServer,
} from "./test-support/servers.ts";
import { createTransport } from "./transport.ts";
import type { Transport, TransportRequest, TransportResult } from "./types.ts";

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).toReversed()) await one.close();
});

async function using<Server extends TestServer>(server: Promise<Server>): Promise<Server> {
  const started = await server;
  open.push(started);
  return started;
}

function newTransport(): Transport {
  const transport = createTransport();
  open.push(transport);
  return transport;
}

function post(url: string, changes: Partial<TransportRequest> = {}): TransportRequest {
  return {
    url,
    headers: [["Content-Type", "application/json"]],
    body: Buffer.from('{"tid":"x"}'),
    timeouts: timeouts(),
    ...changes,
  };
}

function bodyText(result: TransportResult): string {
  return Buffer.from(result.response?.body ?? []).toString("utf8");
}

describe("a whole answer", () => {
  it("comes back as it was: status, header order and spelling, repeated headers, bytes", async () => {
    const server = await using(
      startRawServer((socket) =>
        socket.end(
          "HTTP/1.1 202 Taken\r\nX-B: 1\r\nx-a: 2\r\nX-B: 3\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\n\x1f\x8b\x00",
          "latin1",
        ),
      ),
    );
    const result = await newTransport().send(post(server.url));
    expect(result.failure).toBeNull();
    expect(result.response).toEqual({
      status: 202,
      statusText: "Taken",
      httpVersion: "1.1",
      headers: [
        ["X-B", "1"],
        ["x-a", "2"],
        ["X-B", "3"],
        ["Content-Encoding", "gzip"],
        ["Content-Length", "3"],
      ],
      body: Buffer.from([0x1f, 0x8b, 0x00]),
      truncated: false,
    });
    expect(result.remoteAddress).toBe(`127.0.0.1:${server.port}`);
    expect(result.tls).toBeNull();
  });

  it("is asked for with exactly the headers that are reported, in their order, and the exact body", async () => {
    let seen = "";
    const server = await using(
      startRawServer((socket, request) => {
        seen = request;
        socket.end("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
      }),
    );
    const body = Buffer.from('{"a": 100.00, "ü": "\u{1f600}"}');
    const result = await newTransport().send(
      post(server.url, {
        body,
        headers: [
          ["Content-Type", "application/json"],
          ["X-Optimove-Signature-Version", "1"],
          ["content-LENGTH", "999"],
        ],
      }),
    );
    const expected = [
      "POST /reportEvent HTTP/1.1",
      `Host: 127.0.0.1:${server.port}`,
      "Content-Type: application/json",
      "X-Optimove-Signature-Version: 1",
      `Content-Length: ${body.length}`,
      "Connection: keep-alive",
    ];
    expect(seen).toBe(`${expected.join("\r\n")}\r\n\r\n${body.toString("latin1")}`);
    expect(result.requestHeaders.map(([name, value]) => `${name}: ${value}`)).toEqual(expected.slice(1));
  });

  it("is not followed when it redirects", async () => {
    let requests = 0;
    const server = await using(
      startHttpServer((_, answer) => {
        requests += 1;
        answer.writeHead(307, { Location: "/elsewhere" }).end();
      }),
    );
    const result = await newTransport().send(post(server.url));
    expect(result.response?.status).toBe(307);
    expect(requests).toBe(1);
  });

  it("is cut at the cap and marked, without waiting for the rest", async () => {
    const server = await using(
      startHttpServer((_, answer) => {
        answer.writeHead(200, { "Content-Length": "1000000" });
        answer.write("x".repeat(5000));
      }),
    );
    const result = await newTransport().send(post(server.url, { maxAnswerBytes: 1000 }));
    expect(result.failure).toBeNull();
    expect(result.response?.truncated).toBe(true);
    expect(bodyText(result)).toBe("x".repeat(1000));
  });

  it("is not marked when it is as long as the cap", async () => {
    const server = await using(startHttpServer((_, answer) => answer.end("x".repeat(1000))));
    const result = await newTransport().send(post(server.url, { maxAnswerBytes: 1000 }));
    expect(result.response?.truncated).toBe(false);
    expect(result.response?.body.length).toBe(1000);
  });
});

describe("timings", () => {
  const phases = ["dns", "connect", "tls", "send", "wait", "receive"] as const;
  function sum(timings: Timings): number {
    return phases.reduce((total, phase) => total + (timings[phase] ?? 0), 0);
  }

  it("leave out the phases that did not take place", async () => {
    const server = await using(startHttpServer((_, answer) => answer.end("ok")));
    const transport = newTransport();
    const first = await transport.send(post(server.url));
    expect(phases.filter((phase) => first.timings[phase] !== null)).toEqual([
      "connect",
      "send",
      "wait",
      "receive",
    ]);
    const named = await transport.send(post(server.url.replace("127.0.0.1", "localhost")));
    expect(phases.filter((phase) => named.timings[phase] !== null)).toContain("dns");
  });

  it("never add up to more than the total", async () => {
    const server = await using(startHttpServer((_, answer) => answer.end("ok")));
    const transport = newTransport();
    for (let count = 0; count < 20; count += 1) {
      const { timings } = await transport.send(post(server.url));
      expect(sum(timings)).toBeLessThanOrEqual(timings.total + 1e-6);
      expect(timings.total).toBeGreaterThan(0);
    }
  });

  it("say when a connection was used again, and then have no connect phase", async () => {
    const server = await using(startHttpServer((_, answer) => answer.end("ok")));
    const transport = newTransport();
    const first = await transport.send(post(server.url));
    const second = await transport.send(post(server.url));
    expect(first.reusedConnection).toBe(false);
    expect(second.reusedConnection).toBe(true);
    expect(second.timings).toMatchObject({ dns: null, connect: null, tls: null });
    expect(second.remoteAddress).toBe(first.remoteAddress);
  });
});

describe("an address that cannot be used", () => {
  it.each([
    ["not an address", "address.invalid"],
    ["ftp://127.0.0.1/x", "address.unsupported-protocol"],
    ["https://name:pass@127.0.0.1/x", "address.has-credentials"],
  ])("%s is refused before anything is sent", async (url, code) => {
    const result = await newTransport().send(post(url));
    expect(result.response).toBeNull();
    expect(result.failure).toMatchObject({ code, phase: "prepare" });
    expect(JSON.stringify(result)).not.toContain("pass@");
  });

  it("a header that would break the request is refused before anything is sent", async () => {
    const server = await using(startHttpServer((_, answer) => answer.end()));
    const result = await newTransport().send(post(server.url, { headers: [["X-A", "1\r\nX-B: 2"]] }));
    expect(result.failure).toMatchObject({ code: "header.invalid", phase: "prepare" });
  });
});

describe("a connection that cannot be made", () => {
  it("is told as refused, naming host and port", async () => {
    const port = await findClosedPort();
    const result = await newTransport().send(post(`http://127.0.0.1:${port}/`));
    expect(result.failure).toMatchObject({ code: "connect.refused", phase: "connect" });
    expect(result.failure?.message).toContain(`127.0.0.1:${port}`);
    expect(result.timings).toMatchObject({ dns: null, send: null, wait: null, receive: null });
    expect(result.timings.connect).not.toBeNull();
  });

  it("is told as an unknown name", async () => {
    const result = await newTransport().send(post("http://no-such-host.invalid/"));
    expect(result.failure?.phase).toBe("dns");
    expect(result.failure?.message).toContain("no-such-host.invalid");
    expect(result.timings.connect).toBeNull();
  });
});
