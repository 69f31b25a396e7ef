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

  it("names a number that cannot be with all of its digits", () => {
    const event = '{"key":"a","id":12345678901234567890,"parameters":[]}';
    const result = read(`{"format":"optievent-catalog/1","name":"n","events":[${event}]}`);
    expect(problemsOf(result)).toEqual([
      expect.stringContaining('"id" cannot be "12345678901234567890"; it was left out.'),
    ]);
  });

  it("takes a name that is struck out in Markdown without the tildes, and says so", () => {
    const head = "| Event name | Parameter name | Type |\n|---|---|---|";
    const result = read(`${head}\n| ~~old_event~~ | a | string |\n| new | ~b | string |`);
    expect(outline(result.catalog.events)).toEqual(["old_event: a string", "new: ~b string"]);
    expect(problemsOf(result)).toEqual([expect.stringMatching(/^warning 3:3 This is struck out/u)]);
  });
});
