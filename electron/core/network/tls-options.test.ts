import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:https";
import type { TLSSocket } from "node:tls";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  connectionSchema,
  tenantSchema,
  type Connection,
  type Tenant,
} from "../../../shared/domain/tenant.ts";
import { createSessionSecrets, type Secrets } from "../secrets/secrets.ts";
import { readCertificate, startHttpsServer, timeouts } from "../transport/test-support/servers.ts";
import { createTransport } from "../transport/transport.ts";
import type { TransportResult } from "../transport/types.ts";
import { readNetwork } from "./read-network.ts";

const certificates = join(import.meta.dirname, "../transport/test-support/certificates");
const open: { close(): unknown }[] = [];
let folder: string;
let secrets: Secrets;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "network-"));
  secrets = createSessionSecrets();
});
afterEach(async () => {
  for (const one of open.splice(0).toReversed()) await one.close();
  rmSync(folder, { recursive: true });
});

async function startServer(certificate: string): Promise<string> {
  const server = await startHttpsServer(certificate, (_, answer) => answer.end("ok"));
  open.push(server);
  return `https://localhost:${server.port}/x`;
}

const file = (name: string) => join(certificates, name);

/** Sends one request as a tenant's connection says, by the system's authorities unless it names its own. */
async function send(
  url: string,
  changes: Partial<Connection>,
  tenant: Partial<Tenant> = {},
): Promise<TransportResult["failure"] | "ok"> {
  const connection = { ...connectionSchema.parse({ api: "optievent", endpoint: url }), ...changes };
  const owner = tenantSchema.parse({
    id: "shop",
    name: "Shop",
    kind: "test",
    tenantNumber: 1,
    catalogId: null,
    connections: [],
    ...tenant,
  });
  const reading = readNetwork({ tenant: owner, connection, url }, secrets, {});
  if (!reading.ok) return reading.failure;
  const transport = createTransport();
  open.push(transport);
  const body = Buffer.from("{}");
  const result = await transport.send({
    url,
    headers: [],
    body,
    timeouts: timeouts(),
    network: reading.network,
  });
  return result.failure ?? "ok";
}

describe("a CA file", () => {
  it("makes its authority trusted, beside those of the system", async () => {
    const url = await startServer("localhost");
    expect(await send(url, {})).toMatchObject({ code: "certificate.unknown-authority" });
    expect(await send(url, { caFile: file("authority.pem") })).toBe("ok");
    expect(await send(url, { caFile: file("self-signed.pem") })).toMatchObject({
      code: "certificate.unknown-authority",
    });
  });

  it.each([
    ["is not there", "nowhere.pem", "tls.file-unreadable"],
    ["is a folder", ".", "tls.file-unreadable"],
    ["holds no certificate", "README.md", "tls.ca-unusable"],
  ])("that %s is told before anything is sent, with its path", async (_why, name, code) => {
    const failure = await send("https://localhost:1/x", { caFile: join(certificates, name) });
    expect(failure).toMatchObject({
      code,
      phase: "prepare",
      nextStep: expect.stringContaining("Nothing was sent"),
    });
  });
});

describe("certificates that are not checked", () => {
  it("are taken for a test tenant", async () => {
    expect(await send(await startServer("expired"), { verifyTls: false })).toBe("ok");
  });

  it("are checked for production all the same", async () => {
    const url = await startServer("expired");
    expect(await send(url, { verifyTls: false }, { kind: "production" })).toMatchObject({ phase: "tls" });
  });
});

describe("a client certificate", () => {
  /** Answers with the name on the certificate that it was shown. */
  async function startAsking(): Promise<string> {
    const pem = readCertificate("localhost.pem");
    const ca = readCertificate("authority.pem");
    const server = createServer({ key: pem, cert: pem, ca, requestCert: true, rejectUnauthorized: true });
    const shown: string[] = [];
    server.on("request", (request, answer) => {
      shown.push(String((request.socket as TLSSocket).getPeerCertificate().subject.CN));
      answer.end("ok");
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    open.push({ close: () => new Promise((resolve) => server.close(resolve)) });
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("No port.");
    asked = shown;
    return `https://localhost:${address.port}/x`;
  }
  let asked: string[] = [];
  const caFile = file("authority.pem");

  it("is shown to a server that asks, which refuses to go on without", async () => {
    const url = await startAsking();
    const clientCertificate = {
      kind: "pem",
      certificateFile: file("other-host.pem"),
      keyFile: file("other-host.pem"),
    } as const;
    expect(await send(url, { caFile, clientCertificate })).toBe("ok");
    expect(asked).toEqual(["other-host"]);
    expect(await send(url, { caFile })).not.toBe("ok");
    expect(asked).toHaveLength(1);
  });

  it("whose key is another's is told before anything is sent", async () => {
    const clientCertificate = {
      kind: "pem",
      certificateFile: file("other-host.pem"),
      keyFile: file("localhost.pem"),
    } as const;
    const failure = await send("https://localhost:1/x", { clientCertificate });
    expect(failure).toMatchObject({ code: "tls.client-certificate-unusable", phase: "prepare" });
  });

  it("that is no PKCS #12, or needs another passphrase, is told without the passphrase", async () => {
    const path = join(folder, "client.pfx");
    writeFileSync(path, "no certificate");
    secrets.set("shop", "client-certificate-passphrase", "a-distinctive-passphrase");
    const failure = await send("https://localhost:1/x", { clientCertificate: { kind: "pfx", file: path } });
    expect(failure).toMatchObject({ code: "tls.client-certificate-unusable" });
    expect(JSON.stringify(failure)).not.toContain("a-distinctive-passphrase");
  });
});
