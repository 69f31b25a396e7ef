import { connect } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { exchange, sendRaw } from "./testing/raw-request.ts";
import { CONTROL_KEY, serveConsole, type ServedConsole } from "./testing/served-console.ts";

let served: ServedConsole;
let port: number;
let cookie: string;
let key: string;

beforeEach(async () => {
  served = await serveConsole({ bodyLimits: { maxBytes: 1000, timeoutMs: 300 } });
  port = served.server.port;
  ({ cookie, "optievent-key": key } = await served.signIn());
});

afterEach(() => served.close());

const own = () => `127.0.0.1:${port}`;

function call(overrides: {
  host?: string | null;
  origin?: string | null;
  cookie?: string | null;
  key?: string | null;
  contentType?: string;
  fetchSite?: string;
  body?: string;
  name?: string;
  method?: string;
}) {
  const headers: [string, string][] = [];
  if (overrides.host !== null) headers.push(["Host", overrides.host ?? own()]);
  if (overrides.origin !== null) headers.push(["Origin", overrides.origin ?? `http://${own()}`]);
  if (overrides.cookie !== null) headers.push(["Cookie", overrides.cookie ?? cookie]);
  if (overrides.key !== null) headers.push(["Optievent-Key", overrides.key ?? key]);
  if (overrides.fetchSite !== undefined) headers.push(["Sec-Fetch-Site", overrides.fetchSite]);
  headers.push(["Content-Type", overrides.contentType ?? "application/json"]);
  return sendRaw(port, {
    method: overrides.method ?? "POST",
    target: `/api/${overrides.name ?? "app.info"}`,
    headers,
    body: overrides.body ?? "{}",
  });
}

describe("a call of the window", () => {
  it("is answered", async () => {
    const answer = await call({ fetchSite: "same-origin" });
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body)).toEqual({ ok: true, value: { name: "app.info" } });
    expect(served.calls).toEqual([["app.info", {}]]);
  });

  it("is answered under the other names of this machine's loopback", async () => {
    for (const host of [`localhost:${port}`, `[::1]:${port}`]) {
      expect((await call({ host, origin: `http://${host}` })).status).toBe(200);
    }
  });
});

