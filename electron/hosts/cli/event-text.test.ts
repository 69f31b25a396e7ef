import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { catalogSchema } from "../../../shared/domain/catalog.ts";
import { connectionSchema } from "../../../shared/domain/tenant.ts";
import { writeEventText, type DescribedEvent } from "./event-text.ts";

const CATALOG = catalogSchema.parse({
  format: "optievent-catalog/1",
  name: "Test",
  events: [
    {
      key: "purchase",
      id: 1101,
      parameters: [
        { name: "sku", type: "string" },
        { name: "amount", type: "number" },
        { name: "gift", type: "boolean" },
      ],
    },
  ],
});
const OPTIEVENT = connectionSchema.parse({ api: "optievent", endpoint: "https://host.example/" });
const REALTIME = connectionSchema.parse({ api: "realtime", endpoint: "https://host.example/" });

function described(parameters: Readonly<Record<string, string>> = {}): DescribedEvent {
  return {
    key: "purchase",
    identity: { kind: "customer", value: "c1" },
    timestamp: null,
    parameters: Object.entries(parameters).map(([name, value]) => ({ name, value })),
  };
}

function contextOf(parameters: Readonly<Record<string, string>>): string {
  const text = writeEventText(described(parameters), OPTIEVENT, 999, CATALOG);
  return text.slice(text.indexOf(`"context": `) + 11, -2);
}

describe("writeEventText", () => {
  it("writes OptiEvent in the order of the documents, stamped at send", () => {
    expect(writeEventText(described({ amount: "100.00" }), OPTIEVENT, 999, CATALOG)).toBe(
      `{
  "tenant": 999,
  "event": "purchase",
  "customer": "c1",
  "timestamp": "{{$now}}",
  "context": {
    "amount": 100.00
  }
}`,
    );
  });

  it("writes Realtime with the catalog's id and a reference to the token", () => {
    expect(writeEventText(described(), REALTIME, null, CATALOG)).toBe(
      `{
  "tid": "{{secret:token}}",
  "cid": "c1",
  "eid": 1101,
  "context": {}
}`,
    );
  });

  it("writes the id as text where the connection wants that, and takes an id for a key", () => {
    const connection = { ...REALTIME, eidType: "string" } as const;
    expect(writeEventText(described(), connection, null, CATALOG)).toContain(`"eid": "1101"`);
    const byId = { ...described(), key: "1999" };
    expect(writeEventText(byId, REALTIME, null, CATALOG)).toContain(`"eid": 1999,`);
    const byName = { ...described(), key: "no_such" };
    expect(writeEventText(byName, REALTIME, null, CATALOG)).toContain(`"eid": "no_such"`);
  });

  it("types parameters by the catalog, and by their syntax where it says nothing", () => {
    expect(contextOf({ sku: "0042" })).toContain(`"sku": "0042"`);
    expect(contextOf({ sku: "true" })).toContain(`"sku": "true"`);
    expect(contextOf({ amount: "12345678901234567890" })).toContain(`"amount": 12345678901234567890`);
    expect(contextOf({ gift: "true" })).toContain(`"gift": true`);
    expect(contextOf({ event_os: "10" })).toContain(`"event_os": "10"`);
    expect(contextOf({ other: "1e400" })).toContain(`"other": 1e400`);
    expect(contextOf({ other: "007" })).toContain(`"other": "007"`);
    expect(contextOf({ other: "null" })).toContain(`"other": null`);
    expect(contextOf({ other: `"12"` })).toContain(`"other": "12"`);
  });

  it("lets a wrong type be sent on purpose", () => {
    expect(contextOf({ amount: "much" })).toContain(`"amount": "much"`);
    expect(contextOf({ gift: "1" })).toContain(`"gift": 1`);
  });

  it("writes valid JSON that holds what was given, whatever it is", () => {
    const text = fc.string({ unit: "grapheme" });
    fc.assert(
      fc.property(
        text,
        text,
        fc.uniqueArray(fc.tuple(text, text), { selector: ([name]) => name }),
        (key, customer, pairs) => {
          const event: DescribedEvent = {
            key,
            identity: { kind: "customer", value: customer },
            timestamp: null,
            parameters: pairs.map(([name, value]) => ({ name, value })),
          };
          const body: unknown = JSON.parse(writeEventText(event, OPTIEVENT, 1, CATALOG));
          expect(body).toMatchObject({ tenant: 1, event: key, customer });
          expect(Object.keys(Object(body).context).sort()).toEqual(pairs.map(([name]) => name).sort());
        },
      ),
    );
  });
});
