import { EditorState } from "@codemirror/state";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { setIdentityValue, setNotSent, setParameter } from "../../../shared/form/edit-form.ts";
import { readForm } from "../../../shared/form/read-form.ts";
import { follow } from "../../ui/code-editor-text.ts";
import { reduceDraft, startHistory, type DraftAction, type DraftHistory } from "./draft-history.ts";

// The draft as both views have it: its history, and the editor that follows it.
type Views = { readonly history: DraftHistory; readonly editor: EditorState };

const start = [
  "{",
  '  "zeta" :\t[1.0, 1e400, -0, 12345678901234567890],',
  '  "customer":"jo\\u00e9", "dup": 1, "dup" :2,',
  '  "context": { "email" : "a@b.c", "\\u0065xtra":100.00 }',
  "}",
].join("\r\n");

const form = fc
  .tuple(fc.constantFrom("email", "opt_in", "extra", "customer"), fc.option(fc.string(), { nil: null }))
  .map(([field, value]) => ({ kind: "form" as const, field, value }));
const typing = fc
  .tuple(
    fc.nat(300),
    fc.nat(3),
    fc.string({ unit: fc.constantFrom('"', "{", "}", ",", "1", "é"), maxLength: 3 }),
  )
  .map(([from, length, insert]) => ({ kind: "editor" as const, from, length, insert }));
const step = fc.oneof(
  form,
  typing,
  fc.constant({ kind: "undo" as const }),
  fc.constant({ kind: "redo" as const }),
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

function actionOf(text: string, action: Step): DraftAction {
  switch (action.kind) {
    case "form": {
      const { field, value } = action;
      return { kind: "edit", group: `field:${field}`, text: written(text, field, value) };
    }
    case "editor": {
      const from = Math.min(action.from, text.length);
      const rest = text.slice(Math.min(from + action.length, text.length));
      return { kind: "edit", group: "text", text: text.slice(0, from) + action.insert + rest };
    }
    case "undo":
    case "redo":
      return { kind: action.kind };
  }
  return action satisfies never;
}

function written(text: string, field: string, value: string | null): string {
  if (field === "customer") return setIdentityValue(text, "optievent", "customer", value ?? "");
  return value === null ? setNotSent(text, field) : setParameter(text, field, { kind: "text", text: value });
}

function after({ history, editor }: Views, action: DraftAction): Views {
  const next = reduceDraft(history, action);
  const spec = follow(editor, next.text, false);
  return { history: next, editor: spec === null ? editor : editor.update(spec).state };
}

const begun: Views = {
  history: startHistory(start),
  editor: EditorState.create({ doc: start, extensions: EditorState.lineSeparator.of("\n") }),
};

test("whatever is written in either view, both show one text, and undo goes back to its first character", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      let views = begun;
      for (const action of steps) {
        views = after(views, actionOf(views.history.text, action));
        expect(views.editor.sliceDoc()).toBe(views.history.text);
        readForm({ text: views.history.text, event: null, api: "optievent", findings: [] });
      }
      const last = views.history.text;
      const redone = views.history.future.length;
      const undone = views.history.past.length;
      for (let count = 0; count < undone; count += 1) views = after(views, { kind: "undo" });
      expect(views.editor.sliceDoc()).toBe(start);
      for (let count = 0; count < undone; count += 1) views = after(views, { kind: "redo" });
      expect(views.editor.sliceDoc()).toBe(last);
      expect(views.history.future).toHaveLength(redone);
    }),
  );
});
