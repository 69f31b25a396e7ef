import { describe, expect, it } from "vitest";
import { exportJson } from "../export/export-json.ts";
import { exportContext, itemsOf, textOf } from "../export/test-support/exchanges.ts";
import { recognise } from "./recognise.ts";
import {
  CAREFUL_BODY,
  harEntry,
  OPTIEVENT_SEED,
  REALTIME_BODY,
  REALTIME_CLEANED,
  SDK_EVENT,
  TOKEN,
} from "./test-support/samples.ts";
import type { PasteCandidate } from "./types.ts";

function candidates(text: string): readonly PasteCandidate[] {
  const result = recognise(text);
  if (!result.ok) throw new Error(result.reason);
  return result.candidates;
}

function only(text: string): PasteCandidate {
  const found = candidates(text);
  expect(found).toHaveLength(1);
  const [first] = found;
  if (first === undefined) throw new Error("nothing");
  return first;
}

function refusal(text: string): { reason: string; line: number; column: number } {
  const result = recognise(text);
  if (result.ok) throw new Error(`found ${result.candidates.length}`);
  const { line, column } = result.position;
  return { reason: result.reason, line, column };
}

describe("a pasted body", () => {
  it("is taken as it is written, without the white space around it", () => {
    expect(only(`\n  ${OPTIEVENT_SEED}\n`)).toEqual({
      api: "optievent",
      text: OPTIEVENT_SEED,
      form: "body",
      kind: "OptiEvent body",
      notes: [],
      event: "newsletter_signup",
      position: { offset: 3, length: OPTIEVENT_SEED.length, line: 2, column: 3 },
    });
    expect(only(CAREFUL_BODY).text).toBe(CAREFUL_BODY);
  });

  it("of Realtime loses its token, also where that stands a second time", () => {
    const found = only(REALTIME_BODY.replace("true", `"is ${TOKEN}"`));
    expect(found).toMatchObject({ api: "realtime", kind: "Realtime body", event: "1101" });
    expect(found.text).toBe(REALTIME_CLEANED.replace("true", '"is {{secret:token}}"'));
    expect(found.notes.join()).toContain("tid");
  });

  it("keeps a token that is a placeholder, and one that is deliberately empty", () => {
    for (const token of ['"{{secret:token}}"', '"{{my_token}}"', '""', "null"]) {
      const body = `{"tid":${token},"cid":"a","eid":1101}`;
      expect(only(body)).toMatchObject({ text: body, notes: [] });
    }
  });

  it("with one field of an event is enough, with none is not", () => {
    expect(only('{"event":"a"}')).toMatchObject({ api: "optievent", event: "a" });
    expect(only('{"eid":"1101"}')).toMatchObject({ api: "realtime", event: "1101" });
    expect(refusal('{"foo":1}').reason).toContain("holds no event");
  });

  it("that was encoded twice is unescaped without touching its numbers", () => {
    const twice = JSON.stringify(JSON.stringify(CAREFUL_BODY));
    expect(only(twice)).toMatchObject({ text: CAREFUL_BODY, notes: [expect.stringContaining("string")] });
  });

  it("loses a byte-order mark, and says so", () => {
    const found = only(`\ufeff${CAREFUL_BODY}`);
    expect(found.text).toBe(CAREFUL_BODY);
    expect(found.notes.join()).toContain("byte-order mark");
  });

  it("that is not quite JSON is refused with the place", () => {
    expect(refusal('{\n  "tenant": 999,\n  "event": newsletter\n}')).toMatchObject({ line: 3, column: 12 });
    expect(refusal("{'tenant': 999}").reason).toContain("double quotes");
  });
});

