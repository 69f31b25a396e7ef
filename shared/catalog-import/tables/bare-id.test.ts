import { describe, expect, it } from "vitest";
import { importCatalog } from "../import-catalog.ts";
import { mappingOf } from "./bare-id.ts";

function meaningOfId(...lines: string[]): string | null {
  const [headers = [], ...rows] = lines.map((line) => line.split("|"));
  return mappingOf({ headers, rows })[headers.findIndex((header) => /^id$/i.test(header))] ?? null;
}

describe("a column that is headed just ID", () => {
  it("is that of the events beside their names", () => {
    expect(meaningOfId("ID|Event Name|Description", "1101|buy|x", "1102|sell|y")).toBe("eventId");
    expect(meaningOfId("event|id|parameter|type", "buy|1101|sku|String", "sell|1102|a|Number")).toBe(
      "eventId",
    );
    expect(meaningOfId("event|id")).toBe("eventId");
  });

  it("is that of the events wherever it stands, if all rows of an event have the same", () => {
    const rows = ["buy|sku|String|1101", "|price|Number|1101", "sell|a|String|1102"];
    expect(meaningOfId("Event|Parameter|Type|Id", ...rows)).toBe("eventId");
  });

  it("is passed over where it numbers parameters or rows, or has no numbers", () => {
    const counted = ["1|buy|sku|String", "2|buy|price|Number"];
    expect(meaningOfId("id|event|parameter|type", ...counted)).toBeNull();
    expect(meaningOfId("event|parameter|id|type", "buy|sku|3|String", "sell|a|4|String")).toBeNull();
    expect(meaningOfId("id|event", "a-b|buy", "c-d|sell")).toBeNull();
  });

  it("is passed over beside a column of event ids, and without a column of events", () => {
    expect(meaningOfId("id|event|event id", "1|buy|1101")).toBeNull();
    expect(meaningOfId("id|parameter|type", "1|sku|String")).toBeNull();
  });

  it("can be given another meaning", () => {
    const text = "id,event,parameter\n1101,buy,sku\n";
    const read = importCatalog(text);
    expect(read.ok && read.catalog.events[0]?.id).toBe(1101);
    const corrected = importCatalog(text, { mappings: [[null, "event", "parameter"]] });
    expect(corrected.ok && corrected.catalog.events[0]).not.toHaveProperty("id");
  });
});
