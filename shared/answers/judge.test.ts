import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Header } from "../domain/exchange.ts";
import type { Api } from "../domain/tenant.ts";
import { judgeAnswer, type Judgement } from "./judge.ts";

// The bodies of the seeds, verbatim; the words "success" and "fail" before the braces are labels, not wire bytes.
const ACCEPTED_OPTIEVENT = `{
         "status": "success",
         "message": "1147206418897270"
       }`;
const REFUSED_OPTIEVENT = `{
        "status": "error",
        "message": "Failed to validate the event with the following error - tenantId is missing or invalid"
    }`;
const ACCEPTED_REALTIME = `{
		   "IsSuccess": true,
		   "Data": false
		}`;

const JSON_HEADERS: Header[] = [["Content-Type", "application/json"]];

function judge(api: Api, status: number, body: string, headers: Header[] = JSON_HEADERS): Judgement {
  return judgeAnswer({ api, status, headers, body });
}

describe("the documented shapes", () => {
  test("an accepted OptiEvent keeps its reference as text", () => {
    expect(judge("optievent", 200, ACCEPTED_OPTIEVENT)).toEqual({
      outcome: "accepted",
      reference: "1147206418897270",
      message: "The event was accepted with reference 1147206418897270.",
      remarks: [],
      fieldPath: null,
    });
  });

  test.each([400, 422, 404])("a refused OptiEvent with status %i is rejected without a remark", (status) => {
    expect(judge("optievent", status, REFUSED_OPTIEVENT)).toEqual({
      outcome: "rejected",
      reference: null,
      message: "The event was refused: tenantId is missing or invalid.",
      remarks: [],
      fieldPath: "/tenant",
    });
  });

  test("an accepted Realtime event has no reference", () => {
    expect(judge("realtime", 200, ACCEPTED_REALTIME)).toEqual({
      outcome: "accepted",
      reference: null,
      message: "The event was accepted.",
      remarks: [],
      fieldPath: null,
    });
  });

  test("a pop-up campaign's page is remarked on and not put in any sentence", () => {
    const body = JSON.stringify({ IsSuccess: true, Data: "<div>50% off</div>", Metadata: { id: 1 } });
    const judgement = judge("realtime", 200, body);
    expect(judgement.outcome).toBe("accepted");
    expect(judgement.remarks).toHaveLength(1);
    expect(judgement.remarks[0]).toContain("pop-up");
    expect(JSON.stringify(judgement)).not.toContain("<div>");
  });

  test.each([
    ['{"IsSuccess": false}', "The event was refused."],
    ['{"IsSuccess": false, "Data": false}', "The event was refused."],
    ['{"IsSuccess": false, "Data": "cid is missing"}', "The event was refused: cid is missing."],
  ])("a refused Realtime event: %s", (body, message) => {
    const judgement = judge("realtime", 400, body);
    expect(judgement.outcome).toBe("rejected");
    expect(judgement.message).toBe(message);
  });
});

describe("body and status that disagree", () => {
  test.each([
    ["optievent", 200, REFUSED_OPTIEVENT],
    ["optievent", 503, REFUSED_OPTIEVENT],
    ["optievent", 302, REFUSED_OPTIEVENT],
    ["realtime", 200, '{"IsSuccess": false}'],
  ] as const)("%s %i with a refusal is rejected and says so", (api, status, body) => {
    const judgement = judge(api, status, body);
    expect(judgement.outcome).toBe("rejected");
    expect(judgement.remarks.join(" ")).toContain(`HTTP status ${status}`);
  });

  test.each([
    ["optievent", 400, ACCEPTED_OPTIEVENT],
    ["optievent", 500, ACCEPTED_OPTIEVENT],
    ["optievent", 302, ACCEPTED_OPTIEVENT],
    ["realtime", 429, ACCEPTED_REALTIME],
  ] as const)("%s %i with a success is never success and names both", (api, status, body) => {
    const judgement = judge(api, status, body);
    expect(judgement.outcome).toBe("unrecognised");
    expect(judgement.reference).toBeNull();
    expect(judgement.remarks[0]).toContain(`HTTP status ${status}`);
    expect(judgement.remarks[0]).toContain("says success");
  });

  test("a reference in a contradictory answer is named, not claimed", () => {
    expect(judge("optievent", 500, ACCEPTED_OPTIEVENT).remarks[0]).toContain("1147206418897270");
  });
});

