import { request as httpRequest } from "node:http";
import { connect } from "node:net";
import { describe, expect, it } from "vitest";
import type { Gateway, ReceivedEvent } from "./gateway.ts";
import { NOW, OPTIEVENT, post, rawExchange, REALTIME, start } from "./test-support/gateway-fixture.ts";

describe("HTTP", () => {
  it.each([
    ["GET", "/optievent", 405],
    ["OPTIONS", "/reportEvent", 405],
    ["PUT", "/", 405],
    ["POST", "/elsewhere", 404],
    ["POST", "/optievent/", 404],
    ["GET", "/", 200],
    ["HEAD", "/", 200],
  ])("answers %s %s with %i", async (method, path, status) => {
    const answer = await fetch((await start()).url + path, { method });
    expect(answer.status).toBe(status);
    expect(answer.headers.get("content-type")).toBe("text/plain; charset=utf-8");
    expect([...answer.headers.keys()].filter((name) => name.startsWith("access-control"))).toEqual([]);
  });

  it("tells what was received to whoever has the key, and to nobody where there is none", async () => {
    const received = { key: "k".repeat(64), list: () => [["login", { received: 1 }]] };
    const gateway = await start({ received });
    const ask = (url: string, key: string, method = "GET") =>
      fetch(`${url}/received`, { method, headers: { authorization: `Bearer ${key}` } });
    expect(await (await ask(gateway.url, received.key)).json()).toEqual(received.list());
    for (const key of ["", "k", "x".repeat(64)]) {
      const refused = await ask(gateway.url, key);
      expect([refused.status, await refused.text()]).toEqual([401, expect.not.stringContaining("login")]);
    }
    expect((await ask(gateway.url, received.key, "POST")).status).toBe(405);
    expect((await ask((await start()).url, received.key)).status).toBe(404);
  });

  it("says at its root what it is", async () => {
    expect(await (await fetch((await start()).url)).text()).toContain("OptiEvent Console: local gateway");
  });

  it("refuses other media types with 415, in the shape of the API", async () => {
    const gateway = await start();
    for (const headers of [
      { "content-type": "text/plain" },
      { "content-type": "application/x-www-form-urlencoded" },
      { "content-type": "application/json; charset=latin1" },
      { "content-encoding": "gzip" },
    ]) {
      const answer = await post(gateway, "/optievent", OPTIEVENT, headers);
      expect(answer.status).toBe(415);
      expect(JSON.parse(answer.text)).toMatchObject({ status: "error" });
    }
    const android = { "content-type": "application/json; charset=utf-8" };
    expect((await post(gateway, "/optievent", OPTIEVENT, android)).status).toBe(200);
  });

  it("refuses a body over 1 MiB with 413 and goes on", async () => {
    const gateway = await start();
    const answer = await post(gateway, "/reportEvent", " ".repeat(1024 * 1024) + REALTIME);
    expect(answer.status).toBe(413);
    expect(JSON.parse(answer.text)).toMatchObject({ IsSuccess: false });
    const largest = REALTIME + " ".repeat(1024 * 1024 - REALTIME.length);
    expect((await post(gateway, "/reportEvent", largest)).status).toBe(200);
  });

  it("gives up on a body that does not end", async () => {
    const gateway = await start();
    // The answer can get lost on a connection that is reset while the client still writes; the end of it cannot.
    expect(await endlessPost(gateway)).toMatch(/^$|^HTTP\/1\.1 413 /);
    expect((await post(gateway, "/reportEvent", REALTIME)).status).toBe(200);
  });

  it("lets a client that stops half way go", async () => {
    const gateway = await start({ requestTimeoutMs: 100 });
    const answer = await rawExchange(
      gateway,
      `POST /optievent HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
  });

  it.each(["evil.example", "127.0.0.1.evil.example:80", "localhost.evil.example"])(
    "refuses the host name %j",
    async (host) => {
      const gateway = await start();
      const status = await new Promise((resolve, reject) => {
        httpRequest(gateway.url, { headers: { host } }, (answer) => {
          answer.resume();
          resolve(answer.statusCode);
        })
          .on("error", reject)
          .end();
      });
      expect(status).toBe(403);
    },
  );

  it("refuses a request that names no host", async () => {
    expect(await rawExchange(await start(), "GET / HTTP/1.0\r\n\r\n")).toMatch(/^HTTP\/1\.1 403 /);
  });

  it("tells of each event what came of it, and no token", async () => {
    const received: ReceivedEvent[] = [];
    const gateway = await start({ token: "secret-one", onReceived: (event) => received.push(event) });
    const accepted = await post(gateway, "/optievent", OPTIEVENT);
    await post(gateway, "/reportEvent", REALTIME.replace("a1b2", "secret-two"));
    expect(received).toEqual([
      {
        receivedAt: NOW,
        api: "optievent",
        outcome: "accepted",
        status: 200,
        event: "newsletter_signup",
        reference: JSON.parse(accepted.text).message,
        reason: null,
      },
      {
        receivedAt: NOW,
        api: "realtime",
        outcome: "refused",
        status: 400,
        event: "1101",
        reference: null,
        reason: "tid is missing or invalid",
      },
    ]);
  });

  it("rejects where the port is taken", async () => {
    const { port } = await start();
    await expect(start({ port })).rejects.toMatchObject({ code: "EADDRINUSE" });
  });

  it("closes although a client keeps its connection, and can be closed twice", async () => {
    const gateway = await start();
    const socket = connect(gateway.port, "127.0.0.1");
    const ended = new Promise((resolve) => socket.once("close", resolve));
    socket.resume();
    socket.write("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: keep-alive\r\n\r\n");
    await new Promise((resolve) => socket.once("data", resolve));
    await Promise.all([gateway.close(), gateway.close(), ended]);
    await expect(fetch(gateway.url)).rejects.toThrow();
  });
});

function endlessPost(gateway: Gateway): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(gateway.port, "127.0.0.1");
    const megabyte = Buffer.alloc(1024 * 1024, 0x20);
    const write = () => {
      while (socket.writable && socket.write(megabyte));
    };
    socket.on("drain", write);
    socket.on("error", () => {});
    socket.once("close", () => resolve(""));
    socket.once("data", (chunk: Buffer) => {
      resolve(chunk.toString("latin1"));
      socket.destroy();
    });
    socket.write(
      "POST /optievent HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 99999999999\r\n\r\n",
    );
    write();
  });
}
