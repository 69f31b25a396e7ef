import { describe, expect, it } from "vitest";
import { MAXIMUM_IMPORT_BYTES } from "./decode.ts";
import { importCatalog } from "./import-catalog.ts";
import { CONFIG_SCRIPT, SEMICOLON_CSV } from "./test-support/samples.ts";

/** Little-endian UTF-16, with a byte-order mark or without. */
function utf16(text: string, hasMark: boolean): Uint8Array {
  const marked = hasMark ? `\uFEFF${text}` : text;
  const units = new Uint16Array(marked.length);
  for (let index = 0; index < marked.length; index += 1) units[index] = marked.charCodeAt(index);
  return new Uint8Array(units.buffer);
}

const FIFTY_MB = 50 * 1024 * 1024;

function keysOf(source: string | Uint8Array): string[] {
  const result = importCatalog(source);
  return result.ok ? result.catalog.events.map(({ key }) => key) : [];
}

describe("an encoding", () => {
  const text = "Event;Parameter;Type;Description\nkäufe;größe;String;für Schuhe\n";

  it("is told by its mark, or by its bytes", () => {
    expect(keysOf(utf16(text, true))).toEqual(["käufe"]);
    expect(keysOf(utf16(text, false))).toEqual(["käufe"]);
    expect(keysOf(new TextEncoder().encode(`\uFEFF${text}`))).toEqual(["käufe"]);
  });

  it("that is none of Unicode's is read as Windows-1252, and said", () => {
    const latin = Uint8Array.from(Array.from(text, (character) => character.charCodeAt(0)));
    const result = importCatalog(latin);
    expect(keysOf(latin)).toEqual(["käufe"]);
    expect(result.problems[0]?.message).toContain("Windows-1252");
  });

  it("of what is no text is refused with what to do", () => {
    const reason = (...bytes: number[]) => {
      const result = importCatalog(new Uint8Array(bytes));
      return result.ok ? "" : result.reason;
    };
    expect(reason(0x50, 0x4b, 0x03, 0x04)).toContain("Save the sheet as CSV");
    expect(reason(0x25, 0x50, 0x44, 0x46)).toContain("PDF");
    expect(reason(1, 0, 0, 0, 2)).toContain("no text");
  });
});

