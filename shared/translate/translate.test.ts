import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Catalog } from "../domain/catalog.ts";
import { connectionSchema, type Api } from "../domain/tenant.ts";
import { damagedJsonText, jsonText } from "../json/test-support/arbitrary-json.ts";
import { nodeAt } from "../json/path.ts";
import { parseJson } from "../json/parse.ts";
import { toValue } from "../json/value.ts";
import { translateDraft, type Translation } from "./translate.ts";

const CATALOG: Catalog = {
  format: "optievent-catalog/1",
  name: "Test",
  events: [
    { key: "newsletter_signup", id: 1101, parameters: [] },
    { key: "no_number", parameters: [] },
  ],
};

/** The request example of the vendor's OptiEvent document, as it is laid out there. */
const SEED = `{
        "tenant":999,
    	"event":"newsletter_signup",
    	"customer":"johndoe@domain.com",
    	"visitor":"b449f7778d4981a5",
    	"timestamp":"2020-04-12 17:32:06.094 UTC",
        "context": {
            "email":"johndoe@domain.com",
            "opt_in":true}
    }`;

function translate(text: string, to: Api, more: { eidType?: "number" | "string" } = {}): Translation {
  const from = to === "realtime" ? "optievent" : "realtime";
  const connection = connectionSchema.parse({ api: to, endpoint: "https://a.b", ...more });
  return translateDraft({ text, from, to, event: null, catalog: CATALOG, tenantNumber: 999, connection });
}

function translated(text: string, to: Api, more: { eidType?: "number" | "string" } = {}) {
  const result = translate(text, to, more);
  if (!result.ok) throw new Error(result.problem.message);
  return result;
}

describe("an OptiEvent draft as Realtime", () => {
  it("carries customer, event and context, in the draft's own layout, and names the rest", () => {
    expect(translated(SEED, "realtime")).toEqual({
      ok: true,
      text: `{
    "tid":"{{secret:token}}",
    "cid":"johndoe@domain.com",
    "eid":1101,
    "context":{
            "email":"johndoe@domain.com",
            "opt_in":true}
}`,
      notCarried: [
        { path: "/visitor", reason: "The documents of Realtime know no visitor." },
        {
          path: "/timestamp",
          reason: "Realtime has no timestamp: the time of the event is the time of receipt.",
        },
      ],
    });
  });

  it("writes the number of the event as the tenant wants it", () => {
    const text = '{"tenant":999,"event":"newsletter_signup","customer":"a","context":{}}';
    expect(translated(text, "realtime", { eidType: "string" }).text).toBe(
      '{"tid":"{{secret:token}}","cid":"a","eid":"1101","context":{}}',
    );
  });

  it.each([
    ["no_number", "null", ["/event"]],
    ["unheard_of", "null", ["/event"]],
    ["1205", "1205", []],
  ])("says when the catalog has no number for the event: %s", (key, eid, paths) => {
    const { text, notCarried } = translated(`{"tenant":999,"event":"${key}","customer":"a"}`, "realtime");
    expect(text).toContain(`"eid":${eid}`);
    expect(notCarried.map(({ path }) => path)).toEqual(paths);
  });

  it("takes the event that validation found, and says that its key is written otherwise", () => {
    const connection = connectionSchema.parse({ api: "realtime", endpoint: "https://a.b" });
    const text = '{"event":"Newsletter_Signup"}';
    const event = CATALOG.events[0] ?? null;
    const input = { text, event, connection, catalog: CATALOG, tenantNumber: 999 };
    expect(translateDraft({ ...input, from: "optievent", to: "realtime" })).toMatchObject({
      text: expect.stringContaining("1101") as string,
      notCarried: [{ path: "/event" }],
    });
  });

  it("names a tenant that is not the chosen one, repeated fields and unknown fields", () => {
    const text = '{"tenant":"999","customer":"a","customer":"b","metadata":{},"Context":{"a":1}}';
    const result = translated(text, "realtime");
    expect(result.text).toBe('{"tid":"{{secret:token}}","cid":"b","context":{"a":1}}');
    expect(result.notCarried.map(({ path }) => path)).toEqual(["/tenant", "/customer", "/metadata"]);
  });

  it("says that a visitor alone leaves no identity", () => {
    const [visitor] = translated('{"visitor":"b4"}', "realtime").notCarried;
    expect(visitor?.reason).toContain("no identity");
  });
});