describe("a call that is not the window's", () => {
  it.each([
    ["a rebound name", { host: "evil.example" }, 403],
    ["a rebound name with our port", { host: "evil.example:PORT", origin: "http://evil.example:PORT" }, 403],
    ["our address on another port", { host: "127.0.0.1:1" }, 403],
    ["our address without its port", { host: "127.0.0.1" }, 403],
    ["another loopback address", { host: "127.0.0.2:PORT", origin: "http://127.0.0.2:PORT" }, 403],
    ["no host", { host: null }, 400],
    ["another site's origin", { origin: "https://evil.example" }, 403],
    ["another local page's origin", { origin: "http://127.0.0.1:1" }, 403],
    ["another of our names' origin", { origin: "http://localhost:PORT" }, 403],
    ["our origin over https", { origin: "https://127.0.0.1:PORT" }, 403],
    ["an opaque origin", { origin: "null" }, 403],
    ["no origin", { origin: null }, 403],
    ["another site, as the browser says", { fetchSite: "cross-site" }, 403],
    ["another port, as the browser says", { fetchSite: "same-site" }, 403],
    ["no cookie", { cookie: null }, 401],
    ["a made-up session", { cookie: "optievent-PORT=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" }, 401],
    ["an empty session", { cookie: "optievent-PORT=" }, 401],
    ["the cookie alone, as a server on another port may come to see it", { key: null }, 401],
    ["the cookie with a made-up key", { key: "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" }, 401],
    ["a form's content type", { contentType: "text/plain" }, 415],
    ["a form", { contentType: "application/x-www-form-urlencoded" }, 415],
    ["text that is not JSON", { body: "name=value" }, 400],
    ["a body that is too large", { body: JSON.stringify("x".repeat(2000)) }, 413],
    ["another method", { method: "PUT" }, 405],
    ["a preflight", { method: "OPTIONS", origin: "https://evil.example" }, 403],
  ] as const)("is refused: %s", async (_case, overrides, status) => {
    const filledIn = Object.fromEntries(
      Object.entries(overrides).map(([name, value]) => [
        name,
        value?.replaceAll("PORT", String(port)) ?? null,
      ]),
    );
    const answer = await call(filledIn);
    expect(answer.status).toBe(status);
    expect(answer.headers).not.toMatch(/access-control/i);
    expect(served.calls).toEqual([]);
  });

  it("is refused with two hosts", async () => {
    const answer = await sendRaw(port, {
      headers: [
        ["Host", own()],
        ["Host", "evil.example"],
        ["Cookie", cookie],
      ],
    });
    expect(answer.status).toBeGreaterThanOrEqual(400);
  });

  it("is refused when it names a whole address, as to a proxy", async () => {
    const target = `http://${own()}/api/app.info`;
    const answer = await sendRaw(port, { target, headers: [["Host", own()]] });
    expect(answer.status).toBe(400);
  });

  it("is refused when its body does not come to an end", async () => {
    const answer = await exchange(
      port,
      `POST /api/app.info HTTP/1.1\r\nHost: ${own()}\r\nOrigin: http://${own()}\r\nCookie: ${cookie}\r\n` +
        `Optievent-Key: ${key}\r\nContent-Type: application/json\r\nContent-Length: 10\r\n\r\n{`,
    );
    expect(answer.status).toBe(408);
    expect(served.calls).toEqual([]);
  });

  it("is refused when a body of unannounced length goes on and on", async () => {
    const chunk = `3e8\r\n${"x".repeat(1000)}\r\n`;
    const answer = await exchange(
      port,
      `POST /api/app.info HTTP/1.1\r\nHost: ${own()}\r\nOrigin: http://${own()}\r\nCookie: ${cookie}\r\n` +
        `Optievent-Key: ${key}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n${chunk}${chunk}`,
    );
    expect(answer.status).toBe(413);
  });

  it("hears that an unknown call is none", async () => {
    const answer = await call({ name: "no.such" });
    expect(answer.status).toBe(404);
    expect(JSON.parse(answer.body)).toMatchObject({ ok: false, error: { code: "call.unknown" } });
  });
});

