import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exchangeSchema, type Exchange } from "../domain/exchange.ts";
import { createRedactor } from "../redaction/redact.ts";
import { exportJson } from "./export-json.ts";

const example: Exchange = exchangeSchema.parse({
  id: "exchange-1",
  sentAt: "2026-11-23T09:15:00.000Z",
  outcome: "failed",
  api: "realtime",
  tenant: null,
  catalog: null,
  event: "1101",
  identity: null,
  request: { method: "POST", url: "https://example.com/", headers: [], text: "{}", byteLength: 2 },
  response: null,
  failure: null,
  reference: null,
  message: "Nobody answers.",
  remarks: [],
  timings: { dns: null, connect: null, tls: null, send: null, wait: null, receive: null, total: 1 },
  remoteAddress: null,
  reusedConnection: false,
  tls: null,
  findings: [],
  negative: false,
  draftId: null,
  appVersion: "0.1.0",
});

function chunksOf(exchanges: Iterable<Exchange>, redact = (text: string) => text): Generator<string> {
  const app = { name: "OptiEvent Console", version: "0.1.0" };
  return exportJson({ exportedAt: "2026-11-23T10:00:00.000Z", app, exchanges, redact });
}

const withText = (text: string): Exchange => ({ ...example, request: { ...example.request, text } });

describe("a JSON export", () => {
  it("is one document that holds the exchanges as they are", () => {
    const texts = fc.array(fc.string({ unit: "binary" }), { maxLength: 5 });
    const property = fc.property(texts, (some) => {
      const exchanges = some.map(withText);
      expect(JSON.parse([...chunksOf(exchanges)].join(""))).toEqual({
        format: "optievent-history/1",
        exportedAt: "2026-11-23T10:00:00.000Z",
        app: { name: "OptiEvent Console", version: "0.1.0" },
        exchanges,
      });
    });
    fc.assert(property);
  });

  it("keeps the digits of numbers in bodies, which are texts", () => {
    const text = '{"amount":100.00,"id":12345678901234567890}';
    const parsed: unknown = JSON.parse([...chunksOf([withText(text)])].join(""));
    expect(parsed).toMatchObject({ exchanges: [{ request: { text } }] });
  });

  it("takes the exchanges one by one, as the destination asks for them", () => {
    let taken = 0;
    function* source(): Generator<Exchange> {
      for (taken = 1; ; taken += 1) yield example;
    }
    const chunks = chunksOf(source());
    for (let count = 0; count < 4; count += 1) chunks.next();
    expect(taken).toBe(3);
  });

  it("holds no secret, even if a record should", () => {
    const value = 'a"secret\\with é';
    const redact = createRedactor([{ name: "token", value }]);
    const text = [...chunksOf([withText(JSON.stringify({ tid: value }))], redact)].join("");
    expect(text).toContain("{{secret:token}}");
    expect(text).not.toContain("with é");
    expect(JSON.parse(text)).toMatchObject({
      exchanges: [{ request: { text: '{"tid":"{{secret:token}}"}' } }],
    });
  });
});
