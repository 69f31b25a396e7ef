import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Exchange } from "../domain/exchange.ts";
import { exportJson } from "./export-json.ts";
import { exportContext, itemsOf, richExchange, textOf } from "./test-support/exchanges.ts";
import type { ExportItem } from "./types.ts";

const withText = (text: string): Exchange => {
  const example = richExchange();
  return { ...example, request: { ...example.request, text } };
};

describe("a JSON export", () => {
  it("is one document that holds the exchanges as they are", async () => {
    const texts = fc.array(fc.string({ unit: "binary" }), { maxLength: 5 });
    const property = fc.asyncProperty(texts, async (some) => {
      const exchanges = some.map(withText);
      expect(JSON.parse(await textOf(exportJson(itemsOf(exchanges), exportContext)))).toEqual({
        format: "optievent-history/1",
        exportedAt: exportContext.exportedAt,
        app: exportContext.app,
        exchanges,
      });
    });
    await fc.assert(property);
  });

  it("keeps the digits of numbers in bodies, which are texts", async () => {
    const text = '{"amount":100.00,"id":12345678901234567890}';
    const parsed: unknown = JSON.parse(await textOf(exportJson(itemsOf([withText(text)]), exportContext)));
    expect(parsed).toMatchObject({ exchanges: [{ request: { text } }] });
  });

  it("takes the exchanges one by one, as the destination asks for them", async () => {
    let taken = 0;
    async function* source(): AsyncGenerator<ExportItem> {
      for (taken = 1; ; taken += 1) yield { exchange: richExchange(), note: null, tags: [] };
    }
    const chunks = exportJson(source(), exportContext);
    for (let count = 0; count < 4; count += 1) await chunks.next();
    expect(taken).toBe(3);
  });
});