describe("a pasted list", () => {
  it("of SDK stream events becomes OptiEvent bodies without what the SDK adds", () => {
    const result = recognise(JSON.stringify([SDK_EVENT, { ...SDK_EVENT, event: "second" }]));
    if (!result.ok) throw new Error(result.reason);
    expect(result.candidates.map(({ event, kind }) => [event, kind])).toEqual([
      ["newsletter_signup", "SDK stream event in a list"],
      ["second", "SDK stream event in a list"],
    ]);
    const { category: _category, origin: _origin, metadata: _metadata, ...body } = SDK_EVENT;
    expect(result.candidates[0]?.text).toBe(JSON.stringify(body));
    expect(result.candidates[0]?.notes).toEqual([
      "category, origin and metadata, which the vendor's SDKs add, were left out.",
      "The SDK itself noted: opt_in is missing.",
    ]);
    expect(result.candidates[0]?.form).toBe("sdk");
    expect(result.notes.join()).toContain("one event in each request");
  });

  it("keeps a metadata of the sender's own", () => {
    const body = '{"tenant":1,"event":"a","customer":"c","metadata":{"source":"shop"},"context":{}}';
    expect(only(body).text).toBe(body);
  });

  it("has a limit, and says how many there were", () => {
    const result = recognise(`[${Array(10_003).fill('{"event":"a","tenant":1}').join(",")}]`);
    expect(result.ok && result.candidates.length).toBe(10_000);
    expect(result.ok && result.notes.join()).toContain("10003");
  });
});

describe("a pasted form", () => {
  it("of the first web SDK becomes a Realtime body with the context's own text", () => {
    const context = '{"n":100.00,"id":12345678901234567890, "ü":"a+b&c"}';
    const found = only(`tid=${TOKEN}&cid=john%40x.com&eid=1101&context=${encodeURIComponent(context)}\n`);
    expect(found).toMatchObject({ api: "realtime", form: "form", kind: "form-urlencoded Realtime body" });
    expect(found.text).toBe(
      `{\n  "tid": "{{secret:token}}",\n  "cid": "john@x.com",\n  "eid": 1101,\n  "context": ${context}\n}`,
    );
  });

  it("is read from an address as well", () => {
    const found = only("https://gateway.optimove.events/reportEvent?cid=a&eid=01101&context={}");
    expect(found.url).toBe("https://gateway.optimove.events/reportEvent");
    expect(found.text).toContain('"eid": "01101"');
  });

  it("that is not encoded right is refused at the field", () => {
    expect(refusal("eid=1101&cid=%E4&context={}")).toMatchObject({ line: 1, column: 10 });
  });
});

describe("a recording", () => {
  it.each([
    ["an entry", (entry: unknown) => entry],
    [
      "a log",
      (entry: unknown) => ({ log: { version: "1.2", entries: [entry, harEntry("https://a.b/", null)] } }),
    ],
  ])("of HAR gives the body of the request: %s", (_case, wrap) => {
    const url = "https://user:pass@server-999.optimove.net/reportServer?key=1#x";
    const text = JSON.stringify(wrap(harEntry(url, CAREFUL_BODY)), null, 2);
    const found = only(text);
    expect(found).toMatchObject({
      text: CAREFUL_BODY,
      form: "har",
      kind: "OptiEvent body in a HAR entry",
      url: "https://server-999.optimove.net/reportServer",
    });
    expect(found.notes.join("\n")).toContain("Headers were left out: Authorization.");
    expect(JSON.stringify(recognise(text))).not.toContain(TOKEN);
  });

  it("of HAR that holds a form as parameters", () => {
    const entry = harEntry("https://gateway.optimove.events/reportEvent", null);
    const params = [
      { name: "cid", value: "a" },
      { name: "eid", value: "1101" },
      { name: "context", value: '{"n":1.0}' },
    ];
    const request = { ...(entry["request"] as object), postData: { params } };
    expect(only(JSON.stringify({ ...entry, request })).text).toContain('"context": {"n":1.0}');
  });

  it("of this console gives the bodies of its history", async () => {
    const exchange = {
      outcome: "accepted",
      request: {
        method: "POST",
        url: "https://server-999.optimove.net/reportServer",
        headers: [["X-Optimove-Signature-Content", "{{secret:signature}}"]],
        text: CAREFUL_BODY,
      },
      response: { body: REALTIME_BODY },
    };
    // Only what the reader goes by is filled in.
    const exchanges = [exchange, exchange] as never[];
    const text = await textOf(exportJson(itemsOf(exchanges), exportContext));
    expect(candidates(text).map(({ text, form }) => [text, form])).toEqual([
      [CAREFUL_BODY, "history"],
      [CAREFUL_BODY, "history"],
    ]);
  });
});