describe("a Realtime draft as OptiEvent", () => {
  it("carries customer, event and context, and is stamped when sent", () => {
    const text = '{"tid": "{{secret:token}}", "cid": "a", "eid": "1101", "context": {"n": 100.00}}';
    expect(translated(text, "optievent")).toEqual({
      ok: true,
      text: '{"tenant": 999, "event": "newsletter_signup", "customer": "a", "timestamp": "{{$now}}", "context": {"n": 100.00}}',
      notCarried: [],
    });
  });

  it("leaves a token behind, keeps an SDK's visitor, and puts an unknown number in the key's place", () => {
    const result = translated('{"tid":"0123456789abcdef","visitorId":"b4","eid":4242}', "optievent");
    expect(result.text).toBe('{"tenant":999,"event":"4242","visitor":"b4","timestamp":"{{$now}}"}');
    expect(result.notCarried.map(({ path }) => path)).toEqual(["/tid", "/eid"]);
    expect(JSON.stringify(result)).not.toContain("0123456789abcdef");
  });
});

describe("translating", () => {
  const values = jsonText.map((text) => text.trim());

  it("keeps the text of customer and context, there and back", () => {
    fc.assert(
      fc.property(values, values, (customer, context) => {
        const draft = `{"tenant":999,"event":"newsletter_signup","customer":${customer},"context":${context}}`;
        const there = translated(draft, "realtime").text;
        expect(valueText(there, "cid")).toBe(customer);
        expect(valueText(there, "context")).toBe(context);
        const back = translated(there, "optievent").text;
        expect(valueText(back, "customer")).toBe(customer);
        expect(valueText(back, "context")).toBe(context);
        expect(valueText(back, "event")).toBe('"newsletter_signup"');
      }),
    );
  });

  it("answers any text with a draft or the reason, and never throws", () => {
    fc.assert(
      fc.property(fc.oneof(jsonText, damagedJsonText, fc.string()), fc.boolean(), (text, isRealtime) => {
        const result = translate(text, isRealtime ? "realtime" : "optievent");
        if (result.ok) expect(parseJson(result.text).ok).toBe(true);
        else expect(result.problem.message).not.toBe("");
      }),
    );
  });

  it("accounts for every field of the draft", () => {
    const names = fc.constantFrom(
      "tenant",
      "event",
      "customer",
      "visitor",
      "timestamp",
      "context",
      "x",
      "cid",
    );
    fc.assert(
      fc.property(fc.uniqueArray(names), (fields) => {
        const draft = JSON.stringify(Object.fromEntries(fields.map((name) => [name, `value of ${name}`])));
        const { text, notCarried } = translated(draft, "realtime");
        for (const name of fields) {
          const isNamed = notCarried.some(({ path }) => path === `/${name}`);
          expect(isNamed || text.includes(`value of ${name}`)).toBe(true);
        }
      }),
    );
  });

  it("leaves a draft of the same API as it is", () => {
    const connection = connectionSchema.parse({ api: "realtime", endpoint: "https://a.b" });
    const input = { text: "no JSON", event: null, catalog: null, tenantNumber: null, connection };
    expect(translateDraft({ ...input, from: "realtime", to: "realtime" })).toEqual({
      ok: true,
      text: "no JSON",
      notCarried: [],
    });
  });
});

function valueText(text: string, name: string): string | null {
  const parsed = parseJson(text);
  if (!parsed.ok) return null;
  const node = nodeAt(parsed.root, [name]);
  expect(toValue(parsed.root)).toHaveProperty([name]);
  return node === undefined ? null : text.slice(node.start, node.end);
}
