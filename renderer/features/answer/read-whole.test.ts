import { describe, expect, it } from "vitest";
import { exampleExchange } from "../../../shared/domain/test-support/example-exchange.ts";
import type { Exchange } from "../../../shared/domain/exchange.ts";
import { failure, success } from "../../../shared/result/result.ts";
import type { Host } from "../../host/host.ts";
import { readWhole } from "./read-whole.ts";

/** A whole number of characters in UTF-8 and of groups in base64. */
const PIECE_BYTES = 30;
const BYTES = Buffer.from("é€😀a".repeat(10));

function exchangeOf(bodyEncoding: "utf8" | "base64", bytes: Buffer): Exchange {
  const { response, ...example } = exampleExchange();
  if (response === null) throw new Error("The example has an answer.");
  return { ...example, response: { ...response, body: bytes.toString(bodyEncoding), bodyEncoding } };
}

/** As a window is given it. */
function beginningOf(encoding: "utf8" | "base64"): Exchange {
  const { response, ...example } = exchangeOf(encoding, BYTES.subarray(0, PIECE_BYTES));
  if (response === null) throw new Error("It has an answer.");
  return { ...example, response: { ...response, omittedBytes: BYTES.length - PIECE_BYTES } };
}

function hostOf(answer: (from: number) => unknown): Pick<Host, "call"> {
  const call = (_name: string, { from }: { readonly from: number }) => Promise.resolve(answer(from));
  return { call: call as unknown as Host["call"] };
}

describe("readWhole", () => {
  it.each(["utf8", "base64"] as const)("puts a long body in %s together as it was", async (encoding) => {
    const host = hostOf((from) => {
      const end = from + PIECE_BYTES;
      const text = BYTES.subarray(from, end).toString(encoding);
      return success({ text, encoding, next: end >= BYTES.length ? null : end });
    });
    const whole = await readWhole(host, beginningOf(encoding), new AbortController().signal);
    expect(whole).toEqual(exchangeOf(encoding, BYTES));
  });

  it("throws what the history says where a piece cannot be read", async () => {
    const host = hostOf(() => failure("history.damaged", "It is damaged."));
    const reading = readWhole(host, beginningOf("utf8"), new AbortController().signal);
    await expect(reading).rejects.toThrow("It is damaged.");
  });
});
