import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tenantSchema, type Tenant } from "../domain/tenant.ts";
import { freeName } from "../text/free-name.ts";
import { adoptTenants, readTenantsFile, TENANTS_FORMAT, writeTenantsFile } from "./tenants-file.ts";

const tenant: Tenant = tenantSchema.parse({
  id: "retail",
  name: "Retail EU",
  kind: "production",
  tenantNumber: 3013,
  catalogId: "demo",
  colour: "blue",
  connections: [
    {
      api: "optievent",
      endpoint: "https://server-3013.optimove.net/reportServer",
      signed: true,
      allowedHosts: ["*.optimove.net"],
      proxy: { kind: "address", url: "http://proxy.example:8080", userName: "qa" },
    },
  ],
});

const NONE = { variables: [], pinned: [] };

/** The file of one tenant with a text in it replaced by another. */
function file(from: string, to: string): string {
  const text = writeTenantsFile([tenant], () => NONE);
  if (!text.includes(from)) throw new Error(`The file has no ${from}.`);
  return text.replace(from, to);
}

describe("a file of tenants", () => {
  it("says what it is, and comes back as it was but for the id", () => {
    const text = writeTenantsFile([tenant], () => NONE);
    expect(JSON.parse(text)).toMatchObject({ format: TENANTS_FORMAT });
    const { id: _own, ...portable } = tenant;
    expect(readTenantsFile(text)).toEqual({ ok: true, tenants: [{ tenant: portable, values: NONE }] });
    expect(text).not.toMatch(/variables|pinned/u);
  });

  it("brings variables and pinned values along, and says which", () => {
    const values = {
      variables: [{ name: "who", value: "c-1" }],
      pinned: [{ name: "amount", valueText: "100.00" }],
    };
    const reading = readTenantsFile(writeTenantsFile([tenant], () => values));
    const { id: _own, ...portable } = tenant;
    expect(reading).toEqual({ ok: true, tenants: [{ tenant: portable, values }] });
    const [adopted] = adoptTenants([{ tenant: portable, values }], { names: [], catalogIds: ["demo"] });
    expect(adopted?.values).toEqual(values);
    expect(adopted?.remarks.join(" ")).toMatch(/variables: who\..*pinned values: amount\./u);
  });

  it.each([
    ["no JSON", '"kind": "production"', '"kind": production', ""],
    ["another format", "tenants/1", "tenants/9", "/format"],
    ["a misspelt field", '"signed"', '"singed"', "/tenants/0/connections/0/singed"],
    ["a token", '"colour"', '"token": "abc", "colour"', "/tenants/0/token"],
    ["a wrong type", "3013,", '"3013",', "/tenants/0/tenantNumber"],
    ["an endpoint without TLS", "https://", "http://", "/tenants/0/connections/0/endpoint"],
    ["an endpoint with a password", "https://", "https://a:b@", "/tenants/0/connections/0/endpoint"],
    ["a proxy that is none", "http://proxy", "socks5://proxy", "/tenants/0/connections/0/proxy/url"],
    ["unchecked production", 'Tls": true', 'Tls": false', "/tenants/0/connections/0/verifyTls"],
  ])("with %s is refused with line and field", (_what, from, to, path) => {
    const text = file(from, to);
    const line = text.slice(0, text.indexOf(to)).split("\n").length;
    const reading = readTenantsFile(text);
    expect(reading).toMatchObject({ ok: false, problems: [{ line, path }] });
    const words = reading.ok ? "" : (reading.problems[0]?.message ?? "");
    expect(words).toMatch(/^[A-Z"].*\.$/);
    expect(words).not.toContain("a:b");
  });

  it("may be any text at all without more harm than a refusal", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(readTenantsFile(text).ok).toBe(false);
      }),
    );
  });

  it("says where a field is missing: at what it is missing from", () => {
    const reading = readTenantsFile(file('"name": "Retail EU",', ""));
    expect(reading).toMatchObject({ ok: false, problems: [{ line: 4, path: "/tenants/0/name" }] });
  });
});

describe("taking tenants over", () => {
  const { id: _own, ...portable } = tenant;
  const adopt = (changes: Partial<Tenant>, names: string[] = [], catalogIds = ["demo"]) =>
    adoptTenants([{ tenant: { ...portable, ...changes }, values: NONE }], { names, catalogIds })[0];

  it("changes nothing that fits", () => {
    expect(adopt({})).toEqual({ tenant: portable, values: NONE, remarks: [] });
  });

  it("numbers a name that is taken, by the file itself too", () => {
    const one = { tenant: portable, values: NONE };
    const twice = adoptTenants([one, one], { names: ["Retail EU"], catalogIds: ["demo"] });
    expect(twice.map(({ tenant: { name } }) => name)).toEqual(["Retail EU (2)", "Retail EU (3)"]);
    expect(twice[0]?.remarks).toHaveLength(1);
  });

  it("leaves out a catalog that is not there", () => {
    const adopted = adopt({}, [], []);
    expect(adopted?.tenant.catalogId).toBeNull();
    expect(adopted?.remarks[0]).toContain('"demo"');
  });

  it("never takes over that production hosts are harmless", () => {
    const adopted = adopt({ kind: "test", productionHostsAcknowledged: true });
    expect(adopted?.tenant.productionHostsAcknowledged).toBe(false);
    expect(adopted?.remarks).toHaveLength(1);
  });
});

describe("a free name", () => {
  it("is none that is taken", () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.constantFrom("a", "a (2)", "a (3)", "b")), (other, taken) => {
        for (const name of ["a", other]) expect(taken).not.toContain(freeName(name, new Set(taken)));
      }),
    );
  });
});
