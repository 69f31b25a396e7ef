import { afterEach, describe, expect, it } from "vitest";
import { LOCAL_GATEWAY_ENDPOINT, type Tenant } from "../../../shared/domain/tenant.ts";
import { findClosedPort, startAnsweringServer, startRawServer } from "../transport/test-support/servers.ts";
import {
  ACCEPTED,
  exchangeOf,
  OPTIEVENT_DRAFT,
  sendDraft,
  startTestConsole,
  tenantAt,
  type TestConsole,
} from "./test-support/test-console.ts";

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).toReversed()) await one.close();
});

async function startServer(answer: string, status = 200) {
  const server = await startAnsweringServer(answer, status);
  open.push(server);
  return server;
}

function start(tenant: Tenant): TestConsole {
  const started = startTestConsole(tenant);
  open.push(started);
  return started;
}

describe("what goes wrong", () => {
  it("is recorded as failed, with the phase and a next step", async () => {
    const port = await findClosedPort();
    const testConsole = start(tenantAt(`http://127.0.0.1:${port}/`));
    const exchange = exchangeOf(await sendDraft(testConsole, OPTIEVENT_DRAFT));
    expect(exchange).toMatchObject({
      outcome: "failed",
      response: null,
      failure: { code: "connect.refused", phase: "connect" },
    });
    expect(exchange.message).toBe(exchange.failure?.message);
    expect(testConsole.recorded).toEqual([exchange]);
  });

  it("keeps the part of an answer that arrived, and does not call it accepted", async () => {
    const server = await startRawServer((socket) =>
      socket.end(`HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n${ACCEPTED}`),
    );
    open.push(server);
    const exchange = exchangeOf(await sendDraft(start(tenantAt(server.url)), OPTIEVENT_DRAFT));
    expect(exchange).toMatchObject({
      outcome: "failed",
      reference: null,
      response: { status: 200, body: ACCEPTED },
      failure: { code: "answer.incomplete", phase: "receive" },
    });
  });

  it.each([
    ["<html>Sign in</html>", 200],
    ["Internal Server Error", 500],
    ["", 204],
  ])("as an answer that fits no document (%s) is unrecognised", async (answer, status) => {
    const server = await startServer(answer, status);
    const exchange = exchangeOf(await sendDraft(start(tenantAt(server.url)), OPTIEVENT_DRAFT));
    expect(exchange.outcome).toBe("unrecognised");
    expect(exchange.response?.status).toBe(status);
  });

  it("before sending is recorded too: a gateway that does not run, an address that is none", async () => {
    const withoutGateway = start(tenantAt(LOCAL_GATEWAY_ENDPOINT));
    await sendDraft(withoutGateway, OPTIEVENT_DRAFT);
    expect(withoutGateway.recorded[0]).toMatchObject({
      outcome: "failed",
      failure: { code: "gateway.not-running", phase: "prepare" },
      request: { url: LOCAL_GATEWAY_ENDPOINT },
    });
    const withBadAddress = start(tenantAt("https://name:hunter2@host.test/"));
    const exchange = exchangeOf(await sendDraft(withBadAddress, OPTIEVENT_DRAFT));
    expect(exchange.failure).toMatchObject({ code: "address.has-credentials", phase: "prepare" });
    expect(JSON.stringify(exchange)).not.toContain("hunter2");
  });

  it("with a draft that is no JSON is nothing special: it is sent as it stands", async () => {
    const server = await startServer('{"status":"error","message":"nope"}', 400);
    const exchange = exchangeOf(await sendDraft(start(tenantAt(server.url)), '{"tenant": 999, "event'));
    expect(server.received[0]?.body.toString("utf8")).toBe('{"tenant": 999, "event');
    expect(exchange).toMatchObject({ outcome: "rejected", event: null, identity: null, negative: true });
  });

  it("with an unknown tenant or API is a refusal", async () => {
    const tenant = tenantAt("http://127.0.0.1:1/");
    const { send } = start({ ...tenant, connections: tenant.connections.slice(0, 1) });
    const input = { sendId: "1", text: "{}", eventKey: null, draftId: null };
    expect(await send.send({ ...input, tenantId: "gone", api: "optievent" })).toMatchObject({
      error: { code: "tenant.not-found" },
    });
    expect(await send.send({ ...input, tenantId: "shop", api: "realtime" })).toMatchObject({
      error: { code: "tenant.no-connection" },
    });
  });
});

describe("a record that cannot be written", () => {
  it("is told together with what was sent and what came back", async () => {
    const server = await startServer(ACCEPTED);
    const testConsole = start(tenantAt(server.url));
    testConsole.failNextRecord(Object.assign(new Error("full"), { code: "ENOSPC" }));
    const result = await sendDraft(testConsole, OPTIEVENT_DRAFT);
    if (result.ok) throw new Error("It was not recorded.");
    expect(result.error.code).toBe("history.not-recorded");
    expect(result.error.message).toContain("The event was sent and accepted (HTTP 200)");
    expect(result.error.message).toContain("1147206418897270");
    expect(result.error.message).toContain("the disk is full");
    expect(result.error.details?.["exchange"]).toMatchObject({ reference: "1147206418897270" });
    expect(server.received.length).toBe(1);
  });

  it("does not claim that something was sent when nothing was", async () => {
    const testConsole = start(tenantAt(`http://127.0.0.1:${await findClosedPort()}/`));
    testConsole.failNextRecord(new Error("broken"));
    const result = await sendDraft(testConsole, OPTIEVENT_DRAFT);
    expect(result.ok ? "" : result.error.message).toContain("Nothing was sent");
  });
});

describe("cancelling", () => {
  it("ends the request and is recorded as such", async () => {
    const testConsole: { current?: TestConsole } = {};
    const server = await startRawServer(() => testConsole.current?.send.cancel("mine"));
    open.push(server);
    testConsole.current = start(tenantAt(server.url));
    const exchange = exchangeOf(await sendDraft(testConsole.current, OPTIEVENT_DRAFT, "optievent", "mine"));
    expect(exchange).toMatchObject({ outcome: "cancelled", failure: { code: "cancelled", phase: "wait" } });
    expect(testConsole.current.recorded).toEqual([exchange]);
    expect(testConsole.current.send.cancel("mine")).toBe(false);
  });

  it("happens to what still runs when the console closes, and that is recorded before it has closed", async () => {
    let arrived: () => void = () => undefined;
    const arrival = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    const server = await startRawServer(() => arrived());
    open.push(server);
    const testConsole = start(tenantAt(server.url));
    const sending = sendDraft(testConsole, OPTIEVENT_DRAFT);
    await arrival;
    await testConsole.send.close();
    expect(testConsole.recorded.map(({ outcome }) => outcome)).toEqual(["cancelled"]);
    expect(exchangeOf(await sending).outcome).toBe("cancelled");
    expect(await sendDraft(testConsole, OPTIEVENT_DRAFT)).toMatchObject({ error: { code: "send.closed" } });
  });

  it("is not confused by an id that is in use: the second send is refused", async () => {
    const server = await startServer(ACCEPTED);
    const testConsole = start(tenantAt(server.url));
    const [first, second] = await Promise.all([
      sendDraft(testConsole, OPTIEVENT_DRAFT),
      sendDraft(testConsole, OPTIEVENT_DRAFT),
    ]);
    expect(first.ok).toBe(true);
    expect(second).toMatchObject({ error: { code: "send.already-running" } });
    expect(server.received.length).toBe(1);
  });
});
