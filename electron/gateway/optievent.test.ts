import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { ruleProfileSchema } from "../../shared/domain/tenant.ts";
import { OPTIEVENT, optieventRefusal, post, SEED_REQUEST, start } from "./test-support/gateway-fixture.ts";

describe("OptiEvent", () => {
  it("accepts the vendor's example with one identity, in the documented shape", async () => {
    const answer = await post(await start(), "/optievent", OPTIEVENT);
    expect(answer.status).toBe(200);
    expect(answer.text).toMatch(/^\{"status":"success","message":"\d{16}"\}$/);
    expect(answer.headers.get("content-type")).toBe("application/json; charset=utf-8");
  });

  it("refuses the vendor's example verbatim, because it carries both identities", async () => {
    const answer = await post(await start(), "/optievent", SEED_REQUEST);
    expect(answer.status).toBe(400);
    expect(answer.text).toContain(optieventRefusal("").slice(0, -2));
  });

  it("accepts the vendor's example verbatim where the rule profile allows both identities", async () => {
    const gateway = await start({ ruleProfile: ruleProfileSchema.parse({ bothIdentities: "allowed" }) });
    expect((await post(gateway, "/optievent", SEED_REQUEST)).status).toBe(200);
  });

  it("answers on the vendor's path too", async () => {
    expect((await post(await start(), "/reportServer", OPTIEVENT)).status).toBe(200);
  });

  it.each([
    ["missing", OPTIEVENT.replace(`"tenant":999,`, "")],
    ["text", OPTIEVENT.replace("999", `"999"`)],
    ["a fraction", OPTIEVENT.replace("999", "999.5")],
    ["null", OPTIEVENT.replace("999", "null")],
    ["unknown", OPTIEVENT.replace("999", "998")],
    ["too large for an integer", OPTIEVENT.replace("999", "1e400")],
  ])("refuses a tenant that is %s with the one published reason", async (_case, body) => {
    const answer = await post(await start(), "/optievent", body);
    expect(answer.status).toBe(400);
    expect(answer.text).toBe(optieventRefusal("tenantId is missing or invalid"));
  });

  it.each([
    ["not an object", `[]`, "the body is not a JSON object"],
    ["nothing", ``, "the body is not valid JSON"],
    ["no JSON", `{"tenant":999,}`, "the body is not valid JSON"],
    ["without an event", OPTIEVENT.replace(`"newsletter_signup"`, "1101"), "event is missing or invalid"],
    ["of a customer that is a number", OPTIEVENT.replace(`"johndoe@domain.com"`, "7"), "customer is invalid"],
    ["of nobody", OPTIEVENT.replace(/.*"customer".*\n/, ""), "customer and visitor are both missing"],
    [
      "with a context that is a list",
      OPTIEVENT.replace(/\{\s*"email[^}]*\}/, "[]"),
      "context is missing or invalid",
    ],
    [
      "with a timestamp that is a number",
      OPTIEVENT.replace(/"2020[^"]*"/, "1586712726"),
      "timestamp is invalid",
    ],
  ])("refuses a body that is %s", async (_case, body, reason) => {
    expect((await post(await start(), "/optievent", body)).text).toBe(optieventRefusal(reason));
  });

  it("refuses bytes that are not UTF-8", async () => {
    const answer = await post(await start(), "/optievent", Uint8Array.from([0x22, 0xff, 0x22]));
    expect(answer.text).toBe(optieventRefusal("the body is not valid UTF-8"));
  });

  it.each([
    [
      "an event that is not configured",
      OPTIEVENT.replace("newsletter_signup", "no_such_event"),
      "no_such_event",
    ],
    ["a missing mandatory parameter", OPTIEVENT.replace(`,\n            "opt_in":true`, ""), "opt_in"],
    ["a boolean as text", OPTIEVENT.replace("true", `"true"`), "opt_in"],
    ["an email that is none", OPTIEVENT.replace(`"email":"johndoe@domain.com"`, `"email":"john"`), "email"],
    ["a placeholder nobody filled in", OPTIEVENT.replace(/"2020[^"]*"/, `"{{$now}}"`), "timestamp"],
  ])("refuses %s by the shared rules and names it", async (_case, body, name) => {
    const answer = await post(await start(), "/optievent", body);
    expect(answer.status).toBe(400);
    expect(answer.text).toContain(name);
  });

  it("delivers what only warns: a parameter that is not configured", async () => {
    const body = OPTIEVENT.replace(`"opt_in":true`, `"opt_in":true, "campaign":"spring"`);
    expect((await post(await start(), "/optievent", body)).status).toBe(200);
  });

  it("takes any event where it has no catalog", async () => {
    const gateway = await start({ catalog: () => null });
    const body = OPTIEVENT.replace("newsletter_signup", "no_such_event");
    expect((await post(gateway, "/optievent", body)).status).toBe(200);
  });

  it("refuses with the status it was told", async () => {
    const gateway = await start({ refusalStatus: () => 200 });
    const answer = await post(gateway, "/optievent", "{}");
    expect([answer.status, answer.text]).toEqual([200, optieventRefusal("tenantId is missing or invalid")]);
  });

  it("never gives one reference twice", async () => {
    const gateway = await start();
    const answers = await Promise.all(
      Array.from({ length: 200 }, () => post(gateway, "/optievent", OPTIEVENT)),
    );
    expect(new Set(answers.map((answer) => answer.text)).size).toBe(200);
  });
});

describe("OptiEvent, signed", () => {
  const token = "0123456789abcdef0123456789abcdef";
  const signature = (body: string) => ({
    "x-optimove-signature-version": "1",
    "x-optimove-signature-content": createHmac("sha256", token).update(body).digest("hex"),
  });

  it("accepts a signature over the very bytes and refuses one over others", async () => {
    const gateway = await start({ token });
    expect((await post(gateway, "/optievent", OPTIEVENT, signature(OPTIEVENT))).status).toBe(200);
    const answer = await post(gateway, "/optievent", `${OPTIEVENT} `, signature(OPTIEVENT));
    expect([answer.status, answer.text]).toEqual([
      400,
      optieventRefusal("signature does not match the body"),
    ]);
  });

  it("refuses a signature in upper case, half of the headers and another version", async () => {
    const gateway = await start({ token });
    const headers = signature(OPTIEVENT);
    const content = headers["x-optimove-signature-content"];
    for (const wrong of [
      { ...headers, "x-optimove-signature-content": content.toUpperCase() },
      { "x-optimove-signature-content": content },
      { "x-optimove-signature-version": "1" },
      { ...headers, "x-optimove-signature-version": "2" },
    ]) {
      expect((await post(gateway, "/optievent", OPTIEVENT, wrong)).text).toContain("- signature");
    }
  });

  it("verifies with the signature key where that is another than the Realtime token", async () => {
    const gateway = await start({ token: "another", signatureKey: token });
    expect((await post(gateway, "/optievent", OPTIEVENT, signature(OPTIEVENT))).status).toBe(200);
    const keyless = await start({ token, signatureKey: null });
    const wrong = { ...signature(OPTIEVENT), "x-optimove-signature-content": "0" };
    expect((await post(keyless, "/optievent", OPTIEVENT, wrong)).status).toBe(200);
  });

  it("asks for a signature only when told to", async () => {
    expect((await post(await start({ token }), "/optievent", OPTIEVENT)).status).toBe(200);
    const strict = await start({ token, requireSignature: true });
    expect((await post(strict, "/optievent", OPTIEVENT)).text).toBe(optieventRefusal("signature is missing"));
    expect((await post(strict, "/optievent", OPTIEVENT, signature(OPTIEVENT))).status).toBe(200);
  });
});
