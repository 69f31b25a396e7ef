import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { validatePayload } from "../../shared/validation/validate.ts";
import { eventNamed, readEnvelope } from "./envelope.ts";
import { anyEnvelope } from "./test-support/any-envelope.ts";

describe("the gateway's own reading of a body", () => {
  it("refuses nothing that the shared rules find right", () => {
    fc.assert(
      fc.property(fc.constantFrom("optievent", "realtime"), anyEnvelope(), (api, body) => {
        const { findings } = validatePayload({
          text: JSON.stringify(body),
          api,
          catalog: null,
          tenantNumber: 999,
          now: new Date("2020-04-13T00:00:00Z"),
        });
        const hasError = findings.some((finding) => finding.severity === "error");
        if (!readEnvelope(api, body).ok) expect(hasError).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it("reads what it needs", () => {
    expect(readEnvelope("optievent", { tenant: 999, event: "e", customer: "c", context: {} })).toEqual({
      ok: true,
      value: { api: "optievent", tenant: 999, event: "e" },
    });
    expect(readEnvelope("realtime", { tid: "t", eid: 1101, cid: "c" })).toEqual({
      ok: true,
      value: { api: "realtime", token: "t", event: "1101" },
    });
  });

  it("takes null for an identity that is not there, as SDKs write it", () => {
    expect(readEnvelope("optievent", { tenant: 1, event: "e", customer: null, visitor: "v" }).ok).toBe(true);
    expect(readEnvelope("optievent", { tenant: 1, event: "e", customer: null }).ok).toBe(false);
  });
});

describe("eventNamed", () => {
  it("reads the name of the event from whatever it can", () => {
    expect(eventNamed("optievent", { event: "e" })).toBe("e");
    expect(eventNamed("realtime", { eid: 1101 })).toBe("1101");
    expect(eventNamed("optievent", { event: 1 })).toBeNull();
    expect(eventNamed("realtime", [])).toBeNull();
    expect(eventNamed("optievent", null)).toBeNull();
  });
});
