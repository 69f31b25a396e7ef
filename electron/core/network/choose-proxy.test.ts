import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chooseProxy, type Environment } from "./choose-proxy.ts";
import { isExcepted } from "./proxy-exceptions.ts";

const endpoint = "https://events.example/x";

/** The proxy that the system's settings mean, as one line; "direct" or the name of the variable where there is none. */
function systemProxy(environment: Environment, url = endpoint): string {
  const decision = chooseProxy({ kind: "system" }, new URL(url), environment, null);
  if (decision.kind !== "proxy")
    return decision.kind === "direct" ? "direct" : `unusable ${decision.variable}`;
  const { route } = decision;
  return [route.url.host, route.userName, route.password].filter((part) => part !== null).join(" ");
}

describe("the system's proxy", () => {
  it.each<[string, Environment, string]>([
    ["none", {}, "direct"],
    ["of the scheme", { HTTPS_PROXY: "http://p.example:3128" }, "p.example:3128"],
    ["of the other scheme", { HTTP_PROXY: "http://p.example:3128" }, "direct"],
    ["of all", { ALL_PROXY: "http://all.example:1" }, "all.example:1"],
    [
      "own before all",
      { ALL_PROXY: "http://all.example:1", https_proxy: "http://own.example:1" },
      "own.example:1",
    ],
    ["lower case first", { HTTPS_PROXY: "http://upper:1", https_proxy: "http://lower:1" }, "lower:1"],
    ["blank", { https_proxy: " ", HTTPS_PROXY: "http://upper:1" }, "upper:1"],
    ["without a scheme", { https_proxy: "p.example:3128" }, "p.example:3128"],
    ["with a user", { https_proxy: "http://us%40er:p%3Aw@p.example:1" }, "p.example:1 us@er p:w"],
    ["with a lone percent", { https_proxy: "http://user:100%@p.example:1" }, "p.example:1 user 100%"],
    ["of another kind", { https_proxy: "socks5://p.example:1080" }, "unusable https_proxy"],
    ["no address", { ALL_PROXY: "http://" }, "unusable ALL_PROXY"],
    ["excepted", { https_proxy: "http://p:1", NO_PROXY: "other.example, .example" }, "direct"],
  ])("%s", (_what, environment, expected) => {
    expect(systemProxy(environment)).toBe(expected);
  });

  it.each(["https://localhost:1/", "http://127.0.0.1:1/", "https://[::1]/", "http://a.localhost/"])(
    "is never used for this computer (%s)",
    (url) => {
      expect(systemProxy({ ALL_PROXY: "http://p.example:1" }, url)).toBe("direct");
    },
  );
});

describe("the connection's proxy", () => {
  it("is used for whatever address, with its user and the stored password", () => {
    const choice = { kind: "address", url: "http://p.example:8080", userName: "qa" } as const;
    const environment = { NO_PROXY: "*" };
    expect(chooseProxy(choice, new URL("https://localhost/"), environment, "secret")).toMatchObject({
      kind: "proxy",
      route: { userName: "qa", password: "secret" },
    });
  });

  it("is none where the connection wants none, whatever the system says", () => {
    const environment = { HTTPS_PROXY: "http://p.example:1" };
    expect(chooseProxy({ kind: "none" }, new URL(endpoint), environment, null)).toEqual({ kind: "direct" });
  });
});

describe("NO_PROXY", () => {
  it.each([
    ["*", "https://a.example/", true],
    ["a.example", "https://a.example/", true],
    ["a.example", "https://b.a.example/", true],
    [".a.example", "https://a.example/", true],
    ["*.a.example", "https://b.a.example/", true],
    ["A.EXAMPLE", "https://a.example./", true],
    ["a.example", "https://ba.example/", false],
    ["b.a.example", "https://a.example/", false],
    ["a.example:8443", "https://a.example:8443/", true],
    ["a.example:8443", "https://a.example/", false],
    ["a.example:443", "https://a.example/", true],
    ["10.0.0.0/8", "https://10.20.30.40/", true],
    ["10.0.0.0/8", "https://11.20.30.40/", false],
    ["10.0.0.0/99", "https://10.0.0.1/", false],
    ["fd00::/8", "https://[fd00::1]/", true],
    ["fd00::1", "https://[fd00::1]/", true],
    ["[fd00::1]:443", "https://[fd00::1]/", true],
    ["0.0.1", "https://10.0.0.1/", false],
    ["", "https://a.example/", false],
    [" , ,x.example\ta.example", "https://a.example/", true],
    [".", "https://a.example/", false],
  ])("%j and %s: %s", (exceptions, url, expected) => {
    expect(isExcepted(new URL(url), exceptions)).toBe(expected);
  });

  it("may be any text", () => {
    fc.assert(fc.property(fc.string(), (text) => typeof isExcepted(new URL(endpoint), text) === "boolean"));
  });
});
