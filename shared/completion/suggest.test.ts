import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CatalogEvent } from "../domain/catalog.ts";
import { applyEdits } from "../json/edit.ts";
import { parseJson } from "../json/parse.ts";
import { accept } from "./accept.ts";
import { readCaret } from "./caret.ts";
import { describeAt } from "./describe.ts";
import { suggestionsAt } from "./suggest.ts";
import type { Vocabulary } from "./words.ts";

const event: CatalogEvent = {
  key: "newsletter_signup",
  id: 1101,
  title: "Newsletter signup",
  parameters: [
    { name: "channel", type: "string", enum: ["web", "app"] },
    {
      name: "email",
      type: "string",
      required: true,
      format: "email",
      example: "a@b.com",
      description: "Where to.",
    },
    { name: "opt_in", type: "boolean", required: true },
    { name: "amount", type: "number", example: 12.5 },
  ],
};
const words: Vocabulary = {
  api: "optievent",
  catalog: { format: "optievent-catalog/1", name: "Demo", events: [event, { key: "login", parameters: [] }] },
  event,
  tenantNumber: 999,
  variables: { customer_id: "c-1" },
};

/** The caret is where `|` stands. */
function read(marked: string, vocabulary = words) {
  const offset = marked.indexOf("|");
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  const caret = readCaret(text, offset);
  return { text, offset, caret, suggestions: caret === null ? [] : suggestionsAt(caret, vocabulary) };
}

const labels = (marked: string, vocabulary = words) =>
  read(marked, vocabulary).suggestions.map(({ label }) => label);

/** The text after the suggestion of that label was accepted, with the caret as `|`. */
function accepting(marked: string, label: string): string {
  const { text, caret, suggestions } = read(marked);
  const suggestion = suggestions.find((candidate) => candidate.label === label);
  if (caret === null || suggestion === undefined) return "no such suggestion";
  const { edits, caret: offset } = accept(text, caret, suggestion);
  const after = applyEdits(text, edits);
  return `${after.slice(0, offset)}|${after.slice(offset)}`;
}

describe("what is suggested", () => {
  test("the event's parameters that are not there yet, required ones first, then those of every event", () => {
    expect(labels('{"context": {"opt_in": true, |}}')).toEqual([
      "email",
      "channel",
      "amount",
      "event_platform",
      "event_device_type",
      "event_os",
      "event_native_mobile",
    ]);
  });

  test("the envelope's fields of the API", () => {
    expect(labels('{"tenant": 1, "|"}')).toEqual(["event", "customer", "visitor", "timestamp", "context"]);
    expect(labels("{|}", { ...words, api: "realtime" })).toEqual(["tid", "cid", "eid", "context"]);
  });

  test("allowed values, true and false, an example, the tenant's number, event keys", () => {
    expect(labels('{"context": {"channel": "|"}}')).toEqual(["web", "app"]);
    expect(labels('{"context": {"opt_in": |}}')).toEqual(["true", "false"]);
    expect(labels('{"context": {"amount": |}}')).toEqual(["12.5"]);
    expect(labels('{"tenant": |}')).toEqual(["999"]);
    expect(labels('{"event": "new|"}')).toEqual(["newsletter_signup", "login"]);
    expect(labels('{"eid": |}', { ...words, api: "realtime" })).toEqual(["1101"]);
  });

  test("dynamic names and variables between braces", () => {
    expect(labels('{"context": {"email": "x{{|"}}')).toEqual(
      expect.arrayContaining(["$now", "$guid", "$randomEmail", "customer_id", "secret:token"]),
    );
  });
});

describe("accepting", () => {
  test("a name brings its colon, its quotes and the commas that were missing", () => {
    expect(accepting('{"context": {\n  "opt_in": true\n  |\n}}', "email")).toBe(
      '{"context": {\n  "opt_in": true,\n  "email": "|"\n}}',
    );
    expect(accepting('{"context": {\n  "em|\n  "opt_in": true}}', "email")).toBe(
      '{"context": {\n  "email": "|",\n  "opt_in": true}}',
    );
    expect(accepting('{"context":{"a":1,|}}', "email")).toBe('{"context":{"a":1,"email":"|"}}');
  });

  test("a name that has its colon is only replaced", () => {
    expect(accepting('{"context": {"Em|ail": "x"}}', "email")).toBe('{"context": {"email"|: "x"}}');
  });

  test("a value takes the place of what was typed", () => {
    expect(accepting('{"context": {"channel": "w|"}}', "app")).toBe('{"context": {"channel": "app"|}}');
    expect(accepting('{"context": {"opt_in": f|\n "email": ""}}', "false")).toBe(
      '{"context": {"opt_in": false|,\n "email": ""}}',
    );
  });

  test("a placeholder is closed once", () => {
    expect(accepting('{"timestamp": "{{$n|"}', "$now")).toBe('{"timestamp": "{{$now}}|"}');
    expect(accepting('{"timestamp": "{{$n|}}"}', "$now")).toBe('{"timestamp": "{{$now}}|"}');
  });

  test("a name on a new line of a document leaves JSON with one more member, and every other character as it was", () => {
    const members = fc.uniqueArray(fc.constantFrom("email", "opt_in", "amount", "other"), { maxLength: 4 });
    fc.assert(
      fc.property(members, fc.nat(4), (names, index) => {
        const written = names.map((name) => `"${name}": 1`);
        const before = written.slice(0, index).join(",\n");
        const after = written.slice(index).join(",\n");
        const marked = `{"context": {${before}\n|\n${after}}}`;
        const result = accepting(marked, "channel").replace("|", "");
        const expected = [...written.slice(0, index), '"channel": ', ...written.slice(index)];
        expect(result.replaceAll("\n", "")).toBe(`{"context": {${expected.join(",")}}}`);
        expect(parseJson(result.replace('"channel": ', '"channel": 1')).ok).toBe(true);
      }),
    );
  });
});

describe("what is said of a place", () => {
  const about = (marked: string) => {
    const { text, offset } = read(marked);
    return describeAt(text, offset, words);
  };

  test("a parameter, at its name and at its value", () => {
    const expected = { name: "email", facts: ["String, required", "email"], text: "Where to." };
    expect(about('{"context": {"em|ail": "x"}}')).toMatchObject(expected);
    expect(about('{"context": {"email": "x|y"}}')).toMatchObject(expected);
  });

  test("a field, an event, a placeholder", () => {
    expect(about('{"ten|ant": 1}')).toMatchObject({ name: "tenant", facts: ["Number", "required"] });
    expect(about('{"event": "newsletter|_signup"}')).toMatchObject({ text: "Newsletter signup" });
    expect(about('{"timestamp": "{{$now|:-3d}}"}')?.name).toBe("$now:-3d");
  });

  test("nothing of what is not known", () => {
    expect(about('{"context": {"oth|er": 1}}')).toBeNull();
    expect(about('{"a"|: 1}')).toBeNull();
  });
});