describe("a success that is not quite the documented one", () => {
  test("a reference that is a JSON number keeps its digits and is remarked on", () => {
    const judgement = judge("optievent", 200, '{"status":"success","message":12345678901234567890}');
    expect(judgement.outcome).toBe("accepted");
    expect(judgement.reference).toBe("12345678901234567890");
    expect(judgement.remarks.join(" ")).toContain("JSON number");
  });

  test("a reference of another length is remarked on", () => {
    const judgement = judge("optievent", 200, '{"status":"success","message":"42"}');
    expect(judgement.outcome).toBe("accepted");
    expect(judgement.remarks.join(" ")).toContain("16 digits");
  });

  test("JSON under another content type is remarked on", () => {
    const judgement = judge("optievent", 200, ACCEPTED_OPTIEVENT, [["content-type", "text/html"]]);
    expect(judgement.outcome).toBe("accepted");
    expect(judgement.remarks.join(" ")).toContain("text/html");
  });

  test("a byte-order mark is remarked on", () => {
    const judgement = judge("optievent", 200, `\uFEFF${ACCEPTED_OPTIEVENT}`);
    expect(judgement.outcome).toBe("accepted");
    expect(judgement.remarks.join(" ")).toContain("byte-order mark");
  });
});

describe("bodies that fit no documented shape", () => {
  test.each([
    ["optievent", "", "is empty"],
    ["optievent", " \n", "is empty"],
    ["optievent", "<!DOCTYPE html><html><head><title>Welcome</title></head></html>", '"Welcome"'],
    ["optievent", "<html></html>", "HTML page"],
    ["optievent", "<error>no</error>", "markup"],
    ["optievent", "OK", "plain text"],
    ["optievent", ACCEPTED_OPTIEVENT.slice(0, -12), "stops before its end"],
    ["optievent", '{"status":"success","message":"1147', "stops before its end"],
    ["realtime", '{"IsSuccess":tru', "stops before its end"],
    ["optievent", "{status: success}", "not valid JSON"],
    ["optievent", "[]", "an array"],
    ["optievent", `[${ACCEPTED_OPTIEVENT}]`, "an array"],
    ["optievent", "true", "true"],
    ["optievent", "1147206418897270", "a number"],
    ["optievent", "null", "null"],
    ["optievent", JSON.stringify(ACCEPTED_OPTIEVENT), "encoded twice"],
    ["optievent", '"success"', "a string"],
    ["optievent", "{}", "no `status`"],
    ["optievent", '{"status":"Success","message":"1147206418897270"}', "neither"],
    ["optievent", '{"status":true,"message":"1147206418897270"}', "true"],
    ["optievent", '{"status":"success"}', "no `message`"],
    ["optievent", '{"status":"success","message":" "}', "empty `message`"],
    ["optievent", '{"status":"success","message":{}}', "an object"],
    [
      "optievent",
      '{"status":"success","message":"Failed to validate the event with the following error - x"}',
      "refusal",
    ],
    ["optievent", '{"status":"error","status":"success","message":"1147206418897270"}', "more than once"],
    ["realtime", "{}", "no `IsSuccess`"],
    ["realtime", '{"IsSuccess":"true","Data":false}', "a string"],
    ["realtime", '{"IsSuccess":1,"Data":false}', "a number"],
    ["realtime", '{"isSuccess":true,"Data":false}', "no `IsSuccess`"],
    ["realtime", '{"IsSuccess":true}', "no `Data`"],
    ["realtime", '{"IsSuccess":true,"Data":{"a":1}}', "an object"],
    ["realtime", '{"IsSuccess":false,"IsSuccess":true,"Data":false}', "more than once"],
  ] as const)("%s: %j", (api, body, words) => {
    const judgement = judge(api, 200, body, []);
    expect(judgement.outcome).toBe("unrecognised");
    expect(judgement.reference).toBeNull();
    expect(judgement.message).toContain(words);
  });

  test.each([
    ["realtime", ACCEPTED_OPTIEVENT, "OptiEvent"],
    ["realtime", REFUSED_OPTIEVENT, "OptiEvent"],
    ["optievent", ACCEPTED_REALTIME, "Realtime"],
  ] as const)("the other API's answer to %s is unrecognised and named", (api, body, name) => {
    const judgement = judge(api, 200, body);
    expect(judgement.outcome).toBe("unrecognised");
    expect(judgement.remarks.join(" ")).toContain(`answer of the ${name} API`);
  });

  test("a body that the console itself cut off is not called the server's mistake", () => {
    const body = ACCEPTED_OPTIEVENT.slice(0, 30);
    const judgement = judgeAnswer({ api: "optievent", status: 200, headers: [], body, truncated: true });
    expect(judgement.outcome).toBe("unrecognised");
    expect(judgement.message).toContain("console's size limit");
  });

  test("a refusal without a reason is still a refusal", () => {
    expect(judge("optievent", 400, '{"status":"error"}').outcome).toBe("rejected");
    expect(judge("optievent", 400, '{"status":"error","message":{}}').remarks.join(" ")).toContain(
      "an object",
    );
  });
});

