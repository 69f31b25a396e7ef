import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { setValue } from "../json/edit.ts";
import { parseJson } from "../json/parse.ts";
import { toValue } from "../json/value.ts";
import { damagedJsonText, jsonText, objectText } from "../json/test-support/arbitrary-json.ts";
import { composeRequest } from "./compose.ts";
import { composeInput } from "./test-support/compose-input.ts";

/** The request example of the OptiEvent README, verbatim. */
const OPTIEVENT_EXAMPLE = `    {
        "tenant":999,
    	"event":"newsletter_signup",
    	"customer":"johndoe@domain.com",
    	"visitor":"b449f7778d4981a5",
    	"timestamp":"2020-04-12 17:32:06.094 UTC",
        "context": {
            "email":"johndoe@domain.com",
            "opt_in":true} 
    }`;

/** The "JSON Payload" of the Realtime README, verbatim: a description, not JSON. */
const REALTIME_PAYLOAD = `        {
          tid: [Optimove API Token],
          cid: [CustomerID],
          eid: [EventID], 
          context: {Paramater Name:Paramaeter Value} 
        }`;

/** The "JSON Payload" of the OptiEvent README, verbatim: JSON with comments and holes. */
const OPTIEVENT_PAYLOAD = ` {
        "tenant": [Optimove Tenant ID], //integer
	"event": [Event Key], //"string"
	"customer": [CustomerID],//"string"
	"visitor": [VisitorID],//"string" (Optional)
	"timestamp":[Timestamp UTC],//"string"
        "context": {Paramater Name:Parameter Value} 
  }`;

const apis = fc.constantFrom("optievent", "realtime" as const);
const withoutPlaceholders = (text: string): boolean => !text.includes("{{");

function valueOf(text: string): unknown {
  const parsed = parseJson(text);
  if (!parsed.ok) throw new Error(`${parsed.problem.message} in ${text}`);
  return toValue(parsed.root);
}

function rulesOf(text: string, changes: Parameters<typeof composeInput>[1] = {}): readonly string[] {
  return composeRequest(composeInput(text, changes)).findings.map((finding) => finding.rule);
}

