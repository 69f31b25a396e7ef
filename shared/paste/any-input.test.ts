import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseJson } from "../json/parse.ts";
import { objectText } from "../json/test-support/arbitrary-json.ts";
import { quoteJson } from "../json/value.ts";
import { baseLayer } from "./layer.ts";
import { recognise } from "./recognise.ts";
import { unescapeContent } from "./string-content.ts";
import * as quoting from "./test-support/quoting.ts";
import {
  CAREFUL_BODY,
  harEntry,
  OPTIEVENT_SEED,
  REALTIME_BODY,
  SDK_EVENT,
  TOKEN,
} from "./test-support/samples.ts";
import { MAXIMUM_CANDIDATES } from "./types.ts";

/** A body with any context. Half a character cannot be in the bytes of a request, so it is none here either. */
const bodies = objectText
  .filter((context) => context.isWellFormed())
  .map((context) => `{"tenant":999, "event":"a","customer":"c","context":${context}}`);

const samples = [
  OPTIEVENT_SEED,
  REALTIME_BODY,
  JSON.stringify([SDK_EVENT, SDK_EVENT]),
  JSON.stringify({ log: { entries: [harEntry("https://a.b/c", CAREFUL_BODY)] } }),
  `tid=${TOKEN}&cid=a%40b&eid=1101&context=%7B%22a%22%3A1%7D`,
  `curl 'https://a.b/c?d' -H 'A: b' --data-raw ${quoting.ansiCQuote(CAREFUL_BODY)}`,
  `curl ^"https://a.b/c^" ^\r\n -d ${quoting.cmdCaretQuote(CAREFUL_BODY)}`,
  `curl "https://a.b/c" -d ${quoting.cmdDoubledQuote(CAREFUL_BODY)}`,
  `Invoke-WebRequest -Uri "https://a.b" -Body ${quoting.powerShellQuote(CAREFUL_BODY)}`,
  `10:00 INFO "${JSON.stringify(CAREFUL_BODY).slice(1, -1)}" ok\n${CAREFUL_BODY}\n`,
  String.raw`"{\x22tid\x22:\x22abc\x22,\x22cid\x22:\x22\xC3\xAB\x22}"`,
];

const mutated = fc
  .tuple(
    fc.constantFrom(...samples),
    fc.array(
      fc.tuple(
        fc.nat(),
        fc.nat({ max: 6 }),
        fc.oneof(
          fc.constantFrom(
            "",
            "'",
            '"',
            "\\",
            "^",
            "\n",
            "{",
            "}",
            "[",
            "%",
            "`",
            "$",
            "@",
            "&",
            "\\x",
            "\ud800",
          ),
          fc.string({ maxLength: 5, unit: "binary" }),
        ),
      ),
      { minLength: 1, maxLength: 5 },
    ),
  )
  .map(([sample, changes]) => {
    let text = sample;
    for (const [place, length, piece] of changes) {
      const offset = place % (text.length + 1);
      text = text.slice(0, offset) + piece + text.slice(offset + length);
    }
    return text;
  });

/** Whatever comes in: a verdict, with candidates that are JSON objects and places that lie in the text. */
function expectVerdict(text: string): void {
  const result = recognise(text);
  if (!result.ok) {
    expect(result.reason).not.toBe("");
    expect(result.position.offset + result.position.length).toBeLessThanOrEqual(text.length);
    return;
  }
  expect(result.candidates.length).toBeGreaterThan(0);
  for (const candidate of result.candidates) {
    const parsed = parseJson(candidate.text);
    expect(parsed.ok && parsed.root.kind).toBe("object");
    expect(candidate.position.offset + candidate.position.length).toBeLessThanOrEqual(text.length);
    expect(candidate.position.length).toBeGreaterThan(0);
  }
}

