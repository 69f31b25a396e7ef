import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CatalogEvent } from "../domain/catalog.ts";
import type { Finding } from "../domain/finding.ts";
import {
  addParameter,
  renameParameter,
  setIdentity,
  setIdentityValue,
  setNotSent,
  setParameter,
  setTimestamp,
} from "./edit-form.ts";
import type { Form } from "./form.ts";
import { objectText } from "../json/test-support/arbitrary-json.ts";
import { readForm, valueSource } from "./read-form.ts";

const signup: CatalogEvent = {
  key: "newsletter_signup",
  parameters: [
    { name: "email", type: "string", required: true },
    { name: "opt_in", type: "boolean" },
    { name: "order_total", type: "number" },
  ],
};

const text = `{
  "tenant": 999,
  "customer": "john",
  "timestamp": "{{$now}}",
  "context": {
    "opt_in": true,
    "Source": "footer",
    "email": "a@b.c",
    "cart": [1, 2.0]
  },
  "extra": 12345678901234567890
}`;

function form(
  of: string,
  findings: readonly Finding[] = [],
  api: "optievent" | "realtime" = "optievent",
): Form {
  const read = readForm({ text: of, event: signup, api, findings });
  if (!read.ok) throw new Error(read.problem.message);
  return read;
}

const valueOf = (of: string, name: string) => form(of).rows.find((row) => row.name === name)?.value;

function finding(path: string): Finding {
  return { rule: "r", code: null, severity: "error", path, message: "m", source: "s" };
}

describe("reading the form", () => {
  it("lists the catalog's parameters in its order, then those only the draft has", () => {
    expect(form(text).rows.map((row) => [row.name, row.value])).toEqual([
      ["email", { state: "text", text: "a@b.c" }],
      ["opt_in", { state: "boolean", value: true }],
      ["order_total", { state: "notSent" }],
      ["Source", { state: "text", text: "footer" }],
      ["cart", { state: "other", text: "[1, 2.0]" }],
    ]);
  });

  it("tells an empty text, null and not being sent apart", () => {
    expect(valueOf('{"context":{"email":""}}', "email")).toEqual({ state: "text", text: "" });
    expect(valueOf('{"context":{"email":null}}', "email")).toEqual({ state: "null" });
    expect(valueOf('{"context":{}}', "email")).toEqual({ state: "notSent" });
  });

  it("keeps the digits of a number", () => {
    expect(valueOf('{"context":{"order_total":100.00}}', "order_total")).toEqual({
      state: "number",
      text: "100.00",
    });
  });

  it("says which identity there is", () => {
    expect(form('{"customer":"a"}').identity.mode).toBe("customer");
    expect(form('{"visitor":"a"}').identity.mode).toBe("visitor");
    expect(form('{"customer":"a","visitor":"b"}').identity.mode).toBe("both");
    expect(form("{}").identity.mode).toBe("none");
    expect(form('{"cid":"a","visitor":"b"}', [], "realtime").identity.mode).toBe("customer");
  });

  it("tells now from an offset and a fixed timestamp, in any format", () => {
    expect(form(text).timestamp.mode).toBe("now");
    expect(form('{"timestamp":"{{$now:iso}}"}').timestamp.mode).toBe("now");
    expect(form('{"timestamp":"{{$now:-2h}}"}').timestamp).toMatchObject({
      mode: "offset",
      text: "{{$now:-2h}}",
    });
    expect(form('{"timestamp":"2020-04-12 17:32:06.094 UTC"}').timestamp.mode).toBe("fixed");
    expect(form("{}").timestamp.mode).toBe("absent");
  });

  it("puts each finding at its field once, and the rest aside", () => {
    const read = form(text, [
      finding("/context/email"),
      finding("/context/cart/0"),
      finding("/customer"),
      finding("/timestamp"),
      finding("/tenant"),
      finding(""),
    ]);
    expect(read.rows.map((row) => row.findings.length)).toEqual([1, 0, 0, 0, 1]);
    expect(read.identity.findings).toHaveLength(1);
    expect(read.timestamp.findings).toHaveLength(1);
    expect(read.otherFindings.map((other) => other.path)).toEqual(["/tenant", ""]);
  });

  it("gives the reason instead of a form where the text is no JSON object", () => {
    const read = (of: string) => readForm({ text: of, event: signup, api: "optievent", findings: [] });
    expect(read('{"a": }')).toMatchObject({ ok: false, problem: { offset: 6 } });
    expect(read("[1]")).toMatchObject({ ok: false, problem: { offset: 0, length: 3 } });
  });

  it("never throws", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), fc.constantFrom("optievent", "realtime"), (any, api) => {
        readForm({ text: any, event: signup, api, findings: [finding("/context/email")] });
      }),
    );
  });
});

