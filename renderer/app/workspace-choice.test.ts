import { describe, expect, it } from "vitest";
import type { TenantView } from "../../shared/contract/calls.ts";
import { settingsSchema } from "../../shared/domain/settings.ts";
import { connectionSchema, ruleProfileSchema, type Api } from "../../shared/domain/tenant.ts";
import { chooseWorkspace, shortAddress, tenantAtStart } from "./workspace-choice.ts";

function tenant(id: string, apis: readonly Api[]): TenantView {
  return {
    id,
    name: id,
    kind: "test",
    tenantNumber: 1,
    connections: apis.map((api) => connectionSchema.parse({ api, endpoint: `https://${id}.example/${api}` })),
    catalogId: null,
    ruleProfile: ruleProfileSchema.parse({}),
    colour: null,
    productionHostsAcknowledged: false,
    secrets: [],
    resolvedEndpoints: apis.map((api) => ({ api, url: `https://${id}.example/${api}` })),
  };
}

const both = tenant("both", ["optievent", "realtime"]);
const realtimeOnly = tenant("realtime-only", ["realtime"]);

const production = { ...tenant("production", ["optievent"]), kind: "production" as const };
const settings = settingsSchema.parse({ lastTenantId: "both", lastApi: "realtime" });

describe("a window's start", () => {
  it("takes up the tenant that was used last, else the first", () => {
    expect(tenantAtStart([realtimeOnly, both], "both")?.id).toBe("both");
    expect(tenantAtStart([realtimeOnly, both], "gone")?.id).toBe("realtime-only");
    expect(tenantAtStart([], "gone")).toBeNull();
  });

  it("never chooses production, not even as the last or the only one", () => {
    expect(tenantAtStart([production, both], "production")?.id).toBe("both");
    expect(tenantAtStart([production], "production")).toBeNull();
    const connections = [connectionSchema.parse({ api: "optievent", endpoint: "https://a.optimove.net/" })];
    const vendor = { ...tenant("vendor", []), connections };
    expect(tenantAtStart([vendor], "vendor")).toBeNull();
    expect(tenantAtStart([{ ...vendor, productionHostsAcknowledged: true }], "vendor")?.id).toBe("vendor");
  });
});

describe("chooseWorkspace", () => {
  it("works with the tenant chosen in this window, whatever other windows chose", () => {
    const choice = chooseWorkspace([realtimeOnly, both], settings, "realtime-only");
    expect(choice.tenant?.id).toBe("realtime-only");
    expect(choice.url).toBe("https://realtime-only.example/realtime");
    expect(choice.isProduction).toBe(false);
  });

  it("knows production", () => {
    const choice = chooseWorkspace([both, production], settings, "production");
    expect([choice.tenant?.id, choice.isProduction]).toEqual(["production", true]);
  });

  it("starts anew where the chosen tenant is gone", () => {
    expect(chooseWorkspace([production, both], settings, "gone").tenant?.id).toBe("both");
  });

  it("takes an API that the tenant has", () => {
    const optievent = settingsSchema.parse({ lastApi: "optievent" });
    const choice = chooseWorkspace([realtimeOnly], optievent, null);
    expect(choice.api).toBe("realtime");
    expect(choice.connection?.api).toBe("realtime");
  });

  it("has no tenant and no address when there are none", () => {
    const choice = chooseWorkspace([], settingsSchema.parse({}), null);
    const nothing = { tenant: null, connection: null, url: null, isProduction: false };
    expect(choice).toEqual({ ...nothing, api: "optievent" });
  });
});

describe("shortAddress", () => {
  it("leaves out the scheme and the query", () => {
    expect(shortAddress("http://127.0.0.1:48213/optievent?key=1")).toBe("127.0.0.1:48213/optievent");
  });

  it("shows what is no address as it is", () => {
    expect(shortAddress("not an address")).toBe("not an address");
  });
});