describe("a source that is too much", () => {
  it("by its length is refused", () => {
    const result = importCatalog(new Uint8Array(MAXIMUM_IMPORT_BYTES + 1));
    expect(result).toMatchObject({ ok: false, reason: expect.stringContaining("divide it") });
  });

  it("for its kind is refused with how much is read of that", () => {
    const long = "long ".repeat(3_600_000);
    const reasonOf = (text: string): string => {
      const result = importCatalog(text);
      return result.ok ? "" : result.reason;
    };
    expect(reasonOf(`var x = {events:{a_b:{parameters:{}, note:'${long}'}}};`)).toMatch(
      /^This looks like a script of more than 8 million characters.*Save what it holds as JSON/u,
    );
    expect(reasonOf(`<table><tr><td>${long}</td></tr></table>`)).toBe(
      "The page has more than 16 million characters. Copy its tables and paste them.",
    );
    expect(reasonOf(long)).toContain("Divide what is longer");
  });

  it("by 50 MB is read: a table, a catalog file, and half of one", () => {
    const row = `buy,sku,String,"${"long, ".repeat(2000)}"\n`;
    const table = `Event,Parameter,Type,Description\n${row.repeat(Math.ceil(FIFTY_MB / row.length))}`;
    expect(keysOf(table)).toEqual(["buy"]);
    const text = "x".repeat(12_000);
    const event = (index: number) => `{"key":"e_${index}","description":"${text}","parameters":[]}`;
    const count = Math.ceil(FIFTY_MB / text.length);
    const list = Array.from({ length: count }, (_, index) => event(index)).join(",");
    const file = `{"format":"optievent-catalog/1","name":"x","events":[${list}]}`;
    expect(keysOf(file)).toHaveLength(count);
    const half = importCatalog(file.slice(0, -100));
    expect(half.ok && half.catalog.events.length).toBe(count);
    expect(half.problems[0]?.message).toContain("The text is broken here");
  });

  it("by its values is refused, with how many are read", () => {
    const text = `[${"1,".repeat(6_000_000)}1]`;
    const result = importCatalog(text);
    expect(result).toMatchObject({
      ok: false,
      reason: expect.stringContaining("more than 6,000,000 values"),
    });
  });

  it("by its rows is read as far as they count, and says where that ends", () => {
    const rows = "a,b,String\n".repeat(1_000_050);
    const table = importCatalog(`Event,Parameter,Type\n${rows}`);
    expect(table.ok && table.tables[0]?.rowCount).toBe(999_999);
    expect(table.problemCount).toBe(999_999);
  });

  it("by the cells that spans make of few is read as far as they count", () => {
    const row = "<tr><td colspan=1000 rowspan=65534>buy</td></tr>";
    const page = `<table><tr><th>Event</th><th>Parameter</th></tr>${row.repeat(100_000)}</table>`;
    const result = importCatalog(page);
    expect(result.problems.some(({ message }) => message.includes("3,000,000 cells"))).toBe(true);
  });

  it("by its tokens is refused, since each is looked for in all of it", () => {
    const events = Array.from({ length: 20_000 }, (_, index) => `"e_${index}":{"token":"abcdef12${index}"}`);
    const result = importCatalog(`{"enableRealtime":true,"events":{${events.join(",")}}}`);
    expect(result).toMatchObject({ ok: false, reason: expect.stringContaining("look like tokens") });
    expect(JSON.stringify(result)).not.toContain("abcdef12");
  });

  it("by a list of many values is read like any other", () => {
    const values = Array.from({ length: 300_000 }, (_, index) => index).join(",");
    const schema = `{"title":"buy","type":"object","properties":{"size":{"type":"number","enum":[${values}]}}}`;
    const result = importCatalog(schema);
    expect(result.ok && result.catalog.events[0]?.parameters[0]?.enum).toHaveLength(300_000);
  });

  it("by tables that each name their event is read, tens of thousands of them", () => {
    const table = (index: number) => `# event_${index}\n\n| Parameter | Type |\n|---|---|\n| a | String |\n`;
    const text = Array.from({ length: 30_000 }, (_, index) => table(index)).join("\n");
    expect(keysOf(text)).toHaveLength(30_000);
  });

  it("by strings in JSON that are looked into is read, hundreds of thousands of them", () => {
    const strings = Array.from({ length: 300_000 }, (_, index) => `"{${index}"`).join(",");
    expect(importCatalog(`[${strings}]`).ok).toBe(false);
  });

  it("by its payloads is read, all of them, and told beyond how many not", () => {
    const payload = (index: number) =>
      `{"tenant":1,"event":"e_${index % 20}","customer":"c","context":{"a":${index}}}\n`;
    const lines = Array.from({ length: 30_000 }, (_, index) => payload(index));
    const result = importCatalog(lines.join(""));
    if (!result.ok) throw new Error(result.reason);
    expect(result.catalog.events).toHaveLength(20);
    expect(
      result.guesses.find(({ parameter, field }) => parameter === "a" && field === "required")?.reason,
    ).toBe("All 1500 payloads have it.");
    const single = importCatalog(payload(0).repeat(200_001));
    expect(single.problems.some(({ message }) => message.includes("The first 200,000 payloads"))).toBe(true);
  });

  it("by one word of millions of letters is refused", () => {
    for (const character of ["a", "ä"]) {
      expect(importCatalog(utf16(character.repeat(15_000_000), true)).ok).toBe(false);
    }
  });

  it("by its rows is read: 100,000 of them, half of them wrong", () => {
    const rows = Array.from(
      { length: 50_000 },
      (_, index) => `e_${index % 500},p_${index},String\n,,Number\n`,
    );
    const result = importCatalog(`Event,Parameter,Type\n${rows.join("")}`);
    if (!result.ok) throw new Error(result.reason);
    expect(result.catalog.events.reduce((sum, { parameters }) => sum + parameters.length, 0)).toBe(50_000);
    expect([result.problems.length, result.problemCount]).toEqual([10_000, 50_000]);
  });

  it("by its depth is read as far as it goes, or refused", () => {
    const deep = 50_000;
    for (const text of [
      "[".repeat(deep),
      `{"events":${"[".repeat(deep)}`,
      `var x = ${"(".repeat(deep)}`,
      `var x = {events:{e:{parameters:${"{a:".repeat(deep)}`,
      `var x = ${"a=>".repeat(deep)}{}`,
      "<table>".repeat(deep / 10),
      `<table>${"<b>".repeat(deep)}`,
      "> ".repeat(deep),
    ]) {
      const result = importCatalog(text);
      expect(result.ok ? result.problemCount : result.reason.length).toBeGreaterThan(0);
    }
  });

  it("by comments that never end, or brackets that never close, is read as far as it goes", () => {
    for (const piece of ["{/*", "[{", "({"]) expect(importCatalog(piece.repeat(700_000)).ok).toBe(false);
    const event = '"buy":{"parameters":{"sku":{"type":"String"}}}';
    const broken = `{"enableRealtime":true,"events":{§${"{/*".repeat(50_000)},${event}}}`;
    expect(keysOf(broken)).toEqual(["buy"]);
  });

  it("by stray quotes keeps its good rows", () => {
    const rows = Array.from({ length: 2000 }, (_, index) => `buy,p_${index},String`);
    const text = [
      "Event,Parameter,Type",
      ...rows.flatMap((row, index) => (index % 50 === 0 ? [`x,"y,Str`, row] : [row])),
    ];
    const result = importCatalog(text.join("\n"));
    const read = result.ok ? result.catalog.events.find(({ key }) => key === "buy") : undefined;
    expect(read?.parameters).toHaveLength(2000);
  });
});