describe("editing through the form", () => {
  it("changes one value and nothing else", () => {
    expect(setParameter(text, "email", { kind: "text", text: 'x"y' })).toBe(
      text.replace('"a@b.c"', String.raw`"x\"y"`),
    );
  });

  it.each(["100.00", "12345678901234567890", "-0", "1e400", "0.1"])(
    "writes %s as the number it is, digit by digit",
    (digits) => {
      const edited = setParameter(text, "order_total", { kind: "number", text: digits });
      expect(valueOf(edited, "order_total")).toEqual({ state: "number", text: digits });
    },
  );

  it.each(["", "12a", "1.", "01", " 1", "{{$randomInt}}"])(
    "writes %o in a number's field as text",
    (typed) => {
      const edited = setParameter(text, "order_total", { kind: "number", text: typed });
      expect(valueOf(edited, "order_total")).toEqual({ state: "text", text: typed });
    },
  );

  it("takes JSON as it is typed, and ignores what is none", () => {
    const edited = setParameter(text, "cart", { kind: "json", text: '{"a": 1.50}' });
    expect(valueOf(edited, "cart")).toEqual({ state: "other", text: '{"a": 1.50}' });
    expect(setParameter(text, "cart", { kind: "json", text: '{"a"' })).toBe(text);
  });

  it("makes a context where there is none, and leaves one alone that is no object", () => {
    expect(valueOf(setParameter("{}", "email", { kind: "text", text: "a" }), "email")).toEqual({
      state: "text",
      text: "a",
    });
    const odd = '{"context": "none"}';
    expect(setParameter(odd, "email", { kind: "text", text: "a" })).toBe(odd);
    expect(form(odd).isContextEditable).toBe(false);
  });

  it("takes a parameter out, all of its duplicates too", () => {
    expect(setNotSent('{"context":{"email":"a","x":1,"email":"b"}}', "email")).toBe('{"context":{"x":1}}');
  });

  it("adds a parameter once, with the plainest value of its type", () => {
    expect(valueOf(addParameter(text, "a", "string"), "a")).toEqual({ state: "text", text: "" });
    expect(valueOf(addParameter(text, "a", "number"), "a")).toEqual({ state: "number", text: "0" });
    expect(valueOf(addParameter(text, "a", "boolean"), "a")).toEqual({ state: "boolean", value: true });
    expect(addParameter(text, "email", "string")).toBe(text);
  });

  it("renames in place, and never onto another parameter", () => {
    expect(renameParameter(text, "Source", "source")).toBe(text.replace('"Source"', '"source"'));
    expect(renameParameter(text, "Source", "email")).toBe(text);
    expect(renameParameter(text, "nothing", "source")).toBe(text);
  });

  it("switches the identity in its place", () => {
    const visitor = setIdentity(text, "optievent", { mode: "visitor", value: "b449" });
    expect(visitor).toBe(text.replace('"customer": "john"', '"visitor": "b449"'));
    expect(setIdentity(visitor, "optievent", { mode: "customer", value: "john" })).toBe(text);
  });

  it("makes one identity of two, and none of one", () => {
    const both = '{"customer":"a","visitor":"b","customer":"c"}';
    expect(setIdentity(both, "optievent", { mode: "visitor", value: "b" })).toBe('{"visitor":"b"}');
    expect(setIdentity(both, "optievent", { mode: "none" })).toBe("{}");
    expect(setIdentityValue(both, "optievent", "visitor", "x")).toBe(both.replace('"b"', '"x"'));
  });

  it("leaves a member that Realtime does not know", () => {
    const realtime = '{"cid":"a","visitor":"b"}';
    expect(setIdentity(realtime, "realtime", { mode: "customer", value: "c" })).toBe(
      '{"cid":"c","visitor":"b"}',
    );
    expect(setIdentity(realtime, "realtime", { mode: "none" })).toBe('{"visitor":"b"}');
  });

  it("sets and takes out the timestamp", () => {
    const fixed = setTimestamp(text, { mode: "fixed", text: "2020" });
    expect(form(fixed).timestamp).toMatchObject({ mode: "fixed", text: "2020" });
    expect(setTimestamp(fixed, { mode: "now" })).toBe(text);
    expect(form(setTimestamp(text, { mode: "absent" })).timestamp.mode).toBe("absent");
  });
});

