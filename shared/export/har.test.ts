import Ajv from "ajv";
import addFormats from "ajv-formats";
import * as fc from "fast-check";
import type { Har } from "har-format";
import { describe, expect, it } from "vitest";
import type { Exchange } from "../domain/exchange.ts";
import { exportHar } from "./har.ts";
import { exportContext, itemsOf, richExchange, textOf } from "./test-support/exchanges.ts";
import { HAR_SCHEMA } from "./test-support/har-schema.ts";

const ajv = new Ajv({ allErrors: true });
addFormats.default(ajv);
const isHar = ajv.compile<Har>(HAR_SCHEMA);

async function harOf(exchanges: readonly Exchange[]): Promise<Har["log"]> {
  const parsed: unknown = JSON.parse(await textOf(exportHar(itemsOf(exchanges), exportContext)));
  if (!isHar(parsed)) throw new Error(ajv.errorsText(isHar.errors));
  return parsed.log;
}

async function only(change: Partial<Exchange>) {
  const { entries } = await harOf([richExchange(change)]);
  const [entry] = entries;
  if (entry === undefined) throw new Error("There is no entry.");
  return entry;
}

const bodies = fc.oneof(fc.string({ unit: "binary" }), fc.json());
const phase = fc.option(fc.double({ min: 0, max: 1e5, noNaN: true }));

describe("a HAR export", () => {
  it("is valid HAR 1.2 with the texts as they were, whatever they are", async () => {
    await fc.assert(
      fc.asyncProperty(bodies, bodies, phase, phase, phase, async (sent, answered, connect, tls, wait) => {
        const { request, response, timings } = richExchange();
        if (response === null) throw new Error("The example has an answer.");
        const entry = await only({
          request: { ...request, text: sent },
          response: { ...response, body: answered },
          timings: { ...timings, connect, tls, wait },
        });
        expect(entry.request.postData?.text).toBe(sent);
        expect(entry.response.content.text).toBe(answered);
      }),
    );
  });

  it("is valid without exchanges and without an answer", async () => {
    expect((await harOf([])).entries).toEqual([]);
    const failure = {
      code: "connect.refused",
      phase: "connect",
      message: "Nobody.",
      nextStep: "Start it.",
    } as const;
    const entry = await only({ response: null, outcome: "failed", failure });
    expect(entry.response.status).toBe(0);
    expect(entry.response).toMatchObject({ _error: "connect.refused: Nobody." });
  });

  it("counts TLS within connecting, says -1 for what did not take place, and adds up", async () => {
    const { timings, time } = await only({});
    expect(timings).toMatchObject({
      blocked: -1,
      dns: 1.5,
      connect: 6.5,
      ssl: 2.5,
      send: 0.25,
      wait: 2.25,
      receive: 0.5,
    });
    expect(time).toBe(11);
    const reused = { dns: null, connect: null, tls: null, send: 1, wait: 2, receive: 3, total: 6 };
    const second = await only({ timings: reused });
    expect(second.timings).toMatchObject({ dns: -1, connect: -1, ssl: -1 });
    expect(second.time).toBe(6);
  });

  it("keeps bytes that are no text in base64, and says so", async () => {
    const { response } = richExchange();
    if (response === null) throw new Error("The example has an answer.");
    const body = Buffer.from([0, 255, 137]).toString("base64");
    const { content } = (await only({ response: { ...response, body, bodyEncoding: "base64" } })).response;
    expect(content).toMatchObject({ text: body, encoding: "base64" });
  });

  it("names the address that answered", async () => {
    expect(await only({ remoteAddress: "[::1]:4100" })).toMatchObject({
      serverIPAddress: "::1",
      connection: "4100",
    });
  });
});
