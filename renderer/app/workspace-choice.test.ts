import { describe, expect, it } from "vitest";
import type { TenantView } from "../../shared/contract/calls.ts";
import { settingsSchema } from "../../shared/domain/settings.ts";
import { connectionSchema, ruleProfileSchema, type Api } from "../../shared/domain/tenant.ts";
import { chooseWorkspace, shortAddress } from "./workspace-choice.ts";

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

describe("chooseWorkspace", () => {
  it("takes up what was used last", () => {
    const settings = settingsSchema.parse({ lastTenantId: "both", lastApi: "realtime" });
    const choice = chooseWorkspace([realtimeOnly, both], settings);
    expect(choice.tenant?.id).toBe("both");
    expect(choice.api).toBe("realtime");
    expect(choice.url).toBe("https://both.example/realtime");
  });

  it("takes the first tenant when the last one is gone", () => {
    const choice = chooseWorkspace([both], settingsSchema.parse({ lastTenantId: "gone" }));
    expect(choice.tenant?.id).toBe("both");
  });

  it("takes an API that the tenant has", () => {
    const choice = chooseWorkspace([realtimeOnly], settingsSchema.parse({ lastApi: "optievent" }));
    expect(choice.api).toBe("realtime");
    expect(choice.connection?.api).toBe("realtime");
  });

  it("has no tenant and no address when there are none", () => {
    const choice = chooseWorkspace([], settingsSchema.parse({}));
    expect(choice).toEqual({ tenant: null, api: "optievent", connection: null, url: null });
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
