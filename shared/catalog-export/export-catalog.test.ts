import * as fc from "fast-check";
import Papa from "papaparse";
import { parse, type DefaultTreeAdapterTypes } from "parse5";
import { Lexer } from "marked";
import { describe, expect, it } from "vitest";
import { catalogText } from "../catalog/catalog-text.ts";
import { anyCatalogDocument } from "../catalog/test-support/catalog-document.ts";
import { importCatalog } from "../catalog-import/import-catalog.ts";
import type { ImportOptions } from "../catalog-import/types.ts";
import { demoCatalog } from "../demo/demo-catalog.ts";
import type { Catalog } from "../domain/catalog.ts";
import { exportCatalog } from "./export-catalog.ts";
import { CATALOG_EXPORT_FORMATS, EXPORT_TITLES, REQUEST_FORMATS } from "./formats.ts";
import { HOSTILE_CATALOG, HOSTILE_TEXTS } from "./test-support/hostile-catalog.ts";

function read(text: string, options?: ImportOptions): Catalog {
  const result = importCatalog(text, options);
  if (!result.ok) throw new Error(result.reason);
  return result.catalog;
}

/** The names and types alone, which is all that a request asks for. */
function requested({ events }: Catalog): unknown {
  return events.map(({ key, parameters }) => [key, parameters.map(({ name, type }) => `${name} ${type}`)]);
}

const hasOneOfEach = ({ events }: Catalog): boolean =>
  events.length > 0 &&
  new Set(events.map(({ key }) => key)).size === events.length &&
  events.every(({ parameters }) => new Set(parameters.map(({ name }) => name)).size === parameters.length);

