import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Exchange } from "../../domain/exchange.ts";
import type { RedactionProfile } from "../../domain/history-export.ts";
import { createRedactor } from "../../redaction/redact.ts";
import { encodings } from "../../redaction/test-support/encodings.ts";
import { richExchange } from "../test-support/exchanges.ts";
import type { ExportItem } from "../types.ts";
import { pseudonymOf } from "./pseudonym.ts";
import { redactItem, type RedactionRules } from "./redact-item.ts";

/** Different for different texts, which is all that is asked of it here. */
const digest = (text: string) =>
  Array.from(text)
    .reduce((all, character) => (all * 1_000_003n + BigInt(character.codePointAt(0) ?? 0)) % 2n ** 127n, 7n)
    .toString(16)
    .padStart(32, "0");
const silent = { secret: () => {}, target: () => {}, withheld: () => {} };

function rulesOf(profile: RedactionProfile, change: Partial<RedactionRules> = {}): RedactionRules {
  const pseudonym = (value: string) => pseudonymOf(value, digest);
  return { profile, redactSecrets: (text) => text, pseudonym, isIdentity: () => false, ...change };
}

const redact = (item: ExportItem, rules: RedactionRules) => redactItem(item, rules, silent);
const alone = (exchange: Exchange): ExportItem => ({ exchange, note: null, tags: [] });

/** An exchange with a text in every place in which others can have written one. */
function planted(text: string, body: string, change: Partial<Exchange> = {}): ExportItem {
  const { request, response, findings } = richExchange();
  if (response === null) throw new Error("The example has an answer.");
  return {
    exchange: richExchange({
      event: `event ${text}`,
      request: {
        ...request,
        url: `https://example.com/a?b=${text}`,
        headers: [["X-Note", text]],
        text: body,
      },
      response: {
        ...response,
        body: `answer ${text}`,
        headers: [["x-echo", text]],
        statusText: `Bad ${text}`,
      },
      message: `It said ${text}.`,
      remarks: [`A remark ${text}`],
      findings: findings.map((finding) => Object.assign(finding, { message: `Not ${text}` })),
      ...change,
    }),
    note: `Ask ${text}`,
    tags: [`of ${text}`],
  };
}

const example = JSON.stringify(planted("", "")).toLowerCase();
function inExample(person: string): boolean {
  return example.includes(person.toLowerCase());
}

const people = fc
  .oneof(
    fc.string({ minLength: 6, maxLength: 40 }),
    fc.string({ minLength: 6, maxLength: 30, unit: "grapheme" }),
    fc.string({ minLength: 6, maxLength: 16, unit: fc.constantFrom(...Array.from("\\\"/&+ %<'\u00fca")) }),
    fc.stringMatching(/^[a-z]{3,10}\.[a-z]{3,10}@[a-z]{3,10}\.(?:com|de)$/),
    fc.stringMatching(/^[1-9][0-9]{7,12}$/),
  )
  .map((person) => person.trim())
  .filter((person) => person.length >= 6 && person.isWellFormed() && !/[{}]/.test(person))
  // What stands in the example in any case, or in a pseudonym, cannot be told from what was planted.
  .filter((person) => !/^[\d.,-]{0,7}$/.test(person) && !inExample(person));

