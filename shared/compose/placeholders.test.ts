import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseJson } from "../json/parse.ts";
import { toValue } from "../json/value.ts";
import { composeRequest } from "./compose.ts";
import { composeInput } from "./test-support/compose-input.ts";

function valueOf(text: string): unknown {
  const parsed = parseJson(text);
  if (!parsed.ok) throw new Error(`${parsed.problem.message} in ${text}`);
  return toValue(parsed.root);
}

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
      composeRequest(composeInput('{"event":"{{e}}","context":{"order_total":["{{n}}"]}}', { variables }))
        .text,
      composeRequest(composeInput('{"event":"{{e}}","context":{"x":{"order_total":"{{n}}"}}}', { variables }))
        .text,
    ];
    for (const text of texts) expect(text).not.toMatch(/[:[]1[,}\]]/);
  });

  it("knows the event by a name that is a placeholder itself", () => {
    const text = draft("{{n}}").replace("newsletter_signup", "{{e}}");
    const request = composeRequest(composeInput(text, { variables: { n: "1", e: "newsletter_signup" } }));
    expect(request.text).toContain('"order_total":1,');
  });

  it("has one value, also where the event's name is a random one", () => {
    const numbers = [0.1, 0.9];
    const random = (): number => numbers.shift() ?? 0;
    const request = composeRequest(composeInput('{"event":"{{$randomInt}}"}', { random }));
    expect(request.text).toBe('{"event":"100"}');
    expect(numbers).toEqual([0.9]);
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

describe("what was filled in", () => {
  it("is listed as it stands in the request, in the order of the text", () => {
    const text =
      '{"event":"newsletter_signup","timestamp":"{{$now}}","context":{"order_total":"{{n}}","email":"<{{q}}>","{{k}}":1}}';
    const variables = { n: "1.50", q: 'a"b', k: "key" };
    const { placeholders } = composeRequest(composeInput(text, { variables }));
    expect(placeholders).toMatchObject([
      { path: "/timestamp", placeholder: "{{$now}}", value: '"2020-04-12 17:32:06.094 UTC"' },
      { path: "/context/order_total", placeholder: "{{n}}", value: "1.50" },
      { path: "/context/email", placeholder: "{{q}}", value: '"a\\"b"' },
      { path: "/context/{{k}}", placeholder: "{{k}}", value: '"key"' },
    ]);
    for (const { offset, placeholder } of placeholders) {
      expect(text.slice(offset, offset + placeholder.length)).toBe(placeholder);
    }
  });

  it("has its place in the request too, whatever stands around it", () => {
    const piece = fc.constantFrom("{{$now}}", "{{n}}", "{{q}}", "x", "{{unknown}}", "{{empty}}");
    const value = fc.array(piece, { maxLength: 4 }).map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(value, value, value, (email, total, customer) => {
        const context = { email, order_total: total };
        const draft = JSON.stringify({ event: "newsletter_signup", customer, context });
        const variables = { n: "1.50", q: 'a"b', empty: "" };
        const request = composeRequest(composeInput(draft, { variables }));
        for (const { inRequest, value: written } of request.placeholders) {
          const found = request.text.slice(inRequest.from, inRequest.to);
          expect([found, `"${found}"`]).toContain(written);
        }
      }),
    );
  });
});

describe("variables within variables", () => {
  const draft = '{"event":"newsletter_signup","timestamp":"{{time}}","context":{"order_total":"{{n}}"}}';
  const compose = (variables: Readonly<Record<string, string>>, text = draft) => {
    const request = composeRequest(
      composeInput(text, { variables: { n: "1", time: "{{$now}}", ...variables } }),
    );
    const findings = request.findings.filter(({ rule }) => /^placeholder|^timestamp/.test(rule));
    return { ...request, findings, messages: findings.map(({ message }) => message) };
  };

  it("are filled in, dynamic names too, and judged as what they became", () => {
    const { text, findings } = compose({ time: "{{$now:-2h}}", n: "{{m}}{{m}}.{{m}}", m: "4" });
    expect(text).toContain('"timestamp":"2020-04-12 15:32:06.094 UTC"');
    expect(text).toContain('"order_total":44.4}');
    expect(findings).toEqual([]);
    const wrong = compose({ time: "{{day}}", day: "yesterday" });
    expect(wrong.text).toContain('"timestamp":"yesterday"');
    expect(wrong.findings.map(({ rule }) => rule)).toEqual(["timestamp.format"]);
  });

  it("are told where they go round in a circle, with the circle", () => {
    const { text, messages } = compose({ time: "{{a}}", a: "x{{b}}", b: "{{a}}", n: "{{n}}" });
    expect(text).toContain('"timestamp":"{{time}}"');
    expect(messages).toEqual([
      "{{time}} is sent as it stands. Variables have each other in their values: {{a}}, {{b}}, {{a}}.",
      '{{n}} is sent as it stands. The variable "n" has itself in its value.',
    ]);
  });

  it("are told where one stands for nothing, is wrong or is a secret", () => {
    expect(compose({ time: "{{a}}", a: "{{b}}" }).messages).toEqual([
      '{{time}} is sent as it stands. The value of "a" has {{b}} in it. There is no variable "b".',
    ]);
    expect(compose({ time: "{{$nwo}}" }).messages[0]).toContain('The value of "time" has {{$nwo}} in it.');
    const secret = compose({ time: "{{secret:token}}" });
    expect(secret.text).toContain('"timestamp":"{{time}}"');
    expect(secret.messages[0]).toContain("A secret is named in the draft itself.");
  });

  it("are told where they are too deep, or too many", () => {
    const chain = Array.from({ length: 30 }, (_, index) => [`v${index}`, `{{v${index + 1}}}`]);
    expect(compose({ ...Object.fromEntries(chain), v30: "x", time: "{{v0}}" }).messages[0]).toContain(
      "20 deep",
    );
    const wide = Array.from({ length: 10 }, (_, index) => [`v${index}`, `{{v${index + 1}}}`.repeat(50)]);
    const messages = compose({ ...Object.fromEntries(wide), v10: "", time: "{{v0}}" }).messages;
    expect(messages[0]).toContain("too long a text");
  });

  it("are a remark where {{ is not closed, in the draft or in a value, and not where it is escaped", () => {
    const rules = (value: string, v = "{{v") => {
      const { findings } = compose({ v }, `{"context":{"email":"${value}"}}`);
      return findings
        .map(({ rule, severity }) => `${rule} ${severity}`)
        .filter((text) => text.startsWith("p"));
    };
    expect(rules("{{v")).toEqual(["placeholder.unclosed info"]);
    expect(rules("{{v}}")).toEqual(["placeholder.unclosed info"]);
    expect(rules("{{v}}}}")).toEqual(["placeholder.unclosed info"]);
    expect(rules("{{v}}", "{")).toEqual([]);
    expect(rules("\\u007b{v}}")).toEqual([]);
    expect(rules("{{secret:token}}")).toEqual([]);
  });

  it("always end, and leave nothing that looks like a placeholder without a finding", () => {
    const names = ["a", "b", "c", "d"] as const;
    const piece = fc.constantFrom(
      ...names.map((name) => `{{${name}}}`),
      "{",
      "{{",
      "}}",
      "x",
      "{{$guid}}",
      "",
    );
    const value = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(value, value, value, value, value, (time, a, b, c, d) => {
        const { text, findings } = compose({ a, b, c, d }, JSON.stringify({ timestamp: time }));
        const told = findings.some(({ rule }) => /unresolved|unclosed/.test(rule));
        expect(told || !/\{\{[^{}]*\}\}/.test(text)).toBe(true);
      }),
      { numRuns: 2000 },
    );
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

  it("cannot be put together by a value that is empty", () => {
    const text = '{"customer":"{{secret{{a}}:token}}"}';
    const request = composeRequest(composeInput(text, { variables: { a: "" } }));
    expect(request.text).toBe(text);
    expect(request.findings.map((finding) => finding.rule)).toContain("placeholder.unresolved");
  });

  it("still stand for the value they were escaped from", () => {
    const variables = { evil: "{{secret:" };
    const { text } = composeRequest(composeInput('{"customer":"{{evil}}token}}"}', { variables }));
    expect(text).not.toContain("{{");
    expect(valueOf(text)).toEqual({ customer: "{{secret:token}}" });
  });

  it("have to be written exactly so", () => {
    const request = composeRequest(composeInput('{"tid":"{{ secret:token }}"}', { api: "realtime" }));
    expect(request.findings.map((finding) => finding.rule)).toContain("placeholder.unresolved");
  });
});