describe("any sequence of form edits", () => {
  const name = fc.constantFrom("email", "opt_in", "order_total", "Source", "cart", "__proto__", "a/b~c", "");
  const anyEdit: fc.Arbitrary<(of: string) => string> = fc.oneof(
    fc
      .record({ name, text: fc.string({ unit: "binary" }) })
      .map((edit) => (of: string) => setParameter(of, edit.name, { kind: "text", text: edit.text })),
    fc
      .record({ name, text: fc.oneof(fc.double().map(String), fc.string()) })
      .map((edit) => (of: string) => setParameter(of, edit.name, { kind: "number", text: edit.text })),
    fc
      .record({ name, value: fc.boolean() })
      .map((edit) => (of: string) => setParameter(of, edit.name, { kind: "boolean", value: edit.value })),
    name.map((gone) => (of: string) => setNotSent(of, gone)),
    name.map((added) => (of: string) => addParameter(of, added, "number")),
    fc.tuple(name, name).map(
      ([from, to]) =>
        (of: string) =>
          renameParameter(of, from, to),
    ),
    fc
      .record({ mode: fc.constantFrom("customer", "visitor"), value: fc.string() })
      .map((identity) => (of: string) => setIdentity(of, "optievent", identity)),
    fc.constant((of: string) => setIdentity(of, "optievent", { mode: "none" })),
    fc.string().map((stamp) => (of: string) => setTimestamp(of, { mode: "fixed", text: stamp })),
    fc.constantFrom("now", "absent").map((mode) => (of: string) => setTimestamp(of, { mode })),
  );

  it("keeps unknown members, their order and the digits of numbers, and stays a form", () => {
    fc.assert(
      fc.property(fc.array(anyEdit, { maxLength: 25 }), (edits) => {
        const before =
          '{ "z": 1.00, "context": {"keep": 100.00, "list": [1, 2.0]}, "a": 12345678901234567890 }';
        const after = edits.reduce((of, edit) => edit(of), before);
        const read = form(after);
        const kept = read.rows.filter((row) => row.name === "keep" || row.name === "list");
        expect(kept.map((row) => row.value)).toEqual([
          { state: "number", text: "100.00" },
          { state: "other", text: "[1, 2.0]" },
        ]);
        expect(after.indexOf('"z": 1.00')).toBeGreaterThan(-1);
        expect(after.indexOf('"a": 12345678901234567890')).toBeGreaterThan(after.indexOf('"z": 1.00'));
      }),
    );
  });

  it("is the same after each of its values was put in again", () => {
    fc.assert(
      fc.property(objectText, (context) => {
        const before = `{"customer":"c","context":${context},"z":1.00}`;
        const after = form(before).rows.reduce(
          (of, row) =>
            row.value.state === "notSent"
              ? setNotSent(of, row.name)
              : setParameter(of, row.name, { kind: "json", text: valueSource(row.value) }),
          before,
        );
        expect(form(after)).toEqual(form(before));
      }),
    );
  });

  it("shows what was typed, whatever it is", () => {
    fc.assert(
      fc.property(name, fc.string({ unit: "binary" }), (parameter, typed) => {
        const edited = setParameter(text, parameter, { kind: "text", text: typed });
        expect(valueOf(edited, parameter)).toEqual({ state: "text", text: typed });
      }),
    );
  });
});
