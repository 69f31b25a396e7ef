import { EditorState } from "@codemirror/state";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { setIdentityValue, setParameter, setNotSent, setTimestamp } from "../../shared/form/edit-form.ts";
import { formatJson } from "../../shared/json/format.ts";
import { objectText } from "../../shared/json/test-support/arbitrary-json.ts";
import { follow } from "./code-editor-text.ts";

const lines = EditorState.lineSeparator.of("\n");

function editorOf(doc: string, caret = 0) {
  return EditorState.create({ doc, selection: { anchor: caret }, extensions: lines });
}

function followed(state: EditorState, text: string, isWatched = false): EditorState {
  const spec = follow(state, text, isWatched);
  return spec === null ? state : state.update(spec).state;
}

describe("following a text", () => {
  const text = '{\n  "context": {\n    "email": "a@b.com",\n    "opt_in": true\n  }\n}';

  test("changes only what changed", () => {
    const spec = follow(
      editorOf(text),
      setParameter(text, "email", { kind: "text", text: "a@bc.com" }),
      false,
    );
    const at = text.indexOf("b.com") + 1;
    expect(spec?.changes).toEqual([{ from: at, to: at, insert: "c" }]);
  });

  test("is nothing where the text is there already, carriage returns and all", () => {
    expect(follow(editorOf("{\r\n}\r"), "{\r\n}\r", false)).toBeNull();
  });

  test("leaves the caret at its word when something before it changes", () => {
    const caret = text.indexOf("opt_in");
    const longer = setParameter(text, "email", { kind: "text", text: "somebody.else@domain.com" });
    const after = followed(editorOf(text, caret), longer);
    expect(after.sliceDoc(after.selection.main.head).startsWith("opt_in")).toBe(true);
  });

  test("leaves the caret at its word when the text is laid out anew", () => {
    const compact = '{"context":{"email":"a@b.com","opt_in":true}}';
    const state = editorOf(compact, compact.indexOf("opt_in"));
    const after = followed(state, formatJson(compact), true);
    expect(after.sliceDoc()).toBe(formatJson(compact));
    expect(after.sliceDoc(after.selection.main.head).startsWith("opt_in")).toBe(true);
  });

  test("takes the caret along to a change while the keyboard is here", () => {
    const after = followed(
      editorOf(text),
      setParameter(text, "opt_in", { kind: "boolean", value: false }),
      true,
    );
    expect(after.sliceDoc(0, after.selection.main.head)).toMatch(/"opt_in": fals$/u);
  });
});

describe("a selection in the editor", () => {
  test("stays at its characters, whatever the form writes before it", () => {
    const value = fc.string({ unit: "binary", maxLength: 12 });
    fc.assert(
      fc.property(objectText, value, fc.nat(), fc.nat(), (context, customer, first, second) => {
        const text = `{ "customer":"c\\u00e9" ,"context":${context},\t"n":1.0,"n":1e400 }`;
        const after = setIdentityValue(text, "optievent", "customer", customer);
        const from = text.indexOf(',"context"');
        const place = (of: number) => from + (of % (text.length - from));
        const state = EditorState.create({
          doc: text,
          selection: { anchor: place(first), head: place(second) },
          extensions: lines,
        });
        const { anchor, head } = followed(state, after).selection.main;
        const moved = after.length - text.length;
        expect([anchor, head]).toEqual([place(first) + moved, place(second) + moved]);
      }),
    );
  });
});

describe("form and editor, in any order", () => {
  const step = fc.oneof(
    fc.record({
      by: fc.constant("form" as const),
      name: fc.constantFrom("email", "opt_in", "amount"),
      value: fc.option(fc.string({ maxLength: 6 }), { nil: null }),
    }),
    fc.record({ by: fc.constant("timestamp" as const), text: fc.string({ maxLength: 6 }) }),
    fc.record({ by: fc.constant("format" as const) }),
    fc.record({
      by: fc.constant("editor" as const),
      from: fc.nat(400),
      length: fc.nat(5),
      insert: fc.string({
        unit: fc.constantFrom("a", '"', "{", "}", "\n", "\r", ",", "1", "é"),
        maxLength: 4,
      }),
    }),
  );
  type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

  function written(text: string, action: Exclude<Step, { by: "editor" }>): string {
    switch (action.by) {
      case "form":
        return action.value === null
          ? setNotSent(text, action.name)
          : setParameter(text, action.name, { kind: "text", text: action.value });
      case "timestamp":
        return setTimestamp(text, { mode: "fixed", text: action.text });
      case "format":
        return formatJson(text);
    }
    return action satisfies never;
  }

  test("both always show the same text, and what is typed in the editor changes nothing else", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), fc.constantFrom("\n", "\r\n"), (steps, lineEnd) => {
        let text = ["{", '  "timestamp": "{{$now}}",', '  "context": {"id": 12345678901234567890}', "}"].join(
          lineEnd,
        );
        let state = editorOf(text);
        for (const action of steps) {
          if (action.by === "editor") {
            const from = Math.min(action.from, text.length);
            const to = Math.min(from + action.length, text.length);
            state = state.update({ changes: { from, to, insert: action.insert } }).state;
            text = text.slice(0, from) + action.insert + text.slice(to);
          } else {
            text = written(text, action);
            state = followed(state, text);
          }
          expect(state.sliceDoc()).toBe(text);
        }
      }),
    );
  });
});