describe("recognising", () => {
  it("gives a verdict on any text", () => {
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 200 }), expectVerdict), { numRuns: 500 });
  });

  it("gives a verdict on any text that once was something", () => {
    fc.assert(fc.property(mutated, expectVerdict), { numRuns: 1500 });
  });

  const wrappings: Record<string, (body: string) => string> = {
    itself: (body) => body,
    "POSIX quotes": (body) => `curl https://a.b -d ${quoting.posixQuote(body)}`,
    "POSIX double quotes": (body) => `curl https://a.b -d ${quoting.posixDoubleQuote(body)}`,
    "$'...'": (body) => `curl https://a.b -d ${quoting.ansiCQuote(body)}`,
    "$'...' with bytes": (body) => `curl https://a.b -d ${quoting.ansiCByteQuote(body)}`,
    PowerShell: (body) => `Invoke-WebRequest -Uri https://a.b -Body ${quoting.powerShellQuote(body)}`,
    HAR: (body) => JSON.stringify(harEntry("https://a.b", body)),
    "JSON in JSON": (body) => quoteJson(quoteJson(body)),
    "a log line": (body) => `INFO ${body} done`,
    "a string in a log line": (body) => `INFO ${quoteJson(`sent ${body}`)} done`,
  };
  it.each(Object.entries(wrappings))("gives back any body character for character: %s", (_name, wrap) => {
    fc.assert(
      fc.property(bodies, (body) => {
        const result = recognise(wrap(body));
        expect(result.ok && result.candidates.map(({ text }) => text)).toEqual([body]);
      }),
      { numRuns: 200 },
    );
  });

  // Browsers write a line end in an argument for cmd.exe as LF, and a carriage return gets lost on the way.
  it.each([
    ["carets", quoting.cmdCaretQuote, /\r/],
    ["doubled quotes", quoting.cmdDoubledQuote, /[\r\n]/],
    ["what programs read", quoting.windowsProgramQuote, /[\r\n&|^]|""/],
  ])("gives back any body character for character: cmd.exe with %s", (_name, quote, lost) => {
    fc.assert(
      fc.property(bodies, (written) => {
        const body = written.replaceAll(new RegExp(lost, "g"), "");
        fc.pre(parseJson(body).ok);
        const result = recognise(`curl.exe "https://a.b" -d ${quote(body)}`);
        expect(result.ok && result.candidates.map(({ text }) => text)).toEqual([body]);
      }),
      { numRuns: 200 },
    );
  });

  it("lets no token through, wherever the body stands", () => {
    const tokens = fc
      .string({ minLength: 8, maxLength: 70, unit: "grapheme" })
      .filter((token) => /^[^{}"\\]+$/.test(token));
    fc.assert(
      fc.property(tokens, fc.constantFrom(...Object.values(wrappings)), (token, wrap) => {
        const body = `{"cid":"a","tid":${quoteJson(token)},"eid":1101,"context":{"b":${quoteJson(`x${token}`)}}}`;
        const result = recognise(wrap(body));
        expect(result.ok).toBe(true);
        if (result.ok) for (const { text } of result.candidates) expect(text).not.toContain(token);
      }),
      { numRuns: 200 },
    );
  });

  it("lists no more than its limit", () => {
    const result = recognise('{"event":"a","tenant":1}\n'.repeat(MAXIMUM_CANDIDATES + 1));
    expect(result.ok && result.candidates.length).toBe(MAXIMUM_CANDIDATES);
  });

  // Each of these is quadratic for a reader that starts over at every brace; such a one does not end within the test's time.
  it.each([
    ["text", "a"],
    ["braces", "{"],
    ["objects that never end", '{"a":'],
    ["keys that never end", '{"'],
    ["escaped objects", '{\\"'],
    ["quotes", "'"],
    ["words", "curl a\\'b "],
    ["lists", '[{"a":'],
    ["pairs", "eid=%41&"],
    ["strings of objects", '{"x":"{\\"y\\":'],
  ])("answers on a megabyte of %s", (_name, piece) => {
    for (const start of ["x ", "curl '"]) {
      expectVerdict(start + piece.repeat(Math.floor((1 << 20) / piece.length)));
    }
  });
});

describe("unescaping the content of a string", () => {
  it("gives what the JSON string stands for, and leads back to where it stands", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (value) => {
        const written = quoteJson(value);
        const layer = unescapeContent(baseLayer(written), 1, written.length - 1);
        expect(layer.text).toBe(value);
        for (let offset = 0; offset < value.length; offset += 1) {
          if (!value.slice(offset).isWellFormed()) continue;
          expect(written.slice(1, layer.toBase(offset))).toBe(quoteJson(value.slice(0, offset)).slice(1, -1));
        }
      }),
    );
  });
});