describe("the composed text", () => {
  it.each([
    ["the OptiEvent example", OPTIEVENT_EXAMPLE],
    ["the OptiEvent payload, which is no JSON", OPTIEVENT_PAYLOAD],
    ["the Realtime payload, which is no JSON", REALTIME_PAYLOAD],
  ])("is the draft's, to the character: %s", (_, text) => {
    expect(composeRequest(composeInput(text)).text).toBe(text);
    expect(composeRequest(composeInput(text, { api: "realtime" })).text).toBe(text);
  });

  it("is the draft's wherever there is no placeholder, JSON or not", () => {
    const anyText = fc
      .oneof(jsonText, damagedJsonText, fc.string({ unit: "binary" }))
      .filter(withoutPlaceholders);
    fc.assert(
      fc.property(anyText, apis, (text, api) => {
        const request = composeRequest(composeInput(text, { api }));
        expect(request.text).toBe(text);
        expect(request.placeholders).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it("never fails to be composed, placeholders or not", () => {
    const pieces = fc.constantFrom(
      ...'{ } " , : [ ] 1'.split(" "),
      " ",
      "{{",
      "}}",
      "$now",
      "$guid:",
      "secret:",
      "v",
      "\\u007b",
      "-2h",
    );
    fc.assert(
      fc.property(fc.string({ unit: pieces }), apis, (text, api) => {
        expect(() => composeRequest(composeInput(text, { api, variables: { v: "{{v}}" } }))).not.toThrow();
      }),
      { numRuns: 1000 },
    );
  });

  it("differs from the draft in the placeholder's own text only", () => {
    fc.assert(
      fc.property(objectText.filter(withoutPlaceholders), fc.string(), (text, value) => {
        const draft = setValue(text, ["to fill"], '"before {{v}} after"');
        const request = composeRequest(composeInput(draft, { variables: { v: value } }));
        const [before = "", after = ""] = draft.split("{{v}}");
        expect(request.text.startsWith(before)).toBe(true);
        expect(request.text.endsWith(after)).toBe(true);
        expect(valueOf(request.text)).toMatchObject({ "to fill": `before ${value} after` });
      }),
      { numRuns: 300 },
    );
  });

  it("keeps the digits of numbers beside a placeholder", () => {
    const text =
      '{"tenant":999, "context":{"id":12345678901234567890,"sum":100.00,"far":1e400,"at":"{{$now}}"}}';
    expect(composeRequest(composeInput(text)).text).toBe(
      text.replace("{{$now}}", "2020-04-12 17:32:06.094 UTC"),
    );
  });
});

describe("the findings", () => {
  it("are those of the values that are sent, at the places of the draft", () => {
    const text =
      '{"tenant":999,"event":"newsletter_signup","customer":"{{who}}","timestamp":"{{$now:+2d}}","context":{"email":"{{$randomEmail}}","opt_in":true}}';
    const { findings } = composeRequest(composeInput(text, { variables: { who: "undefined" } }));
    expect(findings.map(({ rule, path }) => `${rule} ${path}`)).toEqual([
      "customer.invalid /customer",
      "timestamp.future /timestamp",
    ]);
    const [customer] = findings;
    expect(text.slice(customer?.position?.offset).startsWith('"{{who}}"')).toBe(true);
  });

  it("find nothing in a draft whose placeholders stand for right values", () => {
    const text =
      '{"tenant":"{{t}}","event":"newsletter_signup","customer":"{{$guid}}","timestamp":"{{$now:-2h:iso}}","context":{"email":"{{$randomEmail}}","opt_in":"{{$randomBoolean}}"}}';
    expect(rulesOf(text, { variables: { t: "999" } })).toEqual([]);
  });

  it("name each placeholder that stands for nothing, and it is sent as it stands", () => {
    const text =
      '{"event":"newsletter_signup","customer":"a {{nobody}} b","visitor":"{{$GUID}}","timestamp":"{{$now:soon}}"}';
    const request = composeRequest(composeInput(text));
    const unresolved = request.findings.filter((finding) => finding.rule === "placeholder.unresolved");
    expect(request.text).toBe(text);
    expect(unresolved.map(({ path, severity }) => `${severity} ${path}`)).toEqual([
      "error /customer",
      "error /visitor",
      "error /timestamp",
    ]);
    expect(unresolved[0]?.position).toEqual({ offset: 43, length: 10, line: 1, column: 44 });
    expect(unresolved[1]?.message).toContain("Did you mean $guid?");
  });

  it("say that placeholders in a text that is no JSON are left", () => {
    const text = '{"tenant":999,\n"customer":{{who}}}';
    const request = composeRequest(composeInput(text, { variables: { who: "me" } }));
    expect(request.text).toBe(text);
    expect(request.findings.map((finding) => finding.rule).sort()).toEqual([
      "json.syntax",
      "placeholder.unresolved",
    ]);
    expect(rulesOf('{"tid":"{{secret:token}}",}', { api: "realtime" })).toEqual(["json.syntax"]);
  });

  it("do not keep a wrong event from being composed", () => {
    const request = composeRequest(composeInput('{"tenant":"x"}'));
    expect(request.text).toBe('{"tenant":"x"}');
    expect(request.findings.length).toBeGreaterThan(0);
  });
});

describe("the headers", () => {
  it("are those that the documents name", () => {
    expect(composeRequest(composeInput("{}")).headers).toEqual([["Content-Type", "application/json"]]);
    expect(composeRequest(composeInput("{}", { api: "realtime", signed: true })).headers).toEqual([
      ["Content-Type", "application/json"],
    ]);
  });

  it("carry the signature as a reference where the connection is signed", () => {
    expect(composeRequest(composeInput("{}", { signed: true }))).toMatchObject({
      method: "POST",
      url: "https://server.example.com/events",
      headers: [
        ["Content-Type", "application/json"],
        ["X-Optimove-Signature-Version", "1"],
        ["X-Optimove-Signature-Content", "{{secret:signature}}"],
      ],
    });
  });
});
