import { afterEach, describe, expect, it } from "vitest";
import { DEFAULT_RULE_PROFILE, connectionSchema, type Connection } from "../../../shared/domain/tenant.ts";
import { startRawServer, type TestServer } from "../transport/test-support/servers.ts";
import { verifySignature } from "./signing.ts";
import { startTestConsole, tenantAt, TOKEN } from "./test-support/test-console.ts";
import type { SendService, SendTarget } from "./types.ts";

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).toReversed()) await one.close();
});

async function startServer(): Promise<TestServer & { requests: string[] }> {
  const requests: string[] = [];
  const server = await startRawServer((socket, request) => {
    requests.push(request);
    socket.end('HTTP/1.1 200 OK\r\nContent-Length: 46\r\n\r\n{"status":"success","message":"1234567890123"}');
  });
  open.push(server);
  return { ...server, requests };
}

function startSend(): SendService {
  const testConsole = startTestConsole(tenantAt("http://127.0.0.1:1/"));
  open.push(testConsole);
  return testConsole.send;
}

function endpoint(url: string, changes: Partial<Connection> = {}, token: string | null = TOKEN): SendTarget {
  return {
    tenant: null,
    connection: connectionSchema.parse({ api: "optievent", endpoint: url, ...changes }),
    url,
    tenantNumber: null,
    ruleProfile: DEFAULT_RULE_PROFILE,
    catalog: null,
    token,
    variables: {},
  };
}

function bodyOf(request: string | undefined): Buffer {
  return Buffer.from(request?.slice(request.indexOf("\r\n\r\n") + 4) ?? "", "latin1");
}

describe("bytes of a file", () => {
  it("are sent exactly as they are: byte-order mark, placeholders, bytes that are no text", async () => {
    const server = await startServer();
    const bytes = Buffer.concat([
      Buffer.from('\ufeff {"a":"{{$now}}", "b" : 1.50,\r\n"c":"'),
      Buffer.from([0xff, 0x00, 0xc3]),
      Buffer.from('"}\n'),
    ]);
    const result = await startSend().sendBytes({ target: endpoint(server.url), bytes });
    expect(bodyOf(server.requests[0])).toEqual(bytes);
    expect(result).toMatchObject({
      ok: true,
      value: { outcome: "accepted", tenant: null, catalog: null, request: { byteLength: bytes.length } },
    });
    expect(result.ok && result.value.remarks.join(" ")).toContain("not UTF-8");
  });

  it("have the token filled in, and are signed over what results", async () => {
    const server = await startServer();
    const result = await startSend().sendBytes({
      target: endpoint(server.url, { signed: true }),
      bytes: Buffer.from('{"tenant":1,"x":"{{secret:token}}"}'),
    });
    const request = server.requests[0] ?? "";
    const signature = /X-Optimove-Signature-Content: (\S+)/.exec(request)?.[1] ?? "";
    expect(bodyOf(request).toString()).toBe(`{"tenant":1,"x":"${TOKEN}"}`);
    expect(verifySignature(TOKEN, bodyOf(request), signature)).toBe(true);
    expect(JSON.stringify(result)).not.toContain(TOKEN);
  });

  it("are recorded as failed when the address is none", async () => {
    const result = await startSend().sendBytes({ target: endpoint("nowhere"), bytes: Buffer.from("{}") });
    expect(result).toMatchObject({ value: { outcome: "failed", failure: { code: "address.invalid" } } });
  });
});

describe("a dry run", () => {
  it("gives the request that sending would make, with references for secrets, and sends nothing", async () => {
    const server = await startServer();
    const send = startSend();
    const target = endpoint(server.url, { signed: true });
    const text = '{"tenant":1,"x":"{{secret:token}}"}';
    const dry = send.dryRunText(target, text);
    expect(server.requests).toEqual([]);
    expect(dry).toMatchObject({ method: "POST", url: server.url, body: text });
    const sent = await send.sendText({ target, text });
    expect(sent).toMatchObject({ value: { request: { headers: dry.headers, text: dry.body } } });
    expect(dry.findings).toEqual(sent.ok ? sent.value.findings : []);
  });

  it("works without the token, and then leaves out the length that depends on it", () => {
    const dry = startSend().dryRunBytes(
      endpoint("http://127.0.0.1:1/", {}, null),
      Buffer.from('{"tid":"{{secret:token}}"}'),
    );
    expect(dry.headers.map(([name]) => name)).toEqual(["Host", "Content-Type", "Connection"]);
  });

  it("shows no credential that was typed into the text", () => {
    const dry = startSend().dryRunText(endpoint("http://127.0.0.1:1/"), `{"tid":"${TOKEN}"}`);
    expect(dry.body).toBe('{"tid":"{{secret:token}}"}');
  });
});
