import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readEventFacts } from "./read-event.ts";
import { catalog as stored } from "./test-support/test-console.ts";

const { catalog } = stored;

describe("the event and the identity of a request", () => {
  it.each([
    ['{"event":"a","customer":"c"}', "a", { kind: "customer", value: "c" }],
    ['{"event":"a","visitor":"v"}', "a", { kind: "visitor", value: "v" }],
    ['{"event":"a","customer":"c","visitor":"v"}', "a", { kind: "customer", value: "c" }],
    ['{"event":"a","customer":"","visitor":"v"}', "a", { kind: "visitor", value: "v" }],
    [
      '{"event":"a","customer":12345678901234567890}',
      "a",
      { kind: "customer", value: "12345678901234567890" },
    ],
    ['{"event":"a","event":"b"}', "b", null],
    ['{"event":null,"customer":{}}', null, null],
    ["[1]", null, null],
    ['{"event":"a",', null, null],
    ["", null, null],
  ])("of an OptiEvent body %s", (text, event, identity) => {
    expect(readEventFacts(text, "optievent", catalog)).toEqual({ event, identity });
  });

  it.each([
    ['{"eid":1101,"cid":"c"}', "newsletter_signup", { kind: "customer", value: "c" }],
    ['{"eid":"1101","visitorId":"v"}', "newsletter_signup", { kind: "visitor", value: "v" }],
    ['{"eid":7}', "7", null],
  ])("of a Realtime body %s", (text, event, identity) => {
    expect(readEventFacts(text, "realtime", catalog)).toEqual({ event, identity });
  });

  it("is the id where there is no catalog to know it by", () => {
    expect(readEventFacts('{"eid":1101}', "realtime", null).event).toBe("1101");
  });

  it("is read from any text without a throw", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), fc.constantFrom("optievent", "realtime"), (text, api) => {
        expect(Object.keys(readEventFacts(text, api, catalog))).toEqual(["event", "identity"]);
      }),
    );
  });
});
