import fc from "fast-check";
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

function rulesOf(
  text: string,
  ...changes: Parameters<typeof composeInput> extends [string, ...infer Rest] ? Rest : never
) {
  return composeRequest(composeInput(text, ...changes)).findings.map((finding) => finding.rule);
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
      ...'{}",:[] 1',
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

describe("a placeholder that is the whole value", () => {
  const draft = (value: string): string =>
    `{"tenant":999,"event":"newsletter_signup","context":{"order_total":"${value}","opt_in":"${value}","email":"${value}"}}`;

  it("takes the declared type of its parameter, digits kept", () => {
    const variables = { sum: "100.00", agreed: "true" };
    expect(valueOf(composeRequest(composeInput(draft("{{sum}}"), { variables })).text)).toMatchObject({
      context: { order_total: 100, opt_in: "100.00", email: "100.00" },
    });
    expect(composeRequest(composeInput(draft("{{sum}}"), { variables })).text).toContain(
      '"order_total":100.00,',
    );
    expect(composeRequest(composeInput(draft("{{agreed}}"), { variables })).text).toContain('"opt_in":true,');
    expect(composeRequest(composeInput(draft("{{agreed}}"), { variables })).text).toContain('"email":"true"');
  });

  it("is sent as text, with a finding at the value, where the type cannot be", () => {
    const text = draft("{{sum}}");
    const { findings } = composeRequest(composeInput(text, { variables: { sum: "a lot" } }));
    const wrong = findings.filter((finding) => finding.rule === "placeholder.wrong-type");
    expect(wrong.map((finding) => finding.path).sort()).toEqual(["/context/opt_in", "/context/order_total"]);
    for (const { position } of wrong) {
      expect(text.slice(position?.offset, (position?.offset ?? 0) + (position?.length ?? 0))).toBe(
        '"{{sum}}"',
      );
    }
  });

  it.each(["01", "1.", "+1", "0x10", "NaN", " 1", "1 ", "", "1,5", "1e"])(
    "takes no number that JSON does not have: %j",
    (sum) => {
      const { text, findings } = composeRequest(composeInput(draft("{{sum}}"), { variables: { sum } }));
      expect(valueOf(text)).toMatchObject({ context: { order_total: sum } });
      expect(findings.map((finding) => finding.rule)).toContain("placeholder.wrong-type");
    },
  );

  it("stays text where nothing is declared: no catalog, another event, an unknown parameter, deeper down", () => {
    const variables = { n: "1", e: "newsletter_signup" };
    const texts = [
      composeRequest(composeInput(draft("{{n}}"), { variables, catalog: null })).text,
      composeRequest(composeInput(draft("{{n}}").replace("newsletter_signup", "other"), { variables })).text,
      composeRequest(composeInput(draft("{{n}}").replace("order_total", "unknown"), { variables })).text,
      composeRequest(composeInput('{"event":"{{e}}","context":{"x":{"order_total":"{{n}}"}}}', { variables }))
        .text,
    ];
    for (const text of texts) expect(text).not.toMatch(/[:]1[,}]/);
  });

  it("knows the event by a name that is a placeholder itself", () => {
    const text = draft("{{n}}").replace("newsletter_signup", "{{e}}");
    const request = composeRequest(composeInput(text, { variables: { n: "1", e: "newsletter_signup" } }));
    expect(request.text).toContain('"order_total":1,');
  });

  it("gives the envelope's fields the types of the documents", () => {
    const variables = { n: "1101" };
    const realtime = '{"eid":"{{n}}","cid":"{{n}}","context":{"order_total":"{{n}}"}}';
    expect(composeRequest(composeInput('{"tenant":"{{n}}","customer":"{{n}}"}', { variables })).text).toBe(
      '{"tenant":1101,"customer":"1101"}',
    );
    expect(composeRequest(composeInput(realtime, { variables, api: "realtime" })).text).toBe(
      '{"eid":1101,"cid":"1101","context":{"order_total":1101}}',
    );
    expect(
      composeRequest(composeInput(realtime, { variables, api: "realtime", eidType: "string" })).text,
    ).toBe('{"eid":"1101","cid":"1101","context":{"order_total":1101}}');
  });

  it("knows the type of the parameters that every event may carry", () => {
    const text = '{"event":"newsletter_signup","context":{"event_native_mobile":"{{b}}","event_os":"{{b}}"}}';
    expect(composeRequest(composeInput(text, { variables: { b: "false" } })).text).toContain(
      '"event_native_mobile":false,"event_os":"false"',
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

describe("what was filled in", () => {
  it("is listed as it stands in the request, in the order of the text", () => {
    const text =
      '{"event":"newsletter_signup","timestamp":"{{$now}}","context":{"order_total":"{{n}}","email":"<{{q}}>","{{k}}":1}}';
    const variables = { n: "1.50", q: 'a"b', k: "key" };
    expect(composeRequest(composeInput(text, { variables })).placeholders).toEqual([
      { path: "/timestamp", placeholder: "{{$now}}", value: '"2020-04-12 17:32:06.094 UTC"' },
      { path: "/context/order_total", placeholder: "{{n}}", value: "1.50" },
      { path: "/context/email", placeholder: "{{q}}", value: '"a\\"b"' },
      { path: "/context/{{k}}", placeholder: "{{k}}", value: '"key"' },
    ]);
  });
});

describe("secrets", () => {
  it("stay references, and no finding speaks of them", () => {
    const text =
      '{"tid":"{{secret:token}}","cid":"c","eid":1101,"context":{"email":"johndoe@domain.com","opt_in":true}}';
    const request = composeRequest(composeInput(text, { api: "realtime" }));
    expect(request).toMatchObject({ text, findings: [], placeholders: [] });
  });

  it("cannot be asked for by a value that is filled in, however the value is cut up", () => {
    const piece = fc.constantFrom(
      "{",
      "{{",
      "}}",
      "}",
      "secret:",
      "token",
      "{{secret:token}}",
      "{{secret",
      ":token}}",
      "x",
    );
    const template = fc
      .array(fc.oneof(piece, fc.constantFrom("{{a}}", "{{b}}")), { maxLength: 6 })
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(
        template,
        fc.array(piece).map((parts) => parts.join("")),
        piece,
        (written, a, b) => {
          const draft = `{"customer":"${written}"}`;
          const { text } = composeRequest(composeInput(draft, { variables: { a, b } }));
          const references = (where: string): number => where.split("{{secret:token}}").length - 1;
          expect(references(text)).toBe(references(draft));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it("still stand for the value they were escaped from", () => {
    const variables = { evil: "{{secret:token}}" };
    const { text } = composeRequest(composeInput('{"customer":"{{evil}}"}', { variables }));
    expect(text).not.toContain("{{");
    expect(valueOf(text)).toEqual({ customer: "{{secret:token}}" });
  });

  it("have to be written exactly so", () => {
    expect(rulesOf('{"tid":"{{ secret:token }}"}', { api: "realtime" })).toContain("placeholder.unresolved");
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
