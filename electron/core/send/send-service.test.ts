import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import type { Tenant } from "../../../shared/domain/tenant.ts";
import { startAnsweringServer, startHttpServer } from "../transport/test-support/servers.ts";
import { verifySignature } from "./signing.ts";
import {
  ACCEPTED,
  exchangeOf,
  NOW,
  OPTIEVENT_DRAFT,
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

const REALTIME = '{"tid":"{{secret:token}}","cid":"c-1","eid":1101,"context":{"email":"a@b.example"}}';

async function startServer(answer: string) {
  const server = await startAnsweringServer(answer);
  open.push(server);
  return server;
}

function start(tenant: Tenant): TestConsole {
  const started = startTestConsole(tenant);
  open.push(started);
  return started;
}

describe("an accepted event", () => {
  it("is recorded with everything that is needed to say what happened", async () => {
    const server = await startServer(ACCEPTED);
    const testConsole = start(tenantAt(server.url));
    const exchange = exchangeOf(await sendDraft(testConsole, OPTIEVENT_DRAFT));
    expect(testConsole.recorded).toEqual([exchange]);
    expect(exchange).toMatchObject({
      sentAt: NOW.toISOString(),
      outcome: "accepted",
      reference: "1147206418897270",
      api: "optievent",
      tenant: { id: "shop", name: "Shop", kind: "test" },
      catalog: { id: "demo", name: "Demo store", version: 3 },
      event: "newsletter_signup",
      identity: { kind: "customer", value: "c-1" },
      failure: null,
      draftId: "draft-1",
      appVersion: "1.2.3",
      response: { status: 200, body: ACCEPTED, bodyEncoding: "utf8", truncated: false },
    });
  });

  it("is recorded as the very bytes that the server received", async () => {
    const server = await startServer(ACCEPTED);
    const { request } = exchangeOf(await sendDraft(start(tenantAt(server.url)), OPTIEVENT_DRAFT));
    const received = server.received[0];
    expect(received?.body.toString("utf8")).toBe(request.text);
    expect(request.text).toContain('"amount": 100.00, "id": 12345678901234567890');
    expect(request.text).toContain("2026-11-23 08:00:00.123 UTC");
    expect(request.byteLength).toBe(received?.body.length);
    expect(request.headers.flat()).toEqual(received?.rawHeaders);
  });

  it("is recorded before its result is given", async () => {
    const server = await startServer(ACCEPTED);
    const testConsole = start(tenantAt(server.url));
    const recordedAtResult = await sendDraft(testConsole, OPTIEVENT_DRAFT).then(
      () => testConsole.recorded.length,
    );
    expect(recordedAtResult).toBe(1);
  });

  it("says when the connection was used before", async () => {
    const server = await startServer(ACCEPTED);
    const testConsole = start(tenantAt(server.url));
    await sendDraft(testConsole, OPTIEVENT_DRAFT);
    expect(exchangeOf(await sendDraft(testConsole, OPTIEVENT_DRAFT)).reusedConnection).toBe(true);
  });
});

describe("a Realtime event", () => {
  it("carries the token on the wire and a reference in the record", async () => {
    const server = await startServer('{"IsSuccess":true,"Data":false}');
    const testConsole = start(tenantAt(server.url));
    testConsole.secrets.set("shop", "realtime", TOKEN);
    const exchange = exchangeOf(await sendDraft(testConsole, REALTIME, "realtime"));
    const sent = REALTIME.replace("{{secret:token}}", TOKEN);
    expect(server.received[0]?.body.toString("utf8")).toBe(sent);
    expect(exchange.request.text).toBe(REALTIME);
    expect(exchange.request.byteLength).toBe(Buffer.byteLength(sent));
    expect(exchange).toMatchObject({ outcome: "accepted", event: "newsletter_signup" });
  });

  it("has a token with quotes and line breaks escaped as JSON wants it", async () => {
    const server = await startServer('{"IsSuccess":true,"Data":false}');
    const testConsole = start(tenantAt(server.url));
    const hostile = 'a"b\\c\n\u{1f600}$&`1';
    testConsole.secrets.set("shop", "realtime", hostile);
    exchangeOf(await sendDraft(testConsole, REALTIME, "realtime"));
    expect(JSON.parse(server.received[0]?.body.toString("utf8") ?? "")).toMatchObject({ tid: hostile });
  });

  it("is not sent, nor recorded, while its token is not set", async () => {
    const server = await startServer(ACCEPTED);
    const testConsole = start(tenantAt(server.url));
    const result = await sendDraft(testConsole, REALTIME, "realtime");
    expect(result).toMatchObject({ ok: false, error: { code: "secret.missing" } });
    expect(server.received).toEqual([]);
    expect(testConsole.recorded).toEqual([]);
  });

  it("is not sent when it refers to a secret that does not exist", async () => {
    const server = await startServer(ACCEPTED);
    const testConsole = start(tenantAt(server.url));
    testConsole.secrets.set("shop", "realtime", TOKEN);
    const result = await sendDraft(testConsole, REALTIME.replace("token", "key"), "realtime");
    expect(result).toMatchObject({ ok: false, error: { code: "secret.missing", details: { name: "key" } } });
    expect(server.received).toEqual([]);
  });
});

describe("a signed event", () => {
  it("carries a signature over exactly the bytes that arrive, and is recorded with a reference to it", async () => {
    const server = await startServer(ACCEPTED);
    const testConsole = start(tenantAt(server.url, { signed: true }));
    testConsole.secrets.set("shop", "optievent", TOKEN);
    const exchange = exchangeOf(await sendDraft(testConsole, OPTIEVENT_DRAFT.replace("c-1", "\u{1f600}\\/")));
    const { rawHeaders = [], body = Buffer.of() } = server.received[0] ?? {};
    const valueAfter = (name: string) => rawHeaders[rawHeaders.indexOf(name) + 1] ?? "";
    expect(valueAfter("X-Optimove-Signature-Version")).toBe("1");
    expect(valueAfter("X-Optimove-Signature-Content")).toMatch(/^[0-9a-f]{64}$/);
    expect(verifySignature(TOKEN, body, valueAfter("X-Optimove-Signature-Content"))).toBe(true);
    expect(exchange.request.headers).toContainEqual(["X-Optimove-Signature-Content", "{{secret:signature}}"]);
  });

  it("is not sent while there is no token to sign with", async () => {
    const server = await startServer(ACCEPTED);
    const result = await sendDraft(start(tenantAt(server.url, { signed: true })), OPTIEVENT_DRAFT);
    expect(result).toMatchObject({ ok: false, error: { code: "secret.missing" } });
    expect(server.received).toEqual([]);
  });
});

describe("secrets", () => {
  it("are not in the record, wherever they were typed or echoed", async () => {
    const base64 = Buffer.from(`x${TOKEN}`).toString("base64");
    const echo = JSON.stringify({ status: "error", message: `no ${TOKEN} ${base64} ${TOKEN.toUpperCase()}` });
    const server = await startHttpServer((_, response) => {
      response.writeHead(400, { "X-Echo": TOKEN }).end(echo);
    });
    open.push(server);
    const testConsole = start(tenantAt(`${server.url}?key=${TOKEN}`));
    testConsole.secrets.set("shop", "optievent", TOKEN);
    const typed = OPTIEVENT_DRAFT.replace("c-1", TOKEN).replace('"amount"', `"${TOKEN}"`);
    const exchange = exchangeOf(await sendDraft(testConsole, typed));
    const text = JSON.stringify([exchange, testConsole.recorded]).toLowerCase();
    expect(text).not.toContain(TOKEN);
    expect(text).not.toContain(base64.slice(4, 30).toLowerCase());
    expect(exchange.outcome).toBe("rejected");
    expect(exchange.message).toContain("{{secret:token}}");
    expect(exchange.identity?.value).toBe("{{secret:token}}");
  });

  it.each([
    ["compressed", { "Content-Encoding": "gzip" }, gzipSync(`{"echo":"${TOKEN}"}`)],
    ["UTF-16", {}, Buffer.from(`{"echo":"${TOKEN}"}`, "utf16le")],
  ])("are not in the record of a %s answer either", async (_, headers, body) => {
    const server = await startHttpServer((_, response) => response.writeHead(200, headers).end(body));
    open.push(server);
    const testConsole = start(tenantAt(server.url));
    testConsole.secrets.set("shop", "optievent", TOKEN);
    const { response, remarks } = exchangeOf(await sendDraft(testConsole, OPTIEVENT_DRAFT));
    expect(response?.body).toBe("");
    expect(response?.byteLength).toBeGreaterThan(0);
    expect(remarks.join(" ")).toContain("credential");
  });
});

describe("an answer that is no text", () => {
  it("is kept byte for byte as base64", async () => {
    const bytes = Buffer.from([0x7b, 0xff, 0xfe, 0x00, 0x80]);
    const server = await startHttpServer((_, response) => response.end(bytes));
    open.push(server);
    const testConsole = start(tenantAt(server.url));
    testConsole.secrets.set("shop", "optievent", TOKEN);
    const { response, outcome } = exchangeOf(await sendDraft(testConsole, OPTIEVENT_DRAFT));
    expect(outcome).toBe("unrecognised");
    expect(response).toMatchObject({ body: bytes.toString("base64"), bodyEncoding: "base64", byteLength: 5 });
  });
});