describe("personal data in an export", () => {
  for (const profile of ["pseudonymised", "masked"] as const) {
    it(`${profile}: lets no identity survive anywhere, in any encoding`, () => {
      fc.assert(
        fc.property(people, fc.string({ maxLength: 10 }), (person, around) => {
          for (const [name, encode] of Object.entries(encodings)) {
            const written = encode(person);
            const body = JSON.stringify({ customer: person, context: { told: `${around} ${person}` } });
            const identity = { kind: "customer", value: person } as const;
            const { exchange, ...beside } = redact(planted(written, body, { identity }), rulesOf(profile));
            const left = JSON.stringify([{ ...exchange, tls: null }, beside]).toLowerCase();
            expect(left, name).not.toContain(JSON.stringify(written).slice(1, -1).toLowerCase());
            expect(left, name).not.toContain(JSON.stringify(person).slice(1, -1).toLowerCase());
          }
        }),
        { numRuns: 60 },
      );
    });
  }

  it("gives one person one pseudonym wherever and however often, and two people two", () => {
    const item = planted("c-20418 and C-20418", '{"customer":"c-20418","visitor":"v-77123"}');
    const left = JSON.stringify(redact(item, rulesOf("pseudonymised")));
    const found = new Set(left.match(/person-[0-9a-f]{12}/g));
    expect(found).toEqual(new Set([pseudonymOf("c-20418", digest), pseudonymOf("v-77123", digest)]));
  });

  it("keeps the form: a number stays a number, an address an address", () => {
    const item = planted(
      "jane@shop.example",
      '{"customer":12345678,"context":{"email":"jane@shop.example"}}',
    );
    const { exchange } = redact(item, rulesOf("pseudonymised"));
    const body = JSON.parse(exchange.request.text) as { customer: unknown; context: { email: unknown } };
    expect(body.customer).toBeTypeOf("number");
    expect(body.context.email).toMatch(/^person-[0-9a-f]{12}@example\.invalid$/);
    expect(exchange.message).toContain(String(body.context.email));
  });

  it("replaces addresses that are no identity, also in base64 and typed wrong", () => {
    const hidden = Buffer.from("mail jane@shop.example").toString("base64");
    const { exchange } = redact(
      planted(`${hidden} bob@localhost`, "{}", { identity: null }),
      rulesOf("pseudonymised"),
    );
    expect(JSON.stringify(exchange)).not.toContain("bob@localhost");
    expect(
      Buffer.from(/answer (\S+)/.exec(exchange.response?.body ?? "")?.[1] ?? "", "base64").toString(),
    ).not.toContain("jane@shop");
  });

  it("replaces addresses that stand in hexadecimal only, however the bytes are parted", () => {
    const digits = Buffer.from("jane@shop.example").toString("hex");
    for (const separator of ["", ":", "-", " "]) {
      const hidden = (digits.match(/../g) ?? []).join(separator);
      const { exchange } = redact(
        planted(`x${hidden}, 0${hidden}`, "{}", { identity: null }),
        rulesOf("pseudonymised"),
      );
      expect(JSON.stringify(exchange), separator).not.toContain(hidden);
    }
  });

  it("replaces those whose other events are in the export", () => {
    const rules = rulesOf("pseudonymised", { isIdentity: (word) => word === "c-777888" });
    const left = JSON.stringify(redact(planted("as for c-777888", "{}"), rules));
    expect(left).not.toContain("c-777888");
  });

  it("replaces an identity of one character where it is one, and leaves other numbers alone", () => {
    const item = planted("of customer 7", '{"tenant":7,"customer":"7","context":{"quantity":17}}', {
      identity: { kind: "customer", value: "7" },
    });
    const { exchange } = redact(item, rulesOf("pseudonymised"));
    expect(exchange.request.text).toMatch(
      /^\{"tenant":7,"customer":"9\d{14}","context":\{"quantity":17\}\}$/,
    );
    expect(exchange.message).not.toContain("customer 7.");
    expect(exchange.identity?.value).toMatch(/^9\d{14}$/);
  });

  it("leaves numbers and hashes alone in which bytes of an address could be read", () => {
    for (const text of ["[[-8.045777554051301e+144]]", "7a40b09c2e61d0", "6162634064656667"]) {
      const item = planted(text, text);
      expect(redact(item, rulesOf("pseudonymised")).exchange.request.text).toBe(text);
    }
  });

  it("leaves everything else byte for byte", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.json(), (text, json) => {
        fc.pre(!/@/.test(text + json) && !/customer|visitor|user|cid|token|tid/i.test(json));
        const item = planted(text, json, { identity: null });
        expect(redact(item, rulesOf("none"))).toEqual(item);
        expect(redact(item, rulesOf("pseudonymised"))).toEqual(item);
      }),
    );
  });
});

describe("masking", () => {
  it("hides every parameter, keeps names, types and lengths, and hides them where they are quoted", () => {
    const body =
      '{"tenant":999,"event":"deposit","context":{"amount":149.90,"opt_in":true,"city":"Z\\u00fcrich","on":null}}';
    const item = planted('"Z\u00fcrich" and 149.90', body);
    const { exchange, note } = redact(item, rulesOf("masked"));
    expect(exchange.request.text).toBe(
      '{"tenant":999,"event":"deposit","context":{"amount":999.99,"opt_in":false,"city":"******","on":null}}',
    );
    for (const text of [exchange.message, exchange.response?.body, note, exchange.findings[0]?.message]) {
      expect(text).not.toContain("Z\u00fcrich");
      expect(text).not.toContain("149.90");
    }
  });

  it("masks a text that is no JSON as a whole", () => {
    const { exchange } = redact(planted("", '{"context":{"city":"Berlin"'), rulesOf("masked"));
    expect(exchange.request.text).toBe('{"*******":{"****":"******"');
  });
});

describe("credentials in an export", () => {
  const secret = "5a4db0c5e11ed0c0de5a4db0c5e11ed0";

  it("are taken out of where they stand although nobody knows them here, and of everywhere else", () => {
    for (const [name, encode] of Object.entries(encodings)) {
      const item = planted(encode(secret), `{"tid":"${secret}"}`);
      expect(JSON.stringify(redact(item, rulesOf("none"))), name).not.toContain(encode(secret));
    }
    const { exchange } = redact(planted("", `{"tid":"${secret}"}`), rulesOf("none"));
    expect(exchange.request.text).toBe('{"tid":"{{secret:token}}"}');
  });

  it("are taken out of headers and of the address", () => {
    const { request } = richExchange();
    const headers: Exchange["request"]["headers"] = [
      ["Authorization", `Bearer ${secret}`],
      ["Cookie", "a=b; c=d"],
    ];
    const url = `https://user:${secret}@example.com/x?api_key=another-key-77&a=1`;
    const item = alone(richExchange({ request: { ...request, url, headers } }));
    const { exchange } = redact(item, rulesOf("none"));
    expect(exchange.request.headers).toEqual([
      ["Authorization", "Bearer (removed)"],
      ["Cookie", "(removed)"],
    ]);
    expect(exchange.request.url).toBe("https://example.com/x?api_key=(removed)&a=1");
  });

  it("that are known are taken out wherever they are, bytes included", () => {
    const { response } = richExchange();
    if (response === null) throw new Error("The example has an answer.");
    const body = Buffer.from(`\x89PNG ${secret} \xff`, "latin1").toString("base64");
    const item = alone(richExchange({ response: { ...response, body, bodyEncoding: "base64" } }));
    const redactSecrets = createRedactor([{ name: "token", value: secret }]);
    const { exchange } = redact(item, rulesOf("none", { redactSecrets }));
    expect(Buffer.from(exchange.response?.body ?? "", "base64").toString("latin1")).toBe(
      "\x89PNG {{secret:token}} \xff",
    );
  });
});
