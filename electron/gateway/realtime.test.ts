import { describe, expect, it } from "vitest";
import { post, REALTIME, start } from "./test-support/gateway-fixture.ts";

describe("Realtime", () => {
  it("answers an accepted event exactly as documented", async () => {
    const answer = await post(await start(), "/reportEvent", REALTIME);
    expect([answer.status, answer.text]).toEqual([200, `{"IsSuccess":true,"Data":false}`]);
  });

  it("checks the token when it was told one and never repeats it", async () => {
    const gateway = await start({ token: "a1b2" });
    expect((await post(gateway, "/reportEvent", REALTIME)).status).toBe(200);
    const answer = await post(gateway, "/reportEvent", REALTIME.replace("a1b2", "a1b3"));
    expect([answer.status, answer.text]).toEqual([
      400,
      `{"IsSuccess":false,"Data":false,"Message":"tid is missing or invalid"}`,
    ]);
  });

  it("takes the event id as text too", async () => {
    expect((await post(await start(), "/reportEvent", REALTIME.replace("1101", `"1101"`))).status).toBe(200);
  });

  it.each([
    ["no token", REALTIME.replace(`"tid":"a1b2",`, ""), "tid"],
    ["no customer", REALTIME.replace(`"cid":"johndoe@domain.com",`, ""), "cid"],
    ["an id that is a name", REALTIME.replace("1101", `"newsletter_signup"`), "eid"],
    ["an id that is not configured", REALTIME.replace("1101", "1999"), "1999"],
    ["a boolean as text", REALTIME.replace("true", `"Yes"`), "opt_in"],
  ])("refuses %s", async (_case, body, named) => {
    const answer = await post(await start(), "/reportEvent", body);
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.text)).toMatchObject({
      IsSuccess: false,
      Message: expect.stringContaining(named),
    });
  });

  it.each([
    ["no customer", REALTIME.replace(`"cid":"johndoe@domain.com",`, "")],
    ["an unknown event", REALTIME.replace("1101", "1999")],
    ["the wrong API", REALTIME.replace(`"eid":1101`, `"event":"newsletter_signup"`)],
    ["a syntax error", REALTIME.slice(0, -1)],
    ["a wrong type", REALTIME.replace("true", "1")],
  ])("never repeats the token when it refuses %s", async (_case, body) => {
    const token = "9f86d081884c7d659a2feaa0c55ad015";
    const answer = await post(await start({ token }), "/reportEvent", body.replace("a1b2", token));
    expect(answer.status).toBe(400);
    expect(answer.text).not.toContain(token);
  });
});
