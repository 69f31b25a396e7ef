import { describe, expect, it } from "vitest";
import { exampleExchange } from "../domain/test-support/example-exchange.ts";
import type { Exchange } from "../domain/exchange.ts";
import { compareExchanges, judgeComparison } from "./comparison.ts";
import { comparisonToMarkdown, summaryOf } from "./comparison-markdown.ts";
import { compilePattern, DEFAULT_IGNORE_RULES, type IgnoreRules } from "./ignore.ts";

const NOTHING_IGNORED: IgnoreRules = { timestamps: false, ids: false, timings: false, patterns: [] };

function withText(text: string, change: Partial<Exchange> = {}): Exchange {
  const example = exampleExchange(change);
  return { ...example, request: { ...example.request, text } };
}

function counted(left: Exchange, right: Exchange, rules: IgnoreRules): string[] {
  return judgeComparison(compareExchanges(left, right), rules).sections.flatMap(({ rows }) =>
    rows.filter((row) => row.kind !== "same" && row.ignoredBy === null).map(({ address }) => address),
  );
}

const sentTwice = [
  withText('{"timestamp":"2026-11-22 11:41:51.998 UTC","context":{"amount":1}}', {
    message: "The gateway accepted the event with reference 1147206418897270.",
  }),
  withText('{"timestamp":"2026-11-22 11:42:09.120 UTC","context":{"amount":1}}', {
    sentAt: "2026-11-22T11:42:09.120Z",
    reference: "1147206418897271",
    message: "The gateway accepted the event with reference 1147206418897271.",
    timings: { dns: 1, connect: 0.4, tls: null, send: 0.2, wait: 2.2, receive: 0.3, total: 4.1 },
  }),
] as const;

describe("two exchanges", () => {
  it("of one event sent twice differ in nothing that counts", () => {
    expect(counted(...sentTwice, DEFAULT_IGNORE_RULES)).toEqual([]);
  });

  it("differ in moment, reference and timing where nothing is ignored", () => {
    expect(counted(...sentTwice, NOTHING_IGNORED)).toEqual([
      "result/message",
      "result/reference",
      "request/sent",
      "request.body/timestamp",
      "timing/dns",
      "timing/total",
    ]);
  });

  it("have phases that add up to the total, with what went by before the first", () => {
    const timings = { dns: 1, connect: null, tls: null, send: 0.5, wait: 2, receive: 0.5, total: 7 };
    const { sections } = judgeComparison(
      compareExchanges(exampleExchange({ timings }), exampleExchange({ timings })),
      NOTHING_IGNORED,
    );
    const rows = sections
      .flatMap((section) => section.rows)
      .filter(({ address }) => address.startsWith("timing/"));
    expect(rows.map(({ name, left }) => [name, left])).toEqual([
      ["Prepare", "3.0 ms"],
      ["DNS", "1.0 ms"],
      ["Send", "0.5 ms"],
      ["Wait", "2.0 ms"],
      ["Receive", "0.5 ms"],
      ["Total", "7.0 ms"],
    ]);
  });

  it("still count a time that became a text, or an id that became a name", () => {
    const left = withText('{"at":"2026-11-22T11:41:51Z","id":"1147206418897270"}');
    const right = withText('{"at":"yesterday","id":"johndoe"}');
    expect(counted(left, right, DEFAULT_IGNORE_RULES)).toEqual(["request.body/at", "request.body/id"]);
  });

  it("have headers whose names are written in another case, which is no other header", () => {
    const left = exampleExchange();
    const right = {
      ...left,
      request: { ...left.request, headers: [["content-type", "application/json"] as [string, string]] },
    };
    const { sections } = judgeComparison(compareExchanges(left, right), DEFAULT_IGNORE_RULES);
    const headers = sections.find(({ part }) => part === "request.headers");
    expect(headers?.rows.map(({ kind }) => kind)).toEqual(["written"]);
  });

  it("may have no answer at all on one side", () => {
    const failed = exampleExchange({ outcome: "failed", response: null, reference: null });
    expect(counted(exampleExchange(), failed, DEFAULT_IGNORE_RULES)).toEqual(
      expect.arrayContaining(["result/outcome", "result/status", "response.headers/content-type"]),
    );
  });
});

