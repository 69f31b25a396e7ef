import { describe, expect, test } from "vitest";
import { DEFAULT_RULE_PROFILE, type RuleProfile } from "../domain/tenant.ts";
import { applyEdits } from "../json/edit.ts";
import { parseJson } from "../json/parse.ts";
import type { JsonNode } from "../json/types.ts";
import { summariseFindings } from "./sort-findings.ts";
import {
  catalog,
  findingsOf,
  now,
  optiEvent,
  realtime,
  rulesOf,
  withParameters,
} from "./test-support/payloads.ts";
import { validatePayload } from "./validate.ts";

// The request example of the OptiEvent document, verbatim.
const SEED = `    {
        "tenant":999,
    	"event":"newsletter_signup",
    	"customer":"johndoe@domain.com",
    	"visitor":"b449f7778d4981a5",
    	"timestamp":"2020-04-12 17:32:06.094 UTC",
        "context": {
            "email":"johndoe@domain.com",
            "opt_in":true} 
    }`;

const seedTime = new Date("2020-04-12T17:32:07.000Z");

function profile(fields: Partial<RuleProfile>): { ruleProfile: RuleProfile } {
  return { ruleProfile: { ...DEFAULT_RULE_PROFILE, ...fields } };
}

function messageOf(text: string, rule: string, options = {}): string {
  return findingsOf(text, options).find((finding) => finding.rule === rule)?.message ?? "";
}

describe("the documents' own examples", () => {
  test("the printed OptiEvent example breaks the rule on both identities, and the finding says so", () => {
    const findings = findingsOf(SEED, { now: seedTime });
    expect(findings.map(({ rule }) => rule)).toEqual(["identity.both"]);
    expect(findings[0]?.message).toContain("example");
    expect(findings[0]?.position).toMatchObject({ line: 5, column: 6 });
  });

  test("the same example today is also too old", () => {
    expect(rulesOf(SEED)).toEqual(["identity.both", "timestamp.old"]);
  });

  test("the Realtime request as the document writes it is not JSON, and the finding says where", () => {
    const text = "{\n  tid: [Optimove API Token],\n  cid: [CustomerID]\n}";
    expect(findingsOf(text, { api: "realtime" })).toMatchObject([
      { rule: "json.syntax", position: { line: 2, column: 3 } },
    ]);
  });
});

describe("the event that is meant", () => {
  const eventOf = (text: string, api: "optievent" | "realtime" = "optievent") =>
    validatePayload({ text, api, catalog, now }).event?.key ?? null;

  test.each([
    [optiEvent(), "newsletter_signup"],
    [optiEvent({ event: "NEWSLETTER_SIGNUP" }), "newsletter_signup"],
    [optiEvent({ event: 1101 }), "newsletter_signup"],
    [JSON.stringify(optiEvent()), "newsletter_signup"],
    [optiEvent({ event: "other" }), null],
    [optiEvent({ event: "{{event}}" }), null],
    ["{", null],
  ])("OptiEvent %s", (text, key) => {
    expect(eventOf(text)).toBe(key);
  });

  test.each([
    [realtime(), "newsletter_signup"],
    [realtime({ eid: "1101" }), "newsletter_signup"],
    [realtime({ eid: "newsletter_signup" }), "newsletter_signup"],
    [realtime({ eid: 7 }), null],
  ])("Realtime %s", (text, key) => {
    expect(eventOf(text, "realtime")).toBe(key);
  });
});

