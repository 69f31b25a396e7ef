import { describe, expect, it } from "vitest";
import { CATALOG_FORMAT, type Catalog } from "../domain/catalog.ts";
import { importCatalog } from "./import-catalog.ts";
import { mergeImport } from "./merge.ts";
import { choicesOf, planImport } from "./plan.ts";
import { previewLines } from "./preview-lines.ts";

const CURRENT: Catalog = {
  format: CATALOG_FORMAT,
  name: "Shop",
  events: [{ key: "buy", parameters: [{ name: "sku", type: "string" }] }],
};

function preview(source: string): string[] {
  const read = importCatalog(source, {});
  if (!read.ok) throw new Error(read.reason);
  const { comparison } = mergeImport(CURRENT, read, choicesOf(planImport(CURRENT, read), false));
  return previewLines(comparison, read.guesses).map(({ text }) => text);
}

describe("the preview of an import in lines", () => {
  it("lists what an added event and its parameters say", () => {
    expect(
      preview(
        `{"format":"optievent-catalog/1","name":"Shop","events":[
          {"key":"buy","parameters":[{"name":"sku","type":"string"}]},
          {"key":"left","id":1102,"title":"Left","apis":["optievent","realtime"],"parameters":[
            {"name":"plan","type":"string","required":true,"enum":["a","b"],"maxLength":9,"example":"a"},
            {"name":"price","type":"number","minimum":1,"maximum":9,"monetary":true,"enum":[1.50,2],"example":100.00,"owner":"A"}]}]}`,
      ),
    ).toEqual([
      "`left` was added, with 2 parameters.",
      "  id 1102, Left, OptiEvent, Realtime",
      "  `plan`: string, required, one of a and b, at most 9 long, example a",
      "  `price`: number, optional, one of 1.50 and 2, at least 1, at most 9, money, example 100.00, owner A",
    ]);
  });

  it("marks what was guessed beside its value, of a new parameter of a known event too", () => {
    expect(
      preview(`{"tenant":1,"event":"buy","customer":"c","context":{"sku":"x","mail":"a@b.co"}}`),
    ).toEqual(
      expect.arrayContaining([
        '`buy`: `sku`: `example` is "x" now; it was not set. This was guessed.',
        "`buy`: `mail` was added, an optional string.",
        "  `mail`: string (guessed), optional (guessed), email (guessed), example a@b.co (guessed)",
      ]),
    );
  });
});
