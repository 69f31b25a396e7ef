import { spawnSync } from "node:child_process";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Exchange } from "../../../shared/domain/exchange.ts";
import { exportCsv } from "../../../shared/export/csv.ts";
import { exportNdjson } from "../../../shared/export/ndjson.ts";
import { exportPostman } from "../../../shared/export/postman.ts";
import {
  exportContext,
  itemsOf,
  richExchange,
  textOf,
} from "../../../shared/export/test-support/exchanges.ts";
import { postmanCollectionSchema } from "../../../shared/export/test-support/postman-schema.ts";

const hasPython = spawnSync("python3", ["--version"]).status === 0;

/** Reads CSV with Python's module, which is nobody's relative of the writer. */
function readByPython(csv: string): Record<string, string>[] {
  const script =
    "import csv, io, json, sys; t = sys.stdin.buffer.read().decode('utf-8-sig'); csv.field_size_limit(10**8); print(json.dumps(list(csv.DictReader(io.StringIO(t, newline='')))))";
  const { stdout, stderr, status } = spawnSync("python3", ["-c", script], { input: csv, encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Record<string, string>[];
}

const withTexts = (text: string): Exchange => {
  const { request } = richExchange();
  return richExchange({ message: text, request: { ...request, text }, event: text });
};

describe.skipIf(!hasPython)("a CSV export, read by Python's csv module", () => {
  it("gives every text back, whatever is in it", async () => {
    const texts = fc
      .string({ unit: "grapheme", maxLength: 30 })
      // Formulas get an apostrophe, and Python reads what follows a null character as it pleases.
      .filter((text) => !/^\s*[=+\-@|%\uFF0B-\uFF20]|^[\t\n]|[\0\r]/.test(text));
    const special = ['a"b', "a,b", "a\nb", '"', " a ", "\u00fc", "''", "null", "1e5", "\u2028"];
    const some = [...special, ...fc.sample(texts, 500)];
    const rows = readByPython(await textOf(exportCsv(itemsOf(some.map(withTexts)), exportContext)));
    expect(rows.map(({ message }) => message)).toEqual(some);
    expect(rows.map(({ request }) => request)).toEqual(some);
    expect(rows.every(({ took_ms }) => took_ms === "11")).toBe(true);
  });

  it("has no cell that a spreadsheet would take for a formula", async () => {
    const formulas = [
      "=1+1",
      "+1",
      "-1",
      "@SUM(A1)",
      "\t=1",
      "\r=1",
      "=cmd|' /C calc'!A0\nx",
      " =1",
      "\uff1d1",
      "|x",
      "%0a",
    ];
    const rows = readByPython(await textOf(exportCsv(itemsOf(formulas.map(withTexts)), exportContext)));
    for (const row of rows) {
      for (const value of [row["event"], row["message"], row["request"]]) expect(value).toMatch(/^'/);
    }
  });
});

describe("an NDJSON export", () => {
  it("has one exchange a line, each naming the format", async () => {
    const lines = (
      await textOf(exportNdjson(itemsOf([withTexts("a\nb\u2028c"), richExchange()]), exportContext))
    ).split("\n");
    expect(lines).toHaveLength(3);
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({
      format: "optievent-exchange/1",
      event: "a\nb\u2028c",
    });
  });
});

describe("a Postman collection", () => {
  it("is valid, with the bodies as they were", async () => {
    const bodies = fc.array(fc.string({ unit: "grapheme" }), { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(bodies, async (some) => {
        const text = await textOf(exportPostman(itemsOf(some.map(withTexts)), exportContext));
        const { item } = postmanCollectionSchema.parse(JSON.parse(text));
        expect(item.map(({ request }) => request.body.raw)).toEqual(some);
      }),
    );
  });

  it("has the addresses as they were, their queries included", async () => {
    const addresses = [
      "https://example.com/?a=b&c=d%20e",
      "http://[::1]:4100/x/y?q#f",
      "no address",
      "https://example.com/p%20q/{{secret:token}}?k={{secret:token}}",
    ];
    const { request } = richExchange();
    const some = addresses.map((url) => richExchange({ request: { ...request, url } }));
    const text = await textOf(exportPostman(itemsOf(some), exportContext));
    const { item } = postmanCollectionSchema.parse(JSON.parse(text));
    const written = addresses.map((address) => address.replaceAll("secret:", "secret_"));
    expect(item.map((one) => one.request.url)).toEqual(written);
    expect(item.map(({ response }) => response[0]?.originalRequest.url)).toEqual(written);
  });

  it("has a variable for each secret, without a value", async () => {
    const text = await textOf(
      exportPostman(itemsOf([withTexts('{"tid":"{{secret:token}}"}')]), exportContext),
    );
    const { item, variable } = postmanCollectionSchema.parse(JSON.parse(text));
    expect(item[0]?.request.body.raw).toBe('{"tid":"{{secret_token}}"}');
    expect(variable).toEqual([{ key: "secret_token", value: "", type: "string" }]);
  });
});