describe("sentences for people", () => {
  test("a Boolean as a word says that Boolean is not a string", () => {
    expect(messageOf(withParameters({ opt_in: "Yes" }), "value.wrong-type")).toContain("not a string");
    expect(messageOf(withParameters({ opt_in: 1 }), "value.wrong-type")).toContain("not 0 or 1");
  });

  test("a name wrong by case gets the right spelling", () => {
    expect(messageOf(withParameters({ Source: "footer" }), "name.case")).toBe(
      "Names are case-sensitive; the catalog has `source`, not `Source`.",
    );
  });

  test("a name wrong by its separators gets a suggestion but no fix", () => {
    const finding = findingsOf(withParameters({ bornAt: "x" })).find(
      ({ rule }) => rule === "parameter.unknown",
    );
    expect(finding?.message).toContain("Did you mean `born_at`?");
    expect(finding?.fix).toBeUndefined();
    expect(messageOf(optiEvent({ event: "newsletter-signup" }), "event.unknown")).toContain(
      "`newsletter_signup`",
    );
  });

  test("an unknown event names the catalog it was looked for in", () => {
    expect(messageOf(optiEvent({ event: "x" }), "event.unknown")).toContain("Test shop");
  });

  test("the fields of the other API are told apart", () => {
    expect(messageOf(optiEvent({ cid: "x" }), "envelope.unknown-field")).toContain("`customer`");
    expect(messageOf(realtime({ timestamp: "x" }), "envelope.unknown-field", { api: "realtime" })).toContain(
      "time of receipt",
    );
  });

  test("a time a few hours ahead hints at a local time", () => {
    expect(messageOf(optiEvent({ timestamp: "2026-11-23T12:00:00Z" }), "timestamp.future")).toContain(
      "local time",
    );
    expect(messageOf(optiEvent({ timestamp: "2027-11-23T12:00:00Z" }), "timestamp.future")).not.toContain(
      "local",
    );
  });

  test("a token is never repeated", () => {
    const token = "0123456789abcdef".repeat(4);
    for (const tid of [token, ` ${token}`, [token], { token }]) {
      expect(JSON.stringify(findingsOf(realtime({ tid }), { api: "realtime" }))).not.toContain(token);
    }
  });
});

test("a value of the wrong type is not said to be what it is only meant to be", () => {
  const messages = (context: object) => findingsOf(optiEvent({ context })).map(({ message }) => message);
  expect(messages({ opt_in: true, amount: "9.5" })).toContain(
    "`amount` would be the number 9.5. Some triggers cannot use decimals.",
  );
  expect(messages({ opt_in: true, amount: 9.5 })).toContain(
    "`amount` is the number 9.5. Some triggers cannot use decimals.",
  );
});

describe("placeholders", () => {
  test("values that are still placeholders are not judged", () => {
    const text = optiEvent({
      tenant: "{{tenant}}",
      customer: "{{customer_id}}",
      timestamp: "{{$now}}",
      context: { email: "{{$randomEmail}}", opt_in: "{{flag}}", amount: "{{price}}" },
    });
    expect(findingsOf(text)).toEqual([]);
  });

  test("a secret reference is a token that is there", () => {
    expect(findingsOf(realtime(), { api: "realtime" })).toEqual([]);
    expect(rulesOf(realtime({ tid: "{{token}}" }), { api: "realtime" })).toEqual([]);
  });

  test("braces escaped in the body are no placeholder but a value", () => {
    const text = withParameters({ opt_in: "{{flag}}" }).replace("{{", "\\u007b{");
    expect(rulesOf(text)).toEqual(["value.wrong-type"]);
  });

  test("resolved values are judged at their placeholder's place, without a fix that would overwrite it", () => {
    const text = withParameters({ opt_in: "{{flag}}" });
    const parsed = parseJson(text);
    if (!parsed.ok) throw new Error("The test's own document must parse.");
    const findings = findingsOf(text, { root: resolved(parsed.root, "{{flag}}", "Yes") });
    expect(findings).toMatchObject([
      { rule: "value.wrong-type", position: { offset: text.indexOf('"{{flag}}"'), length: 10 } },
    ]);
    expect(findings[0]?.fix).toBeUndefined();
  });
});

/** The tree with one string replaced and every span left as it was, as composing makes it. */
function resolved(node: JsonNode, placeholder: string, value: string): JsonNode {
  if (node.kind === "string" && node.value === placeholder) return { ...node, value };
  if (node.kind !== "object") return node;
  const members = node.members.map((member) => ({
    ...member,
    value: resolved(member.value, placeholder, value),
  }));
  return { ...node, members };
}

