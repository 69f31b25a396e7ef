import { describe, expect, it } from "vitest";
import { environmentOf, systemEnvironment } from "./system-environment.ts";

describe("what the system says of an address", () => {
  it.each([
    ["DIRECT", undefined],
    ["", undefined],
    ["PROXY proxy.example:8080", "http://proxy.example:8080"],
    ["HTTPS proxy.example:443", "https://proxy.example:443"],
    ["PROXY first.example:1; PROXY second.example:2; DIRECT", "http://first.example:1"],
    ["SOCKS5 socks.example:1080; PROXY proxy.example:8080", "http://proxy.example:8080"],
    ["SOCKS5 socks.example:1080; DIRECT", undefined],
    ["SOCKS5 socks.example:1080", "socks5://socks.example:1080"],
  ])("%j means the proxy %s", (routes, expected) => {
    expect(environmentOf(routes)["all_proxy"]).toBe(expected);
  });
});

it("the system is asked only for connections that go by it", async () => {
  const asked: string[] = [];
  const source = {
    environment: { HTTPS_PROXY: "http://of-the-environment.example:1" },
    resolveProxy(url: string) {
      asked.push(url);
      return Promise.resolve("PROXY of-the-system.example:2");
    },
  };
  const url = "https://server.example/report";
  expect(await systemEnvironment(source, { proxy: { kind: "none" } }, url)).toBe(source.environment);
  expect(asked).toEqual([]);
  const system = { proxy: { kind: "system" } } as const;
  expect(await systemEnvironment(source, system, url)).toEqual({
    all_proxy: "http://of-the-system.example:2",
  });
  expect(await systemEnvironment({ ...source, resolveProxy: null }, system, url)).toBe(source.environment);
});
