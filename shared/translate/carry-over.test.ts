import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Catalog } from "../domain/catalog.ts";
import { connectionSchema, type Api } from "../domain/tenant.ts";
import { carryOver, type CarryPlace } from "./carry-over.ts";

function catalogOf(id: number, names: readonly string[], key = "deposit"): Catalog {
  const parameters = names.map((name) => ({ name, type: "number" as const }));
  return { format: "optievent-catalog/1", name: "Demo", events: [{ key, id, parameters }] };
}

function place(tenantName: string, tenantNumber: number | null, api: Api, catalog: Catalog): CarryPlace {
  return {
    tenantName,
    tenantNumber,
    catalog,
    connection: connectionSchema.parse({ api, endpoint: "gateway:local" }),
  };
}

const text = '{ "tenant": 999, "event": "deposit", "customer": "c", "context": {"amount": 100.00, "x": 1} }';
const here = place("Sandbox", 999, "optievent", catalogOf(1105, ["amount", "bonus"]));

const carry = (of: string, from: CarryPlace, to: CarryPlace) =>
  carryOver({ text: of, eventKey: "deposit", from, to });

describe("a draft taken to another tenant", () => {
  it("has that tenant's number, and is the same to the character otherwise", () => {
    const there = place("Retail EU", 3013, "optievent", here.catalog ?? catalogOf(1, []));
    expect(carry(text, here, there)).toEqual({ text: text.replace("999", "3013"), notCarried: [] });
  });

  it("keeps a number that was another one on purpose", () => {
    const wrong = text.replace("999", '"999x"');
    const there = place("Retail EU", 3013, "optievent", catalogOf(1105, ["amount"]));
    expect(carry(wrong, here, there).text).toBe(wrong);
  });

  it("names what that tenant has not configured", () => {
    const there = place("Retail EU", 3013, "optievent", catalogOf(1105, ["bonus"]));
    expect(carry(text, here, there).notCarried.map(({ path }) => path)).toEqual(["/context/amount"]);
    const without = place("Retail EU", 3013, "optievent", catalogOf(1, [], "other"));
    expect(carry(text, here, without).notCarried[0]?.reason).toContain('no event "deposit"');
  });

  it("has the id that the event has there", () => {
    const realtime = '{"tid":"{{secret:token}}","cid":"c","eid":1105,"context":{}}';
    const from = place("Sandbox", null, "realtime", catalogOf(1105, []));
    const to = place("Retail EU", null, "realtime", catalogOf(2210, []));
    expect(carry(realtime, from, to).text).toBe(realtime.replace("1105", "2210"));
  });
});

describe("a draft taken to the other API", () => {
  it("is in its form, and what has no place there is named", () => {
    const stamped = text.replace('"context"', '"timestamp": "{{$now}}", "context"');
    const there = place("Sandbox", 999, "realtime", here.catalog ?? catalogOf(1, []));
    const carried = carry(stamped, here, there);
    expect(carried.text).toContain('"eid": 1105');
    expect(carried.text).toContain('"amount": 100.00');
    expect(carried.notCarried.map(({ path }) => path)).toEqual(["/timestamp"]);
  });
});

it("takes any text, and the same place leaves it as it is", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (any) => {
      expect(carry(any, here, here).text).toBe(any);
      carry(any, here, place("B", 1, "realtime", catalogOf(1, [])));
    }),
  );
});
