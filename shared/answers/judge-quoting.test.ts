import { describe, expect, test } from "vitest";
import type { Header } from "../domain/exchange.ts";
import { judgeAnswer, type Judgement } from "./judge.ts";

const ACCEPTED_OPTIEVENT = `{
         "status": "success",
         "message": "1147206418897270"
       }`;

function judge(status: number, body: string, headers: Header[]): Judgement {
  return judgeAnswer({ api: "optievent", status, headers, body });
}

describe("a body that says it is compressed", () => {
  const headers: Header[] = [["Content-Encoding", "GZIP"]];

  test("is called that, with a way to read it, and nothing of it is quoted", () => {
    const judgement = judge(200, "\u001f\ufffd\u0008V*.I,)", headers);
    expect(judgement).toMatchObject({
      outcome: "unrecognised",
      message: expect.stringContaining("its body is compressed (gzip), which the request had not asked for"),
    });
    expect(judgement.remarks).toEqual([expect.stringContaining("unpack it")]);
  });

  test("but is not is judged by what it says", () => {
    expect(judge(200, ACCEPTED_OPTIEVENT, headers).outcome).toBe("accepted");
    expect(judge(200, "OK", [["content-encoding", "identity"]]).message).toContain("plain text");
  });
});

test("a reason that would turn around the sentence it is quoted in does not", () => {
  const judgement = judge(400, '{"status":"error","message":"Tenant \\u202enot\\u2066 found"}', []);
  expect(judgement.message).toBe("The event was refused: Tenant not found.");
});