describe("a pattern to ignore", () => {
  it.each([
    ["request.body/context/amount", "request.body/context/amount", true],
    ["request.body/context/amount", "request.body/context/amount2", false],
    ["response.headers/*", "response.headers/x-request-id", true],
    ["request.body/*", "request.body/context/amount", false],
    ["request.body/**", "request.body/context/amount", true],
    ["/context/*", "request.body/context/amount", true],
    ["/context/*", "response.body/context/amount", true],
    ["/message", "request.body/context/message", false],
    ["/**/message", "request.body/context/message", true],
    ["/a.b", "request.body/axb", false],
    ["/a(1", "request.body/a(1", true],
  ])("%s on %s", (pattern, address, matches) => {
    expect(compilePattern(pattern)(address)).toBe(matches);
  });

  it("is named where it has taken effect", () => {
    const rules = { ...DEFAULT_IGNORE_RULES, patterns: ["/a"] };
    const raw = compareExchanges(withText('{"a":1,"b":1}'), withText('{"a":2,"b":2}'));
    const { sections, differences, ignored } = judgeComparison(raw, rules);
    const rows = sections.find(({ part }) => part === "request.body")?.rows ?? [];
    expect(rows.map(({ ignoredBy }) => ignoredBy)).toEqual(["/a", null]);
    expect([differences, ignored]).toEqual([1, 1]);
  });
});

describe("a comparison as Markdown", () => {
  it("has a table for each part that differs, and says what was left out", () => {
    const raw = compareExchanges(withText('{"a":"x|y","b":1}'), withText('{"b":1,"a":"`z`"}'));
    const comparison = judgeComparison(raw, DEFAULT_IGNORE_RULES);
    expect(comparisonToMarkdown(comparison, { left: "first_event", right: "second" })).toBe(
      [
        "## Comparison",
        "",
        String.raw`Left: first_event  `,
        "Right: second",
        "",
        "2 differences.",
        "",
        "### Request body",
        "",
        String.raw`| | first_event | second |`,
        "|---|---|---|",
        '| `/a` | `"x\\|y"` | ``"`z`"`` |',
        "| `order of members` | `a, b` | `b, a` |",
        "",
      ].join("\n"),
    );
  });
});

describe("a long answer of which only the beginning is at hand", () => {
  function withBody(change: Partial<NonNullable<Exchange["response"]>>): Exchange {
    const { response, ...example } = exampleExchange();
    if (response === null) throw new Error("The example has an answer.");
    return { ...example, response: { ...response, ...change } };
  }
  const whole = withBody({ body: "é".repeat(10) });
  const cut = withBody({ body: "é".repeat(10), omittedBytes: 1_000_000 });

  it("is said to be one, with both lengths, in the summary and in what is copied", () => {
    const comparison = judgeComparison(compareExchanges(whole, cut), DEFAULT_IGNORE_RULES);
    expect(comparison.notes).toEqual([
      "Of the answer on the right only the first 20 of 1,000,020 bytes are compared. What follows may differ.",
    ]);
    expect(summaryOf(comparison)).toBe("No difference in what is compared.");
    const text = comparisonToMarkdown(comparison, { left: "one", right: "other" });
    expect(text).toContain("only the first 20 of 1,000,020 bytes are compared");
  });

  it("is told from one that was cut off when it came, and from one that is here as a whole", () => {
    const truncated = withBody({ body: "ab", truncated: true });
    expect(compareExchanges(truncated, whole).notes).toEqual([
      "The answer on the left was longer than what is kept, 2 bytes. What followed may differ.",
    ]);
    expect(compareExchanges(whole, whole).notes).toEqual([]);
    expect(summaryOf(judgeComparison(compareExchanges(whole, whole), DEFAULT_IGNORE_RULES))).toBe(
      "No difference.",
    );
  });
});
