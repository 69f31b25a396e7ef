import { afterEach, describe, expect, it } from "vitest";
import {
  readCertificate,
  startHttpServer,
  startHttpsServer,
  timeouts,
  type TestServer,
} from "./test-support/servers.ts";
import { createTransport } from "./transport.ts";
import type { Transport, TransportResult } from "./types.ts";

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).toReversed()) await one.close();
});

let requests = 0;
async function startServer(certificate: string): Promise<TestServer> {
  requests = 0;
  const server = await startHttpsServer(certificate, (_, answer) => {
    requests += 1;
    answer.end("ok");
  });
  open.push(server);
  return server;
}

function newTransport(): Transport {
  const transport = createTransport({ certificateAuthorities: [readCertificate("authority.pem")] });
  open.push(transport);
  return transport;
}

function post(transport: Transport, url: string): Promise<TransportResult> {
  return transport.send({ url, headers: [], body: Buffer.from("{}"), timeouts: timeouts() });
}

describe("a trusted server", () => {
  it("is recorded with protocol, cipher and its whole chain", async () => {
    const server = await startServer("localhost");
    const result = await post(newTransport(), server.url);
    expect(result.failure).toBeNull();
    expect(result.timings.tls).not.toBeNull();
    expect(result.tls).toMatchObject({ protocol: "TLSv1.3", authorized: true });
    expect(result.tls?.cipher).toMatch(/^TLS_/);
    expect(result.tls?.certificates[0]).toMatchObject({
      subject: "CN=localhost, O=Not for use outside tests",
      issuer: expect.stringContaining("test authority"),
      validTo: "2126-01-01T00:00:00.000Z",
      altNames: expect.stringContaining("DNS:localhost"),
    });
    expect(result.tls?.certificates.at(-1)?.subject).toContain("test authority");
  });

  it("keeps the same facts on a connection that is used again", async () => {
    const server = await startServer("localhost");
    const transport = newTransport();
    const first = await post(transport, server.url);
    const second = await post(transport, server.url);
    expect(second.reusedConnection).toBe(true);
    expect(second.timings.tls).toBeNull();
    expect(second.tls).toEqual(first.tls);
  });
});

describe("a server that cannot be trusted", () => {
  it.each([
    ["self-signed", "certificate.self-signed", "signed it itself"],
    ["expired", "certificate.expired", "expired on 2021-01-01"],
    ["not-yet-valid", "certificate.not-yet-valid", "not valid before 2120-01-01"],
    ["other-host", "certificate.wrong-host", "other.test"],
  ])("because of its certificate (%s) is told so and gets nothing", async (certificate, code, words) => {
    const server = await startServer(certificate);
    const result = await post(newTransport(), server.url);
    expect(result.response).toBeNull();
    expect(result.failure).toMatchObject({ code, phase: "tls" });
    expect(result.failure?.message).toContain(words);
    expect(result.tls?.authorized).toBe(false);
    expect(result.tls?.certificates[0]?.subject).toContain(`CN=${certificate}`);
    expect(requests).toBe(0);
  });

  it("because its authority is unknown is told so", async () => {
    const server = await startServer("localhost");
    const transport = createTransport();
    open.push(transport);
    const result = await post(transport, server.url);
    expect(result.failure).toMatchObject({ code: "certificate.unknown-authority", phase: "tls" });
  });

  it("because it does not speak TLS is told so", async () => {
    const server = await startHttpServer((_, answer) => answer.end());
    open.push(server);
    const result = await post(newTransport(), server.url.replace("http:", "https:"));
    expect(result.failure).toMatchObject({ code: "tls.not-tls", phase: "tls" });
  });
});
