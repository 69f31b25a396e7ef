import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { catalogText } from "../catalog/catalog-text.ts";
import { catalogCsv } from "../catalog-export/catalog-csv.ts";
import { exportCatalog } from "../catalog-export/export-catalog.ts";
import { demoCatalog } from "../demo/demo-catalog.ts";
import { catalogSchema } from "../domain/catalog.ts";
import { damagedJsonText } from "../json/test-support/arbitrary-json.ts";
import { importCatalog } from "./import-catalog.ts";
import { mergeImport } from "./merge.ts";
import { choicesOf, planImport } from "./plan.ts";
import * as samples from "./test-support/samples.ts";
import type { ImportFormat } from "./types.ts";

const FORMATS: readonly ImportFormat[] = [
  "catalog",
  "tenant-configuration",
  "csv",
  "request-form",
  "markdown",
  "html",
  "json-schema",
  "payloads",
];

const small = { ...demoCatalog, events: demoCatalog.events.slice(0, 3) };
const documents = [
  ...Object.values(samples),
  catalogText(small),
  ...(["csv", "md", "schema", "html", "request-csv"] as const).map(
    (format) => exportCatalog(small, format).text,
  ),
];

const piece = fc.oneof(
  fc.constantFrom(
    "{",
    "}",
    "[",
    "]",
    "(",
    ")",
    '"',
    "'",
    "`",
    ",",
    ";",
    ":",
    "|",
    "\t",
    "\n",
    "\r",
    "=",
    "<",
    ">",
    "&",
    "/*",
    "*/",
    "//",
  ),
  fc.constantFrom(
    "__proto__",
    "constructor",
    "\0",
    "\uFEFF",
    "\ud800",
    "${",
    "<table>",
    "<td rowspan=99999>",
    "|--|",
    "--",
    "Event Name:",
  ),
  fc.string({ unit: "binary", maxLength: 6 }),
);

/** A document with pieces put in, left out, doubled or moved. */
const damagedDocument = fc
  .tuple(
    fc.constantFrom(...documents),
    fc.array(fc.tuple(fc.nat(), fc.nat({ max: 40 }), piece), { minLength: 1, maxLength: 6 }),
  )
  .map(([text, edits]) =>
    edits.reduce((damaged, [place, length, put]) => {
      const at = place % (damaged.length + 1);
      return damaged.slice(0, at) + put + damaged.slice(at + length);
    }, text),
  );

const anyText = fc.oneof(
  damagedDocument,
  damagedJsonText,
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join("")),
);

/** What holds of every reading, whatever was read. */
function check(text: string, format?: ImportFormat): void {
  const result = importCatalog(text, { known: small, ...(format === undefined ? {} : { format }) });
  for (const { line, column, message } of result.problems) {
    expect(line).toBeGreaterThan(0);
    expect(column).toBeGreaterThan(0);
    expect(message).not.toBe("");
  }
  expect(Object.keys(Object.prototype)).toEqual([]);
  // What goes to and from a worker is a plain value.
  expect(structuredClone(result)).toEqual(result);
  if (!result.ok) {
    expect(result.reason).not.toBe("");
    return;
  }
  expect(catalogSchema.safeParse(result.catalog).success).toBe(true);
  const merged = mergeImport(small, result, choicesOf(planImport(small, result), false));
  expect(catalogSchema.safeParse(JSON.parse(catalogText(merged.catalog))).success).toBe(true);
}

describe("any text", () => {
  it("is read or refused, and never throws", () => {
    fc.assert(
      fc.property(anyText, (text) => check(text)),
      { numRuns: 800 },
    );
  });

  it.each(FORMATS)("is read or refused as %s", (format) => {
    fc.assert(
      fc.property(anyText, (text) => check(text, format)),
      { numRuns: 200 },
    );
  });

  it("is read or refused from any bytes", () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.tuple(damagedDocument, fc.uint8Array({ maxLength: 4 })).map(([text, more]) => {
        return new Uint8Array([...more, ...new TextEncoder().encode(text)]);
      }),
    );
    fc.assert(
      fc.property(bytes, (source) => {
        const result = importCatalog(source);
        if (!result.ok) expect(result.reason).not.toBe("");
      }),
      { numRuns: 300 },
    );
  });
});

const name = fc.stringMatching(/^[a-z][a-z0-9]{0,8}_[a-z]{1,8}$/);
const rows = fc.uniqueArray(fc.tuple(name, name, fc.constantFrom("String", "Number", "Boolean")), {
  minLength: 1,
  maxLength: 20,
  selector: ([event, parameter]) => `${event}/${parameter}`,
});
const badRow = fc.constantFrom(
  ",,Number",
  '"open,x,String',
  ",,",
  "e_vent,p_ar,Strang",
  "a,b,c,d,e,f",
  "=1+1,-2,String",
  '""",x,y',
);

describe("valid rows", () => {
  it("of a table are all read, whatever stands between them", () => {
    const table = fc
      .tuple(rows, fc.array(fc.tuple(fc.nat(), badRow), { maxLength: 5 }))
      .map(([good, bad]) => {
        const lines = good.map((row) => row.join(","));
        for (const [place, line] of bad) lines.splice(place % (lines.length + 1), 0, line);
        return { good, text: `Event,Parameter,Type\n${lines.join("\n")}\n` };
      });
    fc.assert(
      fc.property(table, ({ good, text }) => {
        const result = importCatalog(text);
        const events = new Map(result.ok ? result.catalog.events.map((event) => [event.key, event]) : []);
        for (const [event, parameter, type] of good) {
          const read = events.get(event)?.parameters.find((one) => one.name === parameter);
          expect(read?.type).toBe(type.toLowerCase());
        }
      }),
      { numRuns: 300 },
    );
  });

  it("of a catalog file are all read up to where it breaks off, and after where it is broken", () => {
    const text = catalogText(demoCatalog);
    const ends = demoCatalog.events.map(({ key }) => text.indexOf(`"key": ${JSON.stringify(key)}`));
    const list = text.indexOf('"events"');
    const offset = fc.oneof(
      { arbitrary: fc.nat({ max: text.length }), weight: 20 },
      { arbitrary: fc.nat({ max: 9 }).map((behind) => list + behind), weight: 1 },
    );
    fc.assert(
      fc.property(offset, fc.constantFrom("§", "}", "]", ","), (at, put) => {
        const half = importCatalog(text.slice(0, at));
        const keys = half.ok ? half.catalog.events.map(({ key }) => key) : [];
        const whole = ends.filter((_, index) => (ends[index + 1] ?? text.length) <= at);
        expect(keys.slice(0, whole.length)).toEqual(
          demoCatalog.events.slice(0, whole.length).map(({ key }) => key),
        );
        const broken = importCatalog(text.slice(0, at) + put + text.slice(at));
        const read = new Set(broken.ok ? broken.catalog.events.map(({ key }) => key) : []);
        const missing = demoCatalog.events.filter(({ key }) => !read.has(key));
        // A list by another name is not that of the events, which is told.
        if (at > list && at < list + '"events"'.length) expect(broken.problems).not.toEqual([]);
        else expect(missing.length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 100 },
    );
  });

  it("of a table of our own survive a byte-order mark, other line ends and another separator", () => {
    const text = catalogCsv(demoCatalog);
    const expected = importCatalog(text);
    if (!expected.ok) throw new Error(expected.reason);
    for (const other of [`\uFEFF${text}`, text.replaceAll("\r\n", "\n"), `sep=,\r\n${text}`]) {
      const result = importCatalog(other);
      expect(result.ok && result.catalog).toEqual(expected.catalog);
    }
  });
});
