import { QueryObserver } from "@tanstack/react-query";
import { describe, expect, it } from "vitest";
import type { Host } from "./host.ts";
import { createListeners } from "./listeners.ts";
import { callKey, createQueryClient, invalidateOnHostEvents } from "./query-client.ts";

function createHost() {
  const listeners = createListeners();
  const connectionListeners = new Set<() => void>();
  let connection: "connected" | "lost" = "connected";
  const host: Host = {
    call: () => Promise.reject(new Error("not called here")),
    on: (name, listener) => listeners.add(name, listener),
    connection: {
      current: () => connection,
      onChange(listener) {
        connectionListeners.add(listener);
        return () => connectionListeners.delete(listener);
      },
    },
  };
  function setConnection(next: "connected" | "lost") {
    connection = next;
    for (const listener of connectionListeners) listener();
  }
  return { host, listeners, setConnection };
}

function clientWithAnswers() {
  const client = createQueryClient();
  client.setQueryData(callKey("tenants.list", {}), []);
  client.setQueryData(callKey("settings.get", {}), {});
  const isStale = (name: "tenants.list" | "settings.get") =>
    client.getQueryState(callKey(name, {}))?.isInvalidated;
  return { client, isStale };
}

describe("answers kept by the window", () => {
  it("are asked again when the host says that they changed, and only those", () => {
    const { host, listeners } = createHost();
    const { client, isStale } = clientWithAnswers();
    invalidateOnHostEvents(host, client);
    listeners.tell({ name: "tenants.changed", payload: {} });
    expect([isStale("tenants.list"), isStale("settings.get")]).toEqual([true, false]);
  });

  it("are asked again where the change came while the first load was on its way", async () => {
    const { host, listeners } = createHost();
    const client = createQueryClient();
    invalidateOnHostEvents(host, client);
    const first = Promise.withResolvers<string>();
    const answers = [first.promise, Promise.resolve("after the change")];
    const queryKey = callKey("tenants.list", {});
    const observer = new QueryObserver(client, { queryKey, queryFn: () => answers.shift() });
    const stop = observer.subscribe(() => {});
    listeners.tell({ name: "tenants.changed", payload: {} });
    first.resolve("before the change");
    await expect.poll(() => observer.getCurrentResult().data).toBe("after the change");
    stop();
  });

  it("are all asked again once a lost connection is back", () => {
    const { host, setConnection } = createHost();
    const { client, isStale } = clientWithAnswers();
    invalidateOnHostEvents(host, client);
    setConnection("lost");
    expect(isStale("tenants.list")).toBe(false);
    setConnection("connected");
    expect([isStale("tenants.list"), isStale("settings.get")]).toEqual([true, true]);
  });

  it("are left alone after listening was stopped", () => {
    const { host, listeners } = createHost();
    const { client, isStale } = clientWithAnswers();
    invalidateOnHostEvents(host, client)();
    listeners.tell({ name: "tenants.changed", payload: {} });
    expect(isStale("tenants.list")).toBe(false);
  });
});