describe("text with JSON in it", () => {
  it.each([
    ["a log line", `2026-11-23 10:00:00 INFO [http] sending ${CAREFUL_BODY} to server`],
    ["a line that starts with a bracket", `[2026-11-23] {body} ${CAREFUL_BODY}`],
    ["an object that prints itself", `Request{id=3, body=${CAREFUL_BODY}}`],
    ["an escaped string", `msg=${JSON.stringify(`sent ${CAREFUL_BODY}`)} level=info`],
    ["an escaped string without its quotes", JSON.stringify(CAREFUL_BODY).slice(1, -1)],
    ["a string escaped twice", `x ${JSON.stringify(JSON.stringify({ m: CAREFUL_BODY }))} y`],
    [
      "a log record",
      JSON.stringify({ level: "info", event: "request", timestamp: "now", msg: CAREFUL_BODY }),
    ],
    ["a record with prose", JSON.stringify({ message: `failed: ${CAREFUL_BODY} (400)` })],
    ["an HTTP message", `POST /reportServer HTTP/1.1\r\nHost: a\r\n\r\n${CAREFUL_BODY}`],
    ["fetch", `fetch("https://a", ${JSON.stringify({ method: "POST", body: CAREFUL_BODY }, null, 2)});`],
    ["prose with a fence", `This fails:\n\`\`\`json\n${CAREFUL_BODY}\n\`\`\`\n`],
    ["a line behind one that was cut off", `{"tenant":1,"event":"cut\n${CAREFUL_BODY}`],
  ])("gives the body as it was: %s", (_case, text) => {
    expect(candidates(text).map((found) => found.text)).toEqual([CAREFUL_BODY]);
  });

  it("reads the bytes that nginx escapes", () => {
    const line = String.raw`1.2.3.4 "POST /" 200 "{\x22tenant\x22:1,\x22event\x22:\x22a\x22,\x22customer\x22:\x22Zo\xC3\xAB\x22}"`;
    expect(only(line).text).toBe('{"tenant":1,"event":"a","customer":"Zoë"}');
  });

  it("gives every line of NDJSON, and says which could not be read", () => {
    const result = recognise(`${CAREFUL_BODY}\n{"tenant":1,\n${REALTIME_BODY}\n`);
    if (!result.ok) throw new Error(result.reason);
    expect(result.candidates.map(({ text, form, position }) => [text, form, position.line])).toEqual([
      [CAREFUL_BODY, "lines", 1],
      [REALTIME_CLEANED, "lines", 3],
    ]);
    expect(result.notes.join()).toContain("Line 3, column 1");
  });

  it("points to the object in the text", () => {
    const text = `first line\nsent "${JSON.stringify(CAREFUL_BODY).slice(1, -1)}" ok`;
    const { offset, length, line, column } = only(text).position;
    expect([line, column]).toEqual([2, 7]);
    expect(text.slice(offset, offset + length)).toBe(JSON.stringify(CAREFUL_BODY).slice(1, -1));
  });

  it("does not take a record's own fields for an event", () => {
    expect(recognise('{"event":"request","timestamp":"now","level":"info"} {"a":1}').ok).toBe(false);
  });

  it("does not take a piece of a broken body for one", () => {
    const text = '{"tenant":1,"event":wrong,"context":{"event":"a"}}';
    expect(refusal(text)).toMatchObject({ line: 1, column: 21 });
  });
});

describe("text without an event", () => {
  it.each([
    ["", "nothing"],
    ["   \n", "nothing"],
    ["hello", "No event was found"],
    ["[]", "holds no event"],
    ['"text"', "holds no event"],
  ])("is refused: %j", (text, reason) => {
    expect(refusal(text).reason).toContain(reason);
  });

  it("is refused unread when it is too long for a paste", () => {
    expect(refusal(" ".repeat(16 * 1024 * 1024 + 1)).reason).toContain("paste a part");
  });
});