describe("a start link", () => {
  const get = (target: string, headers: [string, string][] = []) =>
    sendRaw(port, { target, headers: [["Host", own()], ...headers] });
  const startTarget = () => served.server.createStartLink().replace(served.server.url, "");

  it("gives a strict cookie and goes on to the window", async () => {
    const answer = await get(startTarget());
    expect(answer.status).toBe(303);
    expect(answer.headers).toMatch(/location: \/#key=\S{43}\r\n/i);
    expect(answer.headers).toMatch(
      /set-cookie: optievent-\d+=\S{43}; HttpOnly; SameSite=Strict; Path=\/\r\n/i,
    );
  });

  it("works once", async () => {
    const target = startTarget();
    await get(target);
    const again = await get(target);
    expect(again.status).toBe(403);
    expect(again.headers).not.toMatch(/set-cookie/i);
    expect(again.body).toContain("used already");
  });

  it("that was used goes on to the window in the browser that used it", async () => {
    const target = startTarget();
    await get(target);
    expect((await get(target, [["Cookie", cookie]])).status).toBe(303);
  });

  it("goes on from a page of ours when it was followed from elsewhere, for the strict cookie to be sent", async () => {
    const answer = await get(startTarget(), [
      ["Sec-Fetch-Site", "cross-site"],
      ["Sec-Fetch-Mode", "navigate"],
    ]);
    expect(answer.status).toBe(200);
    expect(answer.headers).toMatch(/set-cookie/i);
    expect(answer.body).toMatch(/content="0;url=\/#key=[\w-]{43}"/);
  });

  it("cannot be tried out by a script of another site", async () => {
    const answer = await get(startTarget(), [
      ["Sec-Fetch-Site", "cross-site"],
      ["Sec-Fetch-Mode", "no-cors"],
    ]);
    expect(answer.status).toBe(403);
  });

  it.each(["/start", "/start?token=", "/start?token=wrong", "/start?token=%00"])(
    "is not %s",
    async (target) => {
      expect((await get(target)).status).toBe(403);
    },
  );
});

describe("the control path", () => {
  const ask = (authorization: string, origin = `http://${own()}`) =>
    fetch(`${served.server.url}/control/start-link`, { method: "POST", headers: { authorization, origin } });

  it("gives a working link to whoever has the key", async () => {
    const answer = await ask(`Bearer ${CONTROL_KEY}`);
    const { value } = (await answer.json()) as { value: { url: string } };
    const start = await fetch(value.url, { redirect: "manual" });
    expect(start.status).toBe(303);
  });

  it.each(["", "Bearer ", "Bearer a-control-keY", "Bearer a-control-key2"])(
    "refuses the key %o",
    async (authorization) => {
      expect((await ask(authorization)).status).toBe(401);
    },
  );

  it("refuses a page, even with the key", async () => {
    expect((await ask(`Bearer ${CONTROL_KEY}`, "https://evil.example")).status).toBe(403);
  });
});

describe("the window's files", () => {
  const get = (target: string, headers: [string, string][] = [["Cookie", cookie]]) =>
    sendRaw(port, { target, headers: [["Host", own()], ...headers] });

  it("are served with their type", async () => {
    const answer = await get("/assets/window.js");
    expect(answer.status).toBe(200);
    expect(answer.headers).toMatch(/content-type: text\/javascript/i);
    expect(answer.headers).toMatch(/x-content-type-options: nosniff/i);
  });

  it("come as a document with a policy and a nonce of its own", async () => {
    const [first, second] = [await get("/"), await get("/")];
    const policy = /content-security-policy: (.*)\r\n/i.exec(first.headers)?.[1];
    expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self' 'nonce-[^']+';/);
    expect(policy).toContain(
      "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
    const nonce = /nonce-([^']+)/.exec(policy ?? "")?.[1];
    expect(first.body).toBe(`<meta name="csp-nonce" content="${nonce}">`);
    expect(second.body).not.toBe(first.body);
  });

  it.each([
    "/../secret.txt",
    "/assets/../../secret.txt",
    "/%2e%2e/secret.txt",
    "/..%2fsecret.txt",
    "/assets/..%2f..%2fsecret.txt",
    "/..\\secret.txt",
    "/%2e%2e%5csecret.txt",
    "/%252e%252e/secret.txt",
    "//etc/passwd",
    "/assets/",
    "/assets",
    "/assets/window.js%00.txt",
    "/__proto__",
    "/constructor",
  ])("hold nothing at %s", async (target) => {
    const answer = await get(target);
    expect(answer.status).toBe(404);
    expect(answer.body).not.toContain("outside");
  });

  it("are not for strangers", async () => {
    expect((await get("/assets/window.js", [])).status).toBe(401);
    const page = await get("/", []);
    expect(page.status).toBe(401);
    expect(page.body).toContain("prints a new link");
  });

  it("do not take other methods", async () => {
    const answer = await sendRaw(port, {
      method: "DELETE",
      target: "/",
      headers: [
        ["Host", own()],
        ["Origin", `http://${own()}`],
        ["Cookie", cookie],
      ],
    });
    expect(answer.status).toBe(405);
  });
});

describe("headers that do not come to an end", () => {
  it("do not hold up other requests", async () => {
    const sockets = Array.from({ length: 20 }, () => {
      const socket = connect(port, "127.0.0.1", () => socket.write("GET / HTTP/1.1\r\nHost: "));
      socket.on("error", () => undefined);
      return socket;
    });
    expect((await call({})).status).toBe(200);
    for (const socket of sockets) socket.destroy();
  });
});
