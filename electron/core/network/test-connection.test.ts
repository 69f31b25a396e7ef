import { afterEach, describe, expect, it } from "vitest";
import {
  connectionSchema,
  tenantSchema,
  type Connection,
  type Tenant,
} from "../../../shared/domain/tenant.ts";
import type { ConnectionTest } from "../../../shared/contract/connection-calls.ts";
import { catalog, startTestConsole, TOKEN, type TestConsole } from "../send/test-support/test-console.ts";
import { findClosedPort, startAnsweringServer, startHttpsServer } from "../transport/test-support/servers.ts";
import { join } from "node:path";
import { testConnection } from "./test-connection.ts";
import { startProxy } from "./test-support/proxy-server.ts";

const authority = join(import.meta.dirname, "../transport/test-support/certificates/authority.pem");
const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).toReversed()) await one.close();
});

async function using<Closable extends { close(): unknown }>(starting: Promise<Closable>): Promise<Closable> {
  const started = await starting;
  open.push(started);
  return started;
}

let testConsole: TestConsole;

async function run(
  endpoint: string,
  changes: Partial<Connection> = {},
  tenantChanges: Partial<Tenant> = {},
): Promise<ConnectionTest> {
  const tenant = tenantSchema.parse({
    id: "shop",
    name: "Shop",
    kind: "test",
    tenantNumber: 999,
    catalogId: "demo",
    connections: [{ ...connectionSchema.parse({ api: "optievent", endpoint }), ...changes }],
    ...tenantChanges,
  });
  testConsole = startTestConsole(tenant);
  open.push(testConsole);
  testConsole.secrets.set("shop", "optievent", TOKEN);
  const result = await testConnection(
    {
      tenants: { get: (id) => (id === "shop" ? tenant : null) },
      catalogs: { get: (id) => (id === "demo" ? catalog : null) },
      secrets: testConsole.secrets,
      send: testConsole.send,
      gatewayUrl: null,
      environment: {},
      newId: () => "test",
    },
    { tenantId: "shop", api: "optievent" },
    "w",
  );
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

const outline = ({ steps }: ConnectionTest) => steps.map(({ name, outcome }) => `${name} ${outcome}`);
const messageOf = ({ steps }: ConnectionTest, name: string) =>
  steps.find((step) => step.name === name)?.message ?? "";

describe("a test of a connection to this computer", () => {
  it("sends a real event, which is recorded, and says so", async () => {
    const server = await using(startAnsweringServer('{"status":"success","message":"1147206418897270"}'));
    const test = await run(server.url);
    expect(outline(test)).toEqual([
      "settings done",
      "dns skipped",
      "connect done",
      "tls skipped",
      "event done",
    ]);
    expect(test.sent).toBe("event");
    expect(JSON.parse(server.received[0]?.body.toString() ?? "")).toMatchObject({
      event: "newsletter_signup",
      customer: "connection-test",
    });
    expect(server.received).toHaveLength(1);
    expect(testConsole.recorded.map(({ id }) => id)).toEqual([test.exchangeId]);
    expect(messageOf(test, "event")).toContain("newsletter_signup");
  });

  it("says what the server thought of the event", async () => {
    const server = await using(startAnsweringServer('{"status":"error","message":"No such tenant"}'));
    const test = await run(server.url);
    expect(outline(test).at(-1)).toBe("event failed");
    expect(messageOf(test, "event")).toContain("No such tenant");
  });

  it("sends nothing for a production tenant", async () => {
    const server = await using(startAnsweringServer("{}"));
    const test = await run(server.url, {}, { kind: "production" });
    expect(outline(test).at(-1)).toBe("event skipped");
    expect(test.sent).toBe("nothing");
    expect(server.received).toEqual([]);
    expect(testConsole.recorded).toEqual([]);
  });
});

describe("a test of a connection elsewhere", () => {
  /** A server that is not this computer, as far as its name tells: the proxy leads there. */
  async function elsewhere() {
    let requests = 0;
    const target = await using(
      startHttpsServer("other-host", (_, answer) => {
        requests += 1;
        answer.end();
      }),
    );
    const proxy = await using(startProxy());
    const changes = {
      caFile: authority,
      proxy: { kind: "address", url: proxy.url, userName: null },
    } as const;
    return { endpoint: `https://other.test:${target.port}/x`, changes, proxy, requests: () => requests };
  }

  it("goes as far as TLS, sends nothing and says why", async () => {
    const { endpoint, changes, proxy, requests } = await elsewhere();
    const test = await run(endpoint, changes);
    expect(outline(test)).toEqual([
      "settings done",
      "dns skipped",
      "connect done",
      "proxy done",
      "tls done",
      "event skipped",
    ]);
    expect(messageOf(test, "tls")).toMatch(/TLSv1\.3.*CN=other-host.*valid to 2126-01-01.*trusted/);
    expect(test.tls?.certificates[0]?.altNames).toContain("other.test");
    expect(messageOf(test, "event")).toContain("it would count");
    expect([requests(), proxy.seen.length, testConsole.recorded.length]).toEqual([0, 1, 0]);
  });

  it("stops where it fails, with the reason and the next step", async () => {
    const { endpoint, changes } = await elsewhere();
    const untrusted = await run(endpoint, { ...changes, caFile: null });
    expect(outline(untrusted).at(-1)).toBe("tls failed");
    expect(messageOf(untrusted, "tls")).toContain("CA file");
    expect(untrusted.tls?.authorized).toBe(false);
    const unknown = await run("https://no-such-host.invalid/x");
    expect(outline(unknown)).toEqual(["settings done", "dns failed"]);
    const closed = await run(`https://127.0.0.1:${await findClosedPort()}/x`);
    expect(outline(closed)).toEqual(["settings done", "dns skipped", "connect failed"]);
    const noFile = await run(endpoint, { ...changes, caFile: "/nowhere.pem" });
    expect(outline(noFile)).toEqual(["settings failed"]);
  });

  it("gives up after the time to connect", async () => {
    const silent = await using(startProxy({ isSilent: true }));
    const test = await run("https://other.test/x", {
      proxy: { kind: "address", url: silent.url, userName: null },
      timeouts: { connect: 30, answer: 1000, total: 1000 },
    });
    expect(outline(test).at(-1)).toBe("proxy failed");
  });
});
