import { describe, expect, it } from "vitest";
import { outline, problemsOf, read } from "./test-support/outline.ts";

const parameter = (type: string, more = "") => {
  const head = more === "" ? "" : ";Max Length;Allowed Values";
  const text = `Event;Parameter;Type${head}\nbuy;sku;"${type.replaceAll('"', '""')}"${more}\n`;
  const result = read(text);
  const found = result.catalog.events[0]?.parameters[0];
  return { ...result, parameter: found, guessed: result.guesses.map(({ field }) => field) };
};

describe("a type that says more than the type", () => {
  it.each([
    ["string(50)", 50],
    ["String (255)", 255],
    ["varchar(50)", 50],
    ["NVARCHAR[20]", 20],
    ["string, max 50 chars", 50],
    ["String (max. 30 characters)", 30],
    ["text up to 20 characters", 20],
    ["string; max length: 10", 10],
  ])("gives the length of %s", (type, maxLength) => {
    const read = parameter(type);
    expect(read.parameter).toEqual({ name: "sku", type: "string", maxLength });
    expect(read.guessed).toEqual([]);
  });

  it.each(["string 50", "string, 50 chars", "string (50) or so"])("guesses that of %s", (type) => {
    const read = parameter(type);
    expect(read.parameter).toEqual({ name: "sku", type: "string", maxLength: 50 });
    expect(read.guessed).toEqual(["maxLength"]);
  });

  it("gives none of other types, and none where a column has it", () => {
    for (const type of ["Decimal (10,2)", "int(11)", "date(8)", "string(0)", "string"]) {
      expect(parameter(type).parameter).not.toHaveProperty("maxLength");
    }
    expect(parameter("string(50)", ";20;").parameter).toMatchObject({ maxLength: 20 });
  });

  it.each(["Enum (web, app)", "enum: web | app", 'Enum["web","app"]', "One of (web/app)"])(
    "gives the values of %s",
    (type) => {
      const read = parameter(type);
      expect(read.parameter).toEqual({ name: "sku", type: "string", enum: ["web", "app"] });
      expect(read.problems).toEqual([]);
    },
  );

  it("leaves the values to a column that has them", () => {
    expect(parameter("Enum (web, app)", ";;tv").parameter).toMatchObject({ enum: ["tv"] });
  });

  it.each([
    ["String/Number", "string"],
    ["Integer or String", "number"],
    ["boolean, string", "boolean"],
    ["Number|String", "number"],
  ])("is told where %s names several", (word, type) => {
    const read = parameter(word);
    expect(read.parameter).toMatchObject({ type });
    expect(read.guessed).toEqual(["type"]);
    expect(problemsOf(read)).toEqual([`warning 2:9 "${word}" names more than one type. ${type} was taken.`]);
  });

  it.each([
    "Date/Time",
    "Yes/No",
    "true / false",
    "string or text",
    "Number / Decimal",
    "String (number of items)",
  ])("is one type: %s", (type) => {
    expect(parameter(type).problems.filter(({ severity }) => severity !== "info")).toEqual([]);
    expect(parameter(type).guessed).toEqual([]);
  });
});

describe("a number behind the name of an event", () => {
  const table = "\n\n| Parameter | Type |\n|--|--|\n| a | String |\n";

  it("is its id, as a guess where nothing says so", () => {
    const text = `## wishlist_add (1302)${table}\n## checkout_started (id 1301)${table}\n## Event Name: buy [Event ID: 7]${table}`;
    const result = read(text);
    expect(result.catalog.events.map(({ key, id }) => [key, id])).toEqual([
      ["wishlist_add", 1302],
      ["checkout_started", 1301],
      ["buy", 7],
    ]);
    expect(result.guesses.map(({ event, field }) => [event, field])).toEqual([["wishlist_add", "id"]]);
    const form = read("Event Name: join (1303)\n-- Parameter Name: a\n-- Parameter Type: String\n");
    expect(form.catalog.events).toMatchObject([{ key: "join", id: 1303, parameters: [{ name: "a" }] }]);
  });
});

describe("cells and rows that belong to no heading and no event", () => {
  it("are told where they stand behind the last heading", () => {
    const csv = read("Event,Parameter,Type,\nbuy,sku,String,,lost\nbuy,qty,Number,\n");
    expect(outline(csv.catalog.events)).toEqual(["buy: sku string, qty number"]);
    expect(problemsOf(csv)).toEqual(['warning 2:17 "lost" stands behind the last heading; it was left out.']);
    const markdown = read("| Event | Type |\n|--|--|\n| buy | x | lost |\n| sell | a \\| b |\n");
    expect(problemsOf(markdown)).toEqual([
      'warning 3:12 "lost" stands behind the last heading; it was left out.',
    ]);
    const row = (...cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell}`).join("")}`;
    const html = read(`<table>${row("Event", "Parameter")}${row("buy", "sku", "lost")}</table>`);
    expect(problemsOf(html)).toEqual([expect.stringMatching(/^warning 1:\d+ "lost" stands behind/u)]);
  });

  it("are told and make no event: comments and sums", () => {
    const rows = [
      "# old ones",
      "buy,sku,String",
      "#buy,x,String",
      "// more,,",
      ",qty,Number",
      "Grand Total:,2,",
    ];
    const result = read(["Event,Parameter,Type", ...rows].join("\n"));
    expect(outline(result.catalog.events)).toEqual(["buy: sku string, qty number"]);
    const [comment, sum] = ["looks like a comment and not like an event", "looks like the sum of the rows"];
    expect(problemsOf(result)).toEqual([
      expect.stringContaining(`warning 2:1 "# old ones" ${comment}`),
      expect.stringContaining(`warning 4:1 "#buy" ${comment}`),
      expect.stringContaining(`warning 5:1 "// more" ${comment}`),
      expect.stringContaining(`warning 7:1 "Grand Total:" ${sum}`),
    ]);
    const named = read("Event,Parameter,Type\ntotal,amount,Number\n#1,rank,Number\n");
    expect(outline(named.catalog.events)).toEqual(["total: amount number", "#1: rank number"]);
    expect(named.problems).toEqual([]);
  });
});

describe("what a tenant configuration says that cannot be", () => {
  it("is told with its place", () => {
    const event = '{"id":1,"supportedOnOptitrack":1,"parameters":{"a":{"type":"String","optional":"no"}}}';
    const result = read(`{"optitrackMetaData":{},"events":{"buy":${event}}}`);
    expect(result.catalog.events).toEqual([
      { key: "buy", id: 1, parameters: [{ name: "a", type: "string" }] },
    ]);
    expect(problemsOf(result)).toEqual([
      expect.stringMatching(/^error 1:\d+ "supportedOnOptitrack" cannot be "1"; it was left out\.$/u),
      expect.stringMatching(/^error 1:\d+ "optional" cannot be "no"; it was left out\.$/u),
    ]);
  });
});
