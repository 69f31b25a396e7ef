import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { contentDisposition } from "./downloads.ts";
import { askForStartLink } from "./second-start.ts";
import { CONTROL_KEY, serveConsole, type ServedConsole } from "./testing/served-console.ts";
import type { SessionHeaders } from "./testing/session-headers.ts";

let served: ServedConsole;
let headers: SessionHeaders;

beforeEach(async () => {
  served = await serveConsole();
  headers = await served.signIn();
});

afterEach(() => served.close());

describe("events", () => {
  it("reach every window as one line each, until the console closes", async () => {
    const streams = await Promise.all(
      [0, 1].map(() => fetch(`${served.server.url}/api/events`, { headers })),
    );
    served.emit("drafts.changed", { tenantId: "7" });
    served.emit("settings.changed", {});
    await served.server.close();
    for (const stream of streams) {
      expect(stream.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
      expect(await stream.text()).toBe(
        ': connected\n\ndata: {"name":"drafts.changed","payload":{"tenantId":"7"}}\n\n' +
          'data: {"name":"settings.changed","payload":{}}\n\n',
      );
    }
  });
});

describe("a download", () => {
  const fetchIt = (url: string) => fetch(served.server.url + url, { headers });

  it("is streamed under its name, once", async () => {
    const saved = await served.downloads.saveFile("history.json", "application/json", ["[", "1", "]"]);
    if (saved.kind !== "download") throw new Error("It should be a download.");
    const answer = await fetchIt(saved.url);
    expect(await answer.text()).toBe("[1]");
    expect(answer.headers.get("content-disposition")).toContain('attachment; filename="history.json"');
    expect((await fetchIt(saved.url)).status).toBe(404);
  });

  it("is for whoever has a session", async () => {
    const saved = await served.downloads.saveFile("history.json", "application/json", ["[]"]);
    if (saved.kind !== "download") throw new Error("It should be a download.");
    expect((await fetch(served.server.url + saved.url)).status).toBe(401);
    expect(await (await fetchIt(saved.url)).text()).toBe("[]");
  });

  it("lets go of its source when nobody fetches it", async () => {
    let isReleased = false;
    function* source() {
      try {
        yield "never";
      } finally {
        isReleased = true;
      }
    }
    const chunks = source();
    chunks.next();
    await served.downloads.saveFile("history.json", "application/json", chunks);
    await served.server.close();
    expect(isReleased).toBe(true);
  });

  it("tells of a source that fails, and does not look whole", async () => {
    function* source() {
      yield "[";
      throw new Error("disk");
    }
    const saved = await served.downloads.saveFile("history.json", "application/json", source());
    if (saved.kind !== "download") throw new Error("It should be a download.");
    await expect(fetchIt(saved.url).then((answer) => answer.text())).rejects.toThrow();
    expect(served.defects).toHaveLength(1);
  });

  it("has a name that cannot break out of its header", () => {
    expect(contentDisposition('a"b\r\nSet-Cookie: x.json')).toBe(
      "attachment; filename=\"a_b__Set-Cookie__x.json\"; filename*=UTF-8''a%22b%0D%0ASet-Cookie%3A%20x.json",
    );
  });
});

describe("a second start", () => {
  it("gets a link from the console that runs", async () => {
    const link = await askForStartLink(served.server.url, CONTROL_KEY);
    const answer = await fetch(link ?? "", { redirect: "manual" });
    expect(answer.status).toBe(303);
  });

  it("gets none with another key, and none where nothing answers", async () => {
    expect(await askForStartLink(served.server.url, "another")).toBeNull();
    await served.server.close();
    expect(await askForStartLink(served.server.url, CONTROL_KEY)).toBeNull();
  });
});

describe("a call", () => {
  const call = (session: SessionHeaders, window?: string) =>
    fetch(`${served.server.url}/api/settings.get`, {
      method: "POST",
      headers: {
        ...session,
        origin: served.server.url,
        "content-type": "application/json",
        ...(window === undefined ? {} : { "optievent-window": window }),
      },
      body: "{}",
    });

  it("says which window it comes from: its session and the name the window gave itself", async () => {
    const other = await served.signIn();
    await call(headers, "one");
    await call(headers, "one");
    await call(headers, "two");
    await call(other, "one");
    await call(headers);
    const windows = served.callers.map((caller) => caller?.windowId);
    expect(windows[0]).toBe(windows[1]);
    expect(new Set(windows).size).toBe(4);
    for (const window of windows) expect(window).not.toContain(headers.cookie.split("=")[1]);
  });
});