describe("half a source", () => {
  it("gives what is whole in it, and says where it ends", () => {
    const script = importCatalog(CONFIG_SCRIPT.slice(0, CONFIG_SCRIPT.indexOf("note:")));
    if (!script.ok) throw new Error(script.reason);
    expect(script.catalog.events[0]?.parameters.map(({ name }) => name)).toEqual(["sku", "price"]);
    expect(script.problems.some(({ message }) => message.includes("The text is broken here"))).toBe(true);
    expect(keysOf(SEMICOLON_CSV.slice(0, SEMICOLON_CSV.indexOf("buy")))).toEqual(["add_to_cart"]);
  });
});

describe("names that are taken in JavaScript", () => {
  const names = ["__proto__", "constructor", "toString", "hasOwnProperty"];
  const each = (write: (name: string) => string, separator = "\n") => names.map(write).join(separator);
  const parameters = each((name) => `"${name}":{"type":"string"}`, ",");
  const sources = {
    catalog: `{"format":"optievent-catalog/1","name":"x","events":[${each((name) => `{"key":"${name}","parameters":[{"name":"${name}","type":"string","${name}":1}]}`, ",")}]}`,
    configuration: `{"enableRealtime":true,"events":{${each((name) => `"${name}":{"parameters":{"${name}":{"type":"String"}}}`, ",")}}}`,
    script: `var x = {enableRealtime: true, events: {${each((name) => `"${name}": {parameters: {"${name}": {type: 'String'}}}`, ",")}}};`,
    table: `Event,Parameter,Type\n${each((name) => `${name},${name},String`)}`,
    "request form": each(
      (name) => `Event Name: \`${name}\`\n-- Parameter Name: \`${name}\`\n-- Parameter Type: String`,
    ),
    Markdown: `| Event | Parameter | Type |\n|---|---|---|\n${each((name) => `| \`${name}\` | \`${name}\` | String |`)}`,
    page: `<table><tr><th>Event<th>Parameter<th>Type${each((name) => `<tr><td>${name}<td>${name}<td>String`)}</table>`,
    payloads: each(
      (name) => `{"tenant":1,"event":"${name}","customer":"c","context":{"${name}":"x","${name}":"y"}}`,
    ),
  };

  it.each(Object.entries(sources))("are names like others in a %s", (_format, source) => {
    const read = importCatalog(source);
    if (!read.ok) throw new Error(read.reason);
    expect(read.catalog.events.map(({ key, parameters: [first] }) => [key, first?.name])).toEqual(
      names.map((name) => [name, name]),
    );
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(Object.hasOwn(Object.prototype, "type")).toBe(false);
  });

  it("are names like others in a JSON Schema", () => {
    const read = importCatalog(
      `{"type":"object","title":"__proto__","required":["constructor"],"properties":{${parameters}}}`,
    );
    expect(read.ok && read.catalog.events[0]?.parameters.map(({ name }) => name)).toEqual(names);
  });
});