describe("CSV", () => {
  it("imports to the same catalog, digits and unknown fields included", () => {
    fc.assert(
      fc.property(anyCatalogDocument.map((text) => read(text)).filter(hasOneOfEach), (catalog) => {
        const { text } = exportCatalog(catalog, "csv");
        expect(catalogText(read(text, { format: "csv" }))).toBe(catalogText(catalog));
      }),
      { numRuns: 300 },
    );
  });

  it("of a usual catalog is a usual table", () => {
    const { text, fileName } = exportCatalog(demoCatalog, "csv");
    expect(fileName).toBe("demo-store.csv");
    expect(text.split("\r\n").slice(0, 2)).toEqual([
      "Event Key,Event Name,Event ID,Event Description,Event Group,APIs,Parameter Key,Type,Mandatory,Format,Allowed Values,Max Length,Minimum,Maximum,Monetary,Description,Example,Catalog,Other Catalog Fields (JSON)",
      expect.stringMatching(/^newsletter_signup,Newsletter signup,1101,/),
    ]);
    expect(read(text)).toEqual(demoCatalog);
  });

  it("has no cell that a spreadsheet would run", () => {
    for (const format of ["csv", "request-csv"] as const) {
      const { text } = exportCatalog(HOSTILE_CATALOG, format);
      expect(text).toContain(`'=HYPERLINK`);
      expect(text).not.toMatch(/(?:^|[,\n])"?[=+@]/);
    }
    expect(read(exportCatalog(HOSTILE_CATALOG, "csv").text)).toEqual(HOSTILE_CATALOG);
  });

  it("has none whatever the catalog, in no column", () => {
    const cellText = fc
      .tuple(
        fc.constantFrom("=", "+", "-", "@", "\t", "\r", "＝", "＠", "'=", "x"),
        fc.string({ maxLength: 5 }),
      )
      .map((parts) => parts.join(""));
    const texts = fc.tuple(cellText, cellText, cellText, cellText);
    const catalogOf = ([key, name, description, title]: [string, string, string, string]): Catalog => ({
      ...HOSTILE_CATALOG,
      name: title,
      events: [
        {
          key,
          title,
          description,
          group: name,
          note: description,
          parameters: [{ name, type: "string", description, example: title, enum: [key, name], note: title }],
        },
      ],
    });
    fc.assert(
      fc.property(texts, (cells) => {
        const catalog = catalogOf(cells);
        for (const format of ["csv", "request-csv"] as const) {
          const { data } = Papa.parse<string[]>(exportCatalog(catalog, format).text, { delimiter: "," });
          for (const cell of data.flat())
            expect(cell).toMatch(/^(?:-?[0-9.]+|(?![=+\-@\t\r＝＋－＠])[^]*)$/u);
        }
      }),
    );
  });
});

describe("the request document", () => {
  it.each(["md", "html", "request-csv"] as const)(
    "as %s asks for names and types, and can be read again",
    (format) => {
      const { text } = exportCatalog(demoCatalog, format);
      expect(requested(read(text))).toEqual(requested(demoCatalog));
    },
  );

  it("asks only for what is new since an earlier version", () => {
    const [first, second, ...others] = demoCatalog.events;
    if (first === undefined || second === undefined) throw new Error("the demo catalog is empty");
    const since: Catalog = {
      ...demoCatalog,
      events: [
        { ...first, parameters: first.parameters.slice(1).map(({ name }) => ({ name, type: "string" })) },
        ...others,
      ],
    };
    const { text } = exportCatalog(demoCatalog, "md", since);
    expect(text.split("\n").filter((line) => line.startsWith("## "))).toEqual([
      `## Event Name: \`${first.key}\``,
      `## Event Name: \`${second.key}\``,
    ]);
    expect(text).toContain("The event is configured already");
    expect(text).toContain("| `email` | String |");
    expect(text).toContain("| `opt_in` | Boolean (was String) |");
    expect(text).not.toContain("first_name");
  });

  it("says so where nothing is new", () => {
    for (const format of ["md", "html"] as const) {
      const { text } = exportCatalog(demoCatalog, format, demoCatalog);
      expect(text).toContain("Nothing is new since our last request");
      expect(text).not.toContain("Please configure");
    }
  });

  it("shows hostile names in Markdown as code and nothing else", () => {
    const { text } = exportCatalog(HOSTILE_CATALOG, "md");
    const tokens = new Lexer().lex(text);
    expect(tokens.filter(({ type }) => type === "heading")).toHaveLength(1 + HOSTILE_TEXTS.length);
    expect(tokens.filter(({ type }) => type === "table")).toHaveLength(HOSTILE_TEXTS.length);
    expect(tokens.filter(({ type }) => type === "html")).toEqual([]);
    const events = read(text).events;
    expect(events).toHaveLength(HOSTILE_TEXTS.length);
    expect(events[2]?.parameters[2]?.name).toBe(HOSTILE_TEXTS[2]);
  });

  it("shows hostile names in HTML as text and nothing else", () => {
    const { text } = exportCatalog(HOSTILE_CATALOG, "html");
    const names = new Set(elementsOf(parse(text)).map(({ tagName }) => tagName));
    expect([...names].sort()).toEqual(
      [
        "body",
        "code",
        "h1",
        "h2",
        "head",
        "html",
        "meta",
        "p",
        "style",
        "table",
        "tbody",
        "td",
        "th",
        "title",
        "tr",
      ].sort(),
    );
    expect(
      elementsOf(parse(text)).every(({ attrs }) => attrs.every(({ name }) => !name.startsWith("on"))),
    ).toBe(true);
  });
});

describe("each format", () => {
  it.each(CATALOG_EXPORT_FORMATS)(
    "%s has a name, a file name, and takes an earlier version where it says so",
    (format) => {
      const whole = exportCatalog(HOSTILE_CATALOG, format);
      expect(EXPORT_TITLES[format]).not.toBe("");
      expect(whole.fileName).toMatch(/^shop-script-x-y[a-z.-]+$/);
      const isShorter =
        exportCatalog(HOSTILE_CATALOG, format, HOSTILE_CATALOG).text.length < whole.text.length;
      expect(isShorter).toBe(REQUEST_FORMATS.has(format));
    },
  );
});

function elementsOf(node: DefaultTreeAdapterTypes.Node): DefaultTreeAdapterTypes.Element[] {
  const own = "tagName" in node ? [node] : [];
  return "childNodes" in node ? [...own, ...node.childNodes.flatMap(elementsOf)] : own;
}
