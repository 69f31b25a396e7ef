import { describe, expect, it } from "vitest";
import { connectionSchema, tenantSchema, type Tenant } from "../../../shared/domain/tenant.ts";
import { readTenantForm } from "./read-tenant-form.ts";
import { formOf, NEW_TENANT, type ConnectionForm, type TenantForm } from "./tenant-form.ts";

const stored: Tenant = tenantSchema.parse({
  id: "retail",
  name: "Retail",
  kind: "test",
  colour: "teal",
  tenantNumber: 3013,
  catalogId: "demo",
  connections: [
    {
      api: "optievent",
      endpoint: "https://events.example/x",
      signed: true,
      allowedHosts: ["events.example", "*.other.example"],
      proxy: { kind: "address", url: "http://proxy.example:8080", userName: "qa" },
      caFile: "/etc/ca.pem",
      clientCertificate: { kind: "pem", certificateFile: "/a.pem", keyFile: "/b.pem" },
      verifyTls: false,
      timeouts: { connect: 1500, answer: 30_000, total: 60_000 },
    },
    {
      api: "realtime",
      endpoint: "https://realtime.example/x",
      eidType: "string",
      proxy: { kind: "system" },
      clientCertificate: { kind: "pfx", file: "/c.pfx" },
    },
  ],
  ruleProfile: { bothIdentities: "allowed", maxAgeDays: 0.5 },
});
const { id: _own, ...portable } = stored;

const withConnection = (changes: Partial<ConnectionForm>): TenantForm => {
  const form = formOf(stored);
  return {
    ...form,
    connections: { ...form.connections, optievent: { ...form.connections.optievent, ...changes } },
  };
};

describe("the form of a tenant", () => {
  it("describes the tenant it was made of", () => {
    expect(readTenantForm(formOf(stored), [])).toEqual({ tenant: portable, problems: new Map() });
  });

  it("leaves out a connection that is not used, and remembers it", () => {
    const { tenant } = readTenantForm(withConnection({ isUsed: false }), []);
    expect(tenant.connections.map(({ api }) => api)).toEqual(["realtime"]);
  });

  it("takes an empty list of hosts for the endpoint's, and an empty number for none", () => {
    const form = { ...withConnection({ allowedHosts: " \n" }), tenantNumber: " " };
    const { tenant } = readTenantForm(form, []);
    expect([tenant.connections[0]?.allowedHosts, tenant.tenantNumber]).toEqual([null, null]);
  });

  it("keeps the place for a new tenant's name and address", () => {
    expect([...readTenantForm(formOf(NEW_TENANT), []).problems.keys()]).toEqual([
      "name",
      "optievent.endpoint",
    ]);
  });

  it.each<[string, TenantForm, string]>([
    ["a name that is taken", { ...formOf(stored), name: "Taken" }, "name"],
    ["a number that is none", { ...formOf(stored), tenantNumber: "12a" }, "tenantNumber"],
    ["an endpoint without TLS", withConnection({ endpoint: "http://events.example" }), "optievent.endpoint"],
    ["a proxy that is none", withConnection({ proxyUrl: "http://" }), "optievent.proxyUrl"],
    ["a host with a path", withConnection({ allowedHosts: "a.example\nb/c" }), "optievent.allowedHosts"],
    ["no time at all", withConnection({ connectSeconds: "0" }), "optievent.connectSeconds"],
    ["a time that is none", withConnection({ totalSeconds: "1e3" }), "optievent.totalSeconds"],
    ["no key file", withConnection({ keyFile: " " }), "optievent.keyFile"],
    ["unchecked production", { ...formOf(stored), kind: "production" }, "optievent.verifyTls"],
    ["a limit of nothing", { ...formOf(stored), maxParameters: "0" }, "maxParameters"],
    ["no days", { ...formOf(stored), maxAgeDays: "" }, "maxAgeDays"],
  ])("says of %s at which field it is", (_what, form, field) => {
    expect([...readTenantForm(form, ["Taken"]).problems.keys()]).toEqual([field]);
  });

  it("says nothing of a proxy that is not used", () => {
    expect(readTenantForm(withConnection({ proxyKind: "none", proxyUrl: "x" }), []).problems.size).toBe(0);
    expect(
      connectionSchema.parse(readTenantForm(withConnection({ proxyKind: "none" }), []).tenant.connections[0])
        .proxy,
    ).toEqual({ kind: "none" });
  });
});
