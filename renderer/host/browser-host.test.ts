import { describe, expect, it } from "vitest";
import { createBrowserHost } from "./browser-host.ts";

function hostAnswering(answer: () => Promise<Response>) {
  const requests: { path: string; init: RequestInit }[] = [];
  let onMessage: (event: { readonly data: unknown }) => void = () => undefined;
  const host = createBrowserHost({
    windowId: "window-1",
    key: "key-1",
    fetch(path, init) {
      requests.push({ path, init });
      return answer();
    },
    openEvents: () => ({
      addEventListener(type: string, listener: (event: { readonly data: unknown }) => void) {
        if (type === "message") onMessage = listener;
      },
      close: () => undefined,
    }),
    later: () => undefined,
    parseLarge: (bytes) => Promise.resolve(JSON.parse(new TextDecoder().decode(bytes))),
  });
  return { host, requests, receive: (data: unknown) => onMessage({ data }) };
}

const json = (value: unknown, status = 200) => Promise.resolve(Response.json(value, { status }));

describe("the browser host", () => {
  it("posts the input to the call's own address and answers the value", async () => {
    const { host, requests } = hostAnswering(() => json({ ok: true, value: { wasRunning: true } }));
    expect(await host.call("exchange.cancel", { sendId: "a" })).toEqual({
      ok: true,
      value: { wasRunning: true },
    });
    expect(requests[0]?.path).toBe("/api/exchange.cancel");
    expect(requests[0]?.init.body).toBe('{"sendId":"a"}');
    expect(new Headers(requests[0]?.init.headers).get("optievent-window")).toBe("window-1");
    expect(new Headers(requests[0]?.init.headers).get("optievent-key")).toBe("key-1");
  });

  it("hands on a failure as the console gave it", async () => {
    const error = { code: "tenant.not-found", message: "There is no such tenant." };
    const { host } = hostAnswering(() => json({ ok: false, error }));
    expect(await host.call("tenants.list", {})).toEqual({ ok: false, error });
  });

  it.each([
    ["the connection breaks", () => Promise.reject(new TypeError("failed to fetch")), "host.unreachable"],
    ["the answer is not JSON", () => Promise.resolve(new Response("<html>")), "host.unreachable"],
    ["the window is not known", () => json({}, 401), "host.refused"],
    ["the answer is no Result", () => json({ value: 1 }), "host.unreadable"],
    ["the value breaks the contract", () => json({ ok: true, value: [{}] }), "host.unreadable"],
  ] as const)("answers a failure when %s", async (_case, answer, code) => {
    const { host } = hostAnswering(answer);
    const result = await host.call("tenants.list", {});
    expect(result).toMatchObject({ ok: false, error: { code } });
  });

  it("tells listeners of their own event only, until they stop listening", () => {
    const { host, receive } = hostAnswering(() => json(null));
    const seen: (string | null)[] = [];
    const stop = host.on("history.changed", (payload) => seen.push(payload.latestId));
    receive('{"name":"drafts.changed","payload":{"tenantId":"t"}}');
    receive('{"name":"history.changed","payload":{"latestId":"1"}}');
    receive('{"name":"history.changed","payload":{}}');
    receive("not json");
    stop();
    receive('{"name":"history.changed","payload":{"latestId":"2"}}');
    expect(seen).toEqual(["1"]);
  });
});
