import { describe, expect, it } from "vitest";
import { exportCatalog } from "../catalog-export/export-catalog.ts";
import { CATALOG_FORMAT, type CatalogEvent } from "../domain/catalog.ts";
import { importCatalog } from "./import-catalog.ts";
import { outline, read } from "./test-support/outline.ts";
import { VENDOR_FORM } from "./test-support/vendor-form.ts";

/** The vendor's page with its form filled in. */
const FILLED = VENDOR_FORM.replace("Event Name:", "Event Name: newsletter_signup")
  .replace("Parameter Name:", "Parameter Name: email")
  .replace("Parameter Type:", "Parameter Type: String");

describe("the vendor's page with the form", () => {
  it("gives the form, and nothing of the samples below it", () => {
    const result = read(FILLED);
    expect(result.format).toBe("request-form");
    expect(outline(result.catalog.events)).toEqual(["newsletter_signup: email string"]);
    expect(result.problems).toEqual([]);
  });

  it("does so where the fences of the samples are lost or stand as tildes", () => {
    for (const fence of ["", "~~~"]) {
      const text = FILLED.replaceAll(/```(?:json)?/g, fence);
      expect(outline(read(text).catalog.events)).toEqual(["newsletter_signup: email string"]);
    }
  });

  it("names no event where the form is empty", () => {
    expect(importCatalog(VENDOR_FORM, { format: "request-form" })).toMatchObject({ ok: false });
  });
});

describe("fences in a request form", () => {
  const login = "Event Name: login\n-- Parameter Name: way\n-- Parameter Type: String\n";

  it("hide what stands between them, whatever it looks like", () => {
    const text = `${login}\`\`\`yaml\nevent: sample\ntype: Number\n\`\`\`\nEvent Name: logout\n`;
    expect(outline(read(text).catalog.events)).toEqual(["login: way string", "logout: "]);
  });

  it("may stand around the form itself, and hide nothing where they never end", () => {
    for (const text of [`Our events:\n\`\`\`\n${login}\`\`\`\n`, `\`\`\`\n${login}`]) {
      expect(outline(read(text).catalog.events)).toEqual(["login: way string"]);
    }
  });
});

describe("underscores at the ends of a name", () => {
  it("are part of it in a form", () => {
    const form =
      "Event Name: _login_\n-- Parameter Name: __x__\n-- Parameter Type: String\n\nEvent Name: __proto__\n";
    expect(outline(read(form).catalog.events)).toEqual(["_login_: __x__ string", "__proto__: "]);
  });

  it("are marks where they end what began before the label", () => {
    const form =
      "__Event Name:__ _login\n_Parameter Name:_ a_\n_Parameter Type: String_\n**Event Name:** _out_\n";
    expect(outline(read(form).catalog.events)).toEqual(["_login: a_ string", "_out_: "]);
  });

  it("are part of it in a Markdown table", () => {
    const rows = "| Event | Parameter | Type |\n|--|--|--|\n| __buy__ | _sku_ | **String** |\n";
    expect(outline(read(rows).catalog.events)).toEqual(["__buy__: _sku_ string"]);
  });
});

describe("our own request document", () => {
  it.each(["html", "md", "request-csv"] as const)("comes back from %s as it was", (format) => {
    const keys = ["__proto__", "_login_", "*star*", "a~~b~~", "&amp;"];
    const events = keys.flatMap((key): CatalogEvent[] => [
      { key, parameters: [{ name: key, type: "string" }] },
      { key: `${key} alone`, parameters: [] },
    ]);
    const { text } = exportCatalog({ format: CATALOG_FORMAT, name: "c", events }, format);
    const expected = keys.flatMap((key) => [`${key}: ${key} string`, `${key} alone: `]);
    expect(outline(read(text).catalog.events).toSorted()).toEqual(expected.toSorted());
  });
});

describe("a form on one line", () => {
  it("has its labels told apart by a comma, a semicolon or a bar, with white space before it or not", () => {
    for (const mark of [", ", " , ", "; ", " | "]) {
      const line = `Parameter Name: y${mark}Parameter Type: Number`;
      const form = `Event Name: buy\n${line}\nEvent Name: sell${mark}${line.replace("y", "z")}`;
      expect(outline(read(form).catalog.events)).toEqual(["buy: y number", "sell: z number"]);
    }
    expect(outline(read("Event Name: a\nParameter Name: y, Type: Number").catalog.events)).toEqual([
      "a: y number",
    ]);
  });
});
