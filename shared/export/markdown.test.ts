import * as fc from "fast-check";
import { marked, type Token } from "marked";
import { describe, expect, it } from "vitest";
import { exchangeToMarkdown, exportMarkdown } from "./markdown.ts";
import { plainText } from "./markdown-text.ts";
import { exportContext, itemsOf, richExchange, textOf } from "./test-support/exchanges.ts";

describe("an exchange as Markdown", () => {
  it("says what came of it, with the facts, the request and the answer as they were", () => {
    const text = exchangeToMarkdown(richExchange(), { note: "See the ticket.", tags: ["release-7"] });
    expect(text).toContain("## Rejected: `deposit`");
    expect(text).toContain("- Identity: `customer c-20418`");
    expect(text).toContain("- HTTP status: `400 Bad Request`");
    expect(text).toContain('"context":{"amount":100.00,"email":"johndoe@domain.com"}}');
    expect(text).toContain("- error `amount` (1060) at `/context/amount`: It is wrong.");
    expect(text).toContain("See the ticket.");
    expect(text).toContain("`release-7`");
  });

  it("says whether it came as expected, that it was a negative test, and what TLS agreed on", () => {
    const tls = { protocol: "TLSv1.3", cipher: "TLS_AES_256_GCM_SHA384", authorized: true, certificates: [] };
    const expected = { outcome: "accepted", rule: null } as const;
    const text = exchangeToMarkdown(richExchange({ expected, negative: true, tls }));
    expect(text).toContain("- Expectation: `Not as expected: accepted was expected.`");
    expect(text).toContain("- Negative test: `yes`");
    expect(text).toContain("- TLS: `TLS 1.3 with TLS_AES_256_GCM_SHA384; the certificate was checked.`");
    expect(exchangeToMarkdown(richExchange({ negative: false }))).not.toContain("Negative test");
  });

  it("says that there was no answer, and what to do next", () => {
    const text = exchangeToMarkdown(
      richExchange({
        response: null,
        outcome: "failed",
        failure: {
          code: "connect.refused",
          phase: "connect",
          message: "Nobody listens.",
          nextStep: "Start it.",
        },
      }),
    );
    expect(text).toContain("## No answer");
    expect(text).toContain("Start it.");
    expect(text).toContain("There was none.");
  });

  it("lists the phases as the window does, with what went by before the first", () => {
    const timings = { dns: 1.5, connect: 4, tls: null, send: 0.25, wait: 2.25, receive: 0.5, total: 11 };
    const text = exchangeToMarkdown(richExchange({ timings }));
    expect(text.slice(text.indexOf("### Timing"))).toBe(
      "### Timing\n\n- Prepare: 2.5 ms\n- DNS: 1.5 ms\n- Connect: 4.0 ms\n- Send: 0.3 ms\n- Wait: 2.3 ms\n- Receive: 0.5 ms\n",
    );
  });

  it("says where only the beginning of a long body stands in it", () => {
    const { response } = richExchange();
    if (response === null) throw new Error("The example has an answer.");
    const sentence = "Only the beginning of the body stands here, 57 of 20000057 bytes";
    const long = { ...response, omittedBytes: 20_000_000 };
    expect(exchangeToMarkdown(richExchange({ response: long }))).toContain(sentence);
    const bytes = { ...long, body: "AAE=", bodyEncoding: "base64" as const };
    expect(exchangeToMarkdown(richExchange({ response: bytes }))).toContain("2 of 20000002 bytes");
    expect(exchangeToMarkdown(richExchange())).not.toContain("Only the beginning");
  });

  it("lets nothing that others wrote out of code spans, fences and plain text", () => {
    const pieces = fc.constantFrom(
      "```",
      "````\n# Heading",
      "`",
      "\n",
      "\r\n",
      "<img src=x onerror=alert(1)>",
      "|",
      "\\",
      "@everyone",
      "#1",
      "[a](http://evil.example)",
      "http://evil.example",
      "~~~",
      "    indented",
      "- item",
      "> quote",
      "&lt;",
      "**b**",
      "_",
      "__c__",
      "a_b",
      "www.1.com",
      "www.a.com",
      "mailto:a",
      "1. ",
      "2) ",
      "+ ",
      "===",
      "---",
      "$x$",
      "a",
    );
    const hostile = fc.array(pieces, { maxLength: 8 }).map((some) => some.join(""));
    fc.assert(
      fc.property(hostile, (text) => {
        const exchange = richExchange();
        const plain = structureOf(exchangeToMarkdown(exchange, { note: "n", tags: ["t"] }));
        const { request, response } = exchange;
        if (response === null) throw new Error("The example has an answer.");
        const changed = richExchange({
          event: `e${text}`,
          message: `m${text}`,
          remarks: [`r${text}`],
          request: { ...request, url: `u${text}`, text: `t${text}`, headers: [[`h${text}`, text]] },
          response: { ...response, body: `b${text}`, statusText: text, headers: [[`h${text}`, text]] },
        });
        expect(structureOf(exchangeToMarkdown(changed, { note: `n${text}`, tags: [`t${text}`] }))).toEqual(
          plain,
        );
      }),
      { numRuns: 300 },
    );
  });

  it("leaves a sentence as it reads where nothing in it means anything to Markdown", () => {
    for (const sentence of [
      "The event was refused: payment_method is missing, but the event must have it.",
      "Nobody listens at port 36739 (refused after 12.5 ms)!",
    ]) {
      expect(plainText(sentence)).toBe(sentence);
    }
  });

  it("makes one paragraph of text of whatever a sentence is", () => {
    const marks = fc.string({
      unit: fc.constantFrom(...Array.from("!\"$%&'()*+,-./:;<=>?[\\]^_`{|}~ 1aw\n")),
    });
    fc.assert(
      fc.property(marks, (text) => {
        const words = plainText(text);
        fc.pre(words !== "");
        expect(structureOf(words)).toEqual(structureOf("a"));
      }),
      { numRuns: 2000 },
    );
  });

  it("streams several under one heading", async () => {
    const text = await textOf(exportMarkdown(itemsOf([richExchange(), richExchange()]), exportContext));
    expect(text.match(/^## Rejected/gm)).toHaveLength(2);
    expect(text).toContain("- Secrets are references.");
  });
});

/** The kinds of what a Markdown reader sees, without texts: what others wrote must not change them. */
function structureOf(markdown: string): unknown[] {
  return marked.lexer(markdown).map(shape);
}

function shape(token: Token): unknown {
  if (token.type === "code" || token.type === "codespan") return token.type;
  const children = childrenOf(token);
  // Escapes split a text into several; between two of them nothing changes.
  const kinds = children
    .map(shape)
    .filter((kind) => kind !== "text" && kind !== "escape" && kind !== "codespan");
  return kinds.length === 0 ? token.type : [token.type, kinds];
}

function childrenOf(token: Token): readonly Token[] {
  if ("items" in token) return token["items"] as Token[];
  return "tokens" in token ? (token.tokens ?? []) : [];
}
