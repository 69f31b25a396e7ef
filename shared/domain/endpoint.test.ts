import { describe, expect, it } from "vitest";
import { resolveEndpoint } from "./endpoint.ts";
import { LOCAL_GATEWAY_ENDPOINT } from "./tenant.ts";

describe("the address of a connection", () => {
  it("is its own endpoint, unchanged", () => {
    const endpoint = "https://gateway.optimove.events/reportEvent";
    expect(resolveEndpoint({ api: "realtime", endpoint }, "http://127.0.0.1:1")).toBe(endpoint);
  });

  it("is the running gateway's for the local one, with the path of the API", () => {
    const endpoint = LOCAL_GATEWAY_ENDPOINT;
    expect(resolveEndpoint({ api: "optievent", endpoint }, "http://127.0.0.1:1")).toBe(
      "http://127.0.0.1:1/optievent",
    );
    expect(resolveEndpoint({ api: "realtime", endpoint }, "http://127.0.0.1:1")).toBe(
      "http://127.0.0.1:1/reportEvent",
    );
  });

  it("is none for the local gateway while it does not run", () => {
    expect(resolveEndpoint({ api: "realtime", endpoint: LOCAL_GATEWAY_ENDPOINT }, null)).toBeNull();
  });
});
