import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { recogniseApi } from "./recognise-api.ts";

describe("recogniseApi", () => {
  it.each([
    [`{"tid":"t","cid":"c","eid":1101,"context":{}}`, "realtime"],
    [`{"tenant":999,"event":"e","customer":"c","timestamp":"t","context":{}}`, "optievent"],
    [`{"eid":1101}`, "realtime"],
    [`{"event":"e","context":{"tid":"t","cid":"c","eid":1}}`, "optievent"],
    [`{"tid":"t","cid":"c","eid":}`, "realtime"],
    [`{tid: 't'`, "realtime"],
    [`{}`, "optievent"],
    [`not json`, "optievent"],
  ])("takes %s for %s", (text, api) => {
    expect(recogniseApi(text)).toBe(api);
  });

  it("answers for any text", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(["optievent", "realtime"]).toContain(recogniseApi(text));
      }),
    );
  });
});