describe("without a catalog", () => {
  test("only the rules that need none apply", () => {
    const text = optiEvent({
      event: "anything_goes",
      context: { any: "x", other: 1, nested: {}, "Big Name": true },
    });
    expect(rulesOf(text, { catalog: null })).toEqual(["name.style", "value.nested"]);
    expect(rulesOf(realtime({ eid: 4711, context: {} }), { api: "realtime", catalog: null })).toEqual([]);
  });

  test("an event that is not configured has its parameters checked as without one", () => {
    expect(rulesOf(optiEvent({ event: "other", context: { x: 1 } }))).toEqual(["event.unknown"]);
  });
});

test("system parameters are never unknown, and a wrong capital in one is found", () => {
  const system = {
    event_platform: "web",
    event_device_type: "pc",
    event_os: "Linux",
    event_native_mobile: false,
  };
  expect(findingsOf(withParameters(system))).toEqual([]);
  expect(rulesOf(withParameters({ Event_OS: "Linux" }))).toEqual(["name.case"]);
});

describe("the rule profile", () => {
  test("both identities", () => {
    const text = optiEvent({ visitor: "b449" });
    expect(findingsOf(text, profile({ bothIdentities: "warning" }))).toMatchObject([{ severity: "warning" }]);
    expect(findingsOf(text, profile({ bothIdentities: "allowed" }))).toEqual([]);
  });

  test("lengths of text", () => {
    const text = withParameters({ page: `https://a.example/${"x".repeat(300)}` });
    expect(findingsOf(text)).toMatchObject([{ rule: "value.too-long", severity: "warning" }]);
    expect(findingsOf(text, profile({ textWarningLength: 500 }))).toEqual([]);
    expect(findingsOf(text, profile({ textErrorLength: 300 }))).toMatchObject([{ severity: "error" }]);
  });

  test("the number of parameters", () => {
    const text = withParameters({ nick: "a", amount: 1 });
    expect(rulesOf(text, profile({ maxParameters: 3 }))).toEqual(["event.too-many-parameters"]);
    expect(rulesOf(text, profile({ maxParameters: 4 }))).toEqual([]);
  });

  test("age", () => {
    const text = optiEvent({ timestamp: "2026-11-20T10:00:00Z" });
    expect(rulesOf(text)).toEqual([]);
    expect(rulesOf(text, profile({ maxAgeDays: 2 }))).toEqual(["timestamp.old"]);
  });

  test("style of names", () => {
    const text = optiEvent({ event: "Checkout_Completed", context: {} });
    expect(rulesOf(text)).toEqual(["name.style"]);
    expect(rulesOf(text, profile({ nameStyle: "allowed" }))).toEqual([]);
  });
});

test("of a repeated name the last value is judged", () => {
  const text = optiEvent().replace('"opt_in":true', '"opt_in":"Yes","opt_in":true');
  expect(rulesOf(text)).toEqual(["json.duplicate-key"]);
});

test("errors come first, then what comes first in the text", () => {
  const context = { opt_in: true, amount: 1.5, colour: "red", nick: 7 };
  const findings = findingsOf(optiEvent({ context, origin: "x" }));
  expect(findings.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual([
    "error parameter.missing",
    "error value.wrong-type",
    "warning parameter.unknown",
    "warning envelope.unknown-field",
    "info number.decimal",
  ]);
  expect(summariseFindings(findings)).toEqual({ errors: 2, warnings: 2, infos: 1 });
});

test("a name wrong by case that is there twice is renamed everywhere, so that the last still counts", () => {
  const text = optiEvent({ event: "refund", context: {} }).replace("{}", '{"Event_OS":"a","Event_OS":"b"}');
  const fix = findingsOf(text).find(({ rule }) => rule === "name.case")?.fix;
  const mended = applyEdits(text, fix?.edits ?? []);
  expect(mended).toContain('{"event_os":"a","event_os":"b"}');
});

test("values inside a context that was encoded twice are judged too", () => {
  const text = optiEvent({ context: JSON.stringify({ email: "x", opt_in: "Yes" }) });
  expect(rulesOf(text)).toEqual(["email.invalid", "encoding.double", "value.wrong-type"]);
  const inner = findingsOf(text).filter(({ rule }) => rule !== "encoding.double");
  expect(inner.every(({ fix }) => fix === undefined)).toBe(true);
});
