import { describe, expect, it } from "vitest";
import { connectionSchema, tenantSchema, type Connection, type Tenant } from "../domain/tenant.ts";
import { endpointProblem, proxyProblem } from "./endpoint.ts";
import { tenantProblems } from "./problems.ts";

const connection = (changes: Partial<Connection> = {}): Connection => ({
  ...connectionSchema.parse({ api: "optievent", endpoint: "https://events.example/x" }),
  ...changes,
});

function problems(changes: Partial<Tenant>, others: string[] = []) {
  const tenant = tenantSchema.parse({
    id: "t",
    name: "Shop",
    kind: "test",
    tenantNumber: 1,
    catalogId: null,
    connections: [connection()],
    ...changes,
  });
  return tenantProblems(tenant, others).map(({ path }) => path.join("."));
}

describe("an endpoint", () => {
  it.each([
    "gateway:local",
    "https://gateway.optimove.events/reportEvent",
    "https://host.example:8443/a?b=c",
    "http://localhost:4000/optievent",
    "http://127.0.0.1/x",
    "http://[::1]:1/x",
  ])("may be %s", (endpoint) => expect(endpointProblem(endpoint)).toBeNull());

  it.each([
    ["", "whole address"],
    ["host.example/path", "whole address"],
    [" https://host.example/", "whole address"],
    ["https://", "whole address"],
    ["gateway:other", "whole address"],
    ["http://host.example/x", "https://"],
    ["http://localhost.example/x", "https://"],
    ["ftp://localhost/x", "https://"],
    ["https://user:secret@host.example/", "user name"],
    ["https://token@host.example/", "user name"],
    ["https://host.example/x#part", "#"],
    ["https://host.example/x#", "#"],
  ])("may not be %j", (endpoint, words) => {
    expect(endpointProblem(endpoint)).toContain(words);
    expect(endpointProblem(endpoint)).not.toContain("secret");
  });
});

describe("a proxy", () => {
  it.each(["http://proxy.example:8080", "https://proxy.example", "http://127.0.0.1:3128/"])(
    "may be %s",
    (address) => expect(proxyProblem(address)).toBeNull(),
  );

  it.each([
    "proxy.example:8080",
    "socks5://proxy.example:1080",
    "http://a:b@proxy.example",
    "http://proxy.example/pac",
  ])("may not be %s", (address) => expect(proxyProblem(address)).not.toBeNull());
});

describe("a tenant", () => {
  it("can be fine", () => expect(problems({}, ["Other"])).toEqual([]));

  it.each<[string, Partial<Tenant>, string]>([
    ["no name but spaces", { name: "  " }, "name"],
    ["a name that is taken", { name: "Taken " }, "name"],
    ["one API twice", { connections: [connection(), connection()] }, "connections"],
    ["a bad endpoint", { connections: [connection({ endpoint: "x" })] }, "connections.0.endpoint"],
    [
      "a bad host",
      { connections: [connection({ allowedHosts: ["a.example", "https://b"] })] },
      "connections.0.allowedHosts.1",
    ],
    [
      "unchecked production",
      { kind: "production", connections: [connection({ verifyTls: false })] },
      "connections.0.verifyTls",
    ],
    [
      "unchecked hosts of the vendor",
      { connections: [connection({ verifyTls: false, endpoint: "https://x.optimove.net/" })] },
      "connections.0.verifyTls",
    ],
  ])("is refused with %s, at the field", (_what, changes, path) => {
    expect(problems(changes, ["Taken"])).toEqual([path]);
  });

  it("of a test kind may leave certificates unchecked", () => {
    expect(problems({ connections: [connection({ verifyTls: false })] })).toEqual([]);
  });
});