describe("statuses without a documented body", () => {
  test.each([
    [401, "credential"],
    [403, "credential"],
    [404, "nothing at this address"],
    [405, "no POST"],
    [407, "user name and password"],
    [413, "too large"],
    [415, "content type"],
    [418, "refuses the request"],
    [500, "may duplicate"],
    [503, "not available"],
    [101, "no final answer"],
    [0, "no final answer"],
  ])("%i is unrecognised and explained", (status, words) => {
    const judgement = judge("optievent", status, "<html></html>", []);
    expect(judgement.outcome).toBe("unrecognised");
    expect(judgement.message).toContain(`${status}`);
    expect(judgement.message).toContain(words);
    expect(judgement.remarks.join(" ")).toContain("HTML page");
  });

  test.each([
    [[], "does not say for how long"],
    [[["Retry-After", "30"]], "wait 30 seconds"],
    [[["retry-after", "1"]], "wait 1 second before"],
    [[["Retry-After", "Mon, 23 Nov 2026 10:00:00 GMT"]], "2026-11-23T10:00:00.000Z"],
    [[["Retry-After", "soon"]], '"soon"'],
    [[["Retry-After", "-5"]], '"-5"'],
  ] as [Header[], string][])("429 with %j", (headers, words) => {
    const judgement = judge("optievent", 429, "", headers);
    expect(judgement.outcome).toBe("unrecognised");
    expect(judgement.message).toContain("429 Too Many Requests");
    expect(judgement.message).toContain(words);
  });

  test("a documented refusal with 429 keeps the advice on waiting", () => {
    const judgement = judge("optievent", 429, REFUSED_OPTIEVENT, [["Retry-After", "30"]]);
    expect(judgement.outcome).toBe("rejected");
    expect(judgement.remarks.join(" ")).toContain("wait 30 seconds");
  });

  test("503 with Retry-After says how long to wait", () => {
    expect(judge("optievent", 503, "", [["Retry-After", "5"]]).message).toContain("wait 5 seconds");
  });

  test("a redirect names its Location and that it was not followed", () => {
    const judgement = judge("optievent", 307, "", [["location", "https://other.example/x"]]);
    expect(judgement.outcome).toBe("unrecognised");
    expect(judgement.message).toContain("https://other.example/x");
    expect(judgement.message).toContain("not followed");
    expect(judge("optievent", 302, "").message).toContain("no Location");
  });
});

test("any body and status gives a verdict, success only with 2xx and a documented body", () => {
  const member = fc.constantFrom("status", "message", "IsSuccess", "Data", "Message");
  const value = fc.oneof(
    fc.jsonValue(),
    fc.constantFrom("success", "error", true, false, "1147206418897270"),
  );
  const body = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.json(),
    fc.dictionary(member, value).map((object) => JSON.stringify(object)),
  );
  const headers = fc.array(
    fc.tuple(fc.constantFrom("Retry-After", "Location", "Content-Type"), fc.string({ unit: "binary" })),
    { maxLength: 3 },
  );
  const answer = fc.record({
    api: fc.constantFrom("optievent" as const, "realtime" as const),
    status: fc.oneof(fc.integer({ min: 100, max: 599 }), fc.integer()),
    headers,
    body,
    truncated: fc.boolean(),
  });
  fc.assert(
    fc.property(answer, (input) => {
      const judgement = judgeAnswer(input);
      expect(judgement.message).not.toBe("");
      if (judgement.outcome === "accepted") {
        expect(input.status).toBeGreaterThanOrEqual(200);
        expect(input.status).toBeLessThan(300);
        const said: unknown = JSON.parse(input.body);
        expect(said).toMatchObject(input.api === "optievent" ? { status: "success" } : { IsSuccess: true });
      } else {
        expect(judgement.reference).toBeNull();
      }
    }),
    { numRuns: 2000 },
  );
});
