import { describe, expect, it } from "vitest";
import { outline, problemsOf, read } from "./test-support/outline.ts";

describe("headings within a table of a page", () => {
  const table = (...rows: string[]) => `<table>${rows.map((row) => `<tr>${row}</tr>`).join("")}</table>`;
  const heading = (text: string) => `<td colspan="3"><b>${text}</b></td>`;
  const cells = (...texts: string[]) => texts.map((text) => `<td>${text}</td>`).join("");

  it("are no events where the rows name theirs, and are told", () => {
    const head = cells("Event", "Parameter", "Type");
    const rows = [heading("Retail"), cells("buy", "sku", "string"), heading("Account")];
    const result = read(table(heading("All events"), head, ...rows, cells("join", "mail", "string")));
    expect(outline(result.catalog.events)).toEqual(["buy: sku string", "join: mail string"]);
    expect(problemsOf(result)).toEqual([
      expect.stringMatching(/^info 1:\d+ "Retail" is merged over several columns/u),
      expect.stringMatching(/^info 1:\d+ "Account" is merged over several columns/u),
    ]);
  });

  it("name the event of the rows below that leave it out, or that have no column for it", () => {
    const expected = ["buy: sku string, qty number", "join: mail string"];
    const named = [cells("Event", "Parameter", "Type"), heading("buy"), cells("", "sku", "string")];
    const more = [cells("", "qty", "number"), heading("join"), cells("", "mail", "string")];
    expect(outline(read(table(...named, ...more)).catalog.events)).toEqual(expected);
    const wide = (text: string) => heading(text).replace("3", "2");
    const short = [cells("Parameter", "Type"), wide("buy"), cells("sku", "string"), cells("qty", "number")];
    const { catalog } = read(table(...short, wide("join"), cells("mail", "string")));
    expect(outline(catalog.events)).toEqual(expected);
  });
});

describe("what is told of a source", () => {
  it("tells each line of payloads that it could not read, with the place and why, and takes the others", () => {
    const line = (event: string) => `{"tenant":1,"event":"${event}","customer":"a","context":{"x":1}}`;
    const text = [line("login"), `${line("broken")}}`.replace("1}}}", "1,}}"), "", "oops", '{"a":1}'];
    const result = read([...text, line("logout"), line("buy"), line("join")].join("\r\n"));
    expect(result.catalog.events.map(({ key }) => key)).toEqual(["login", "logout", "buy", "join"]);
    const errors = problemsOf(result).filter((problem) => !problem.startsWith("info"));
    expect(errors).toEqual([
      expect.stringMatching(/^error 2:\d+ Nothing of this line was read: .*comma/u),
      expect.stringMatching(/^error 4:1 Nothing of this line was read: .*oops/u),
      "error 5:1 Nothing of this line was read: it holds no event.",
    ]);
    expect(problemsOf(result).join()).not.toContain("Not everything");
  });

  it("says nothing of the lines between the payloads of a log or of documents over several lines", () => {
    const payload = JSON.stringify({ tenant: 1, event: "login", customer: "a", context: {} }, null, 2);
    const log = `start\n12:00 sent {"tenant":1,"event":"login","customer":"a","context":{}}\nend`;
    for (const text of [`${payload}\n${payload}`, log]) {
      expect(read(text).problems.filter(({ severity }) => severity === "error")).toEqual([]);
    }
  });

  it("says in words which limit a cell is none of", () => {
    const result = read("Event Key,Parameter Key,Type,Max Length,Minimum\nbuy,sku,String,many,low\n");
    expect(problemsOf(result)).toEqual([
      expect.stringContaining(
        '"many" is no maximum length, which is a whole number above 0, so none was taken.',
      ),
      expect.stringContaining('"low" is no minimum, which is a number, so none was taken.'),
    ]);
  });

  it("names a number that cannot be with all of its digits", () => {
    const event = '{"key":"a","id":12345678901234567890,"parameters":[]}';
    const result = read(`{"format":"optievent-catalog/1","name":"n","events":[${event}]}`);
    expect(problemsOf(result)).toEqual([
      expect.stringContaining('"id" cannot be "12345678901234567890"; it was left out.'),
    ]);
  });
});

describe("what is struck out", () => {
  const head = "| Event name | Parameter name | Type |\n|---|---|---|";

  it("in a Markdown table is taken without its marks where it is all there is, and told", () => {
    const rows = [
      "| ~~old_event~~ | a | string |",
      "| new | ~b | string |",
      "| **~~gone~~** | <s>c</s> | string |",
    ];
    const result = read([head, ...rows].join("\n"));
    expect(outline(result.catalog.events)).toEqual([
      "old_event: a string",
      "new: ~b string",
      "gone: c string",
    ]);
    expect(problemsOf(result)).toEqual([
      expect.stringMatching(/^warning 3:3 This is struck out.*taken all the same/u),
      expect.stringMatching(/^warning 5:3 This is struck out/u),
      expect.stringMatching(/^warning 5:18 This is struck out/u),
    ]);
  });

  it("beside its replacement is left out, and told", () => {
    const rows = ["| ~~old~~ new | <del>a</del> b | string |", "| `x ~~y~~` | c | ~~string~~ number |"];
    const result = read([head, ...rows].join("\n"));
    expect(outline(result.catalog.events)).toEqual(["new: b string", "x ~~y~~: c number"]);
    expect(problemsOf(result)).toEqual([
      expect.stringMatching(/^warning 3:3 A part of this is struck out/u),
      expect.stringMatching(/^warning 3:17 A part/u),
      expect.stringMatching(/^warning 4:19 A part/u),
    ]);
  });

  it("in a heading or the request form is told as well", () => {
    const table = "## ~~old~~\n\n| Parameter | Type |\n|---|---|\n| a | string |";
    expect(problemsOf(read(table))).toEqual([expect.stringMatching(/^warning 1:1 This is struck out/u)]);
    const form = read("Event Name: ~~old~~ renamed\n-- Parameter Name: ~~a~~\n-- Parameter Type: String\n");
    expect(outline(form.catalog.events)).toEqual(["renamed: a string"]);
    expect(problemsOf(form)).toEqual([
      expect.stringMatching(/^warning 1:1 A part of this/u),
      expect.stringMatching(/^warning 2:\d+ This is struck out/u),
    ]);
  });

  it("in a page is treated the same, however it says so", () => {
    const cells = (...texts: string[]) => `<tr>${texts.map((text) => `<td>${text}</td>`).join("")}</tr>`;
    const word = '<span style="text-decoration: line-through">was <span>so</span></span>';
    const rows = [
      cells("<s>old</s>", "a", "string"),
      cells("<del>old</del> <ins>new</ins>", `${word} b`, "string"),
      '<tr style="text-decoration:line-through"><td>gone<td>c<td>string</tr>',
      cells("<del>open", "d", "string"),
      cells("plain", "e", "string"),
    ];
    const page = `<h2><s>x</s></h2><table>${cells("Event", "Parameter", "Type")}${rows.join("")}</table>`;
    const result = read(page);
    const names = ["old: a string", "new: b string", "gone: c string", "open: d string", "plain: e string"];
    expect(outline(result.catalog.events)).toEqual(names);
    const [whole, part] = ["This is s", "A part of"];
    const told = [whole, whole, part, part, whole, whole, whole, whole];
    expect(result.problems.map(({ message }) => message.slice(0, 9))).toEqual(told);
  });
});
