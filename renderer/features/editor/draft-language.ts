import {
  autocompletion,
  pickedCompletion,
  startCompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
} from "@codemirror/autocomplete";
import type { Extension } from "@codemirror/state";
import { hoverTooltip, type EditorView } from "@codemirror/view";
import { accept } from "../../../shared/completion/accept.ts";
import { readCaret, type Caret } from "../../../shared/completion/caret.ts";
import { describeAt, type Description } from "../../../shared/completion/describe.ts";
import { suggestionsAt, type Suggestion } from "../../../shared/completion/suggest.ts";
import type { Vocabulary } from "../../../shared/completion/words.ts";

/** A list that scrolled would need the keyboard, which stays in the text. */
const MOST_IN_VIEW = 10;

/** What the editor of a draft knows of its text: what could stand somewhere, and what stands there. */
export function draftLanguage(words: () => Vocabulary): Extension {
  return [
    autocompletion({
      override: [(context) => complete(context, words())],
      icons: false,
      // Its keys are those of the whole editor.
      defaultKeymap: false,
      maxRenderedOptions: MOST_IN_VIEW,
    }),
    hoverTooltip((view, offset) => {
      const description = describeAt(view.state.sliceDoc(), offset, words());
      if (description === null) return null;
      const { start, end } = description.span;
      return { pos: start, end, above: true, create: () => ({ dom: descriptionNode(description) }) };
    }),
  ];
}

function complete({ state, pos, explicit }: CompletionContext, words: Vocabulary): CompletionResult | null {
  const caret = readCaret(state.sliceDoc(), pos);
  if (caret === null) return null;
  const isBetween = caret.span.start === caret.span.end;
  if (isBetween && !explicit) return null;
  const suggestions = suggestionsAt(caret, words);
  if (suggestions.length === 0) return null;
  return {
    from: matchedFrom(caret),
    options: suggestions.map(completionOf),
    // Another placeholder or another string asks anew.
    validFor: /^[^"{}\n]*$/u,
  };
}

/** Where what has been typed of a suggestion begins: after a string's quote, after a placeholder's braces. */
function matchedFrom({ placeholder, string, span }: Caret): number {
  if (placeholder !== null) return placeholder.start;
  return string === null ? span.start : span.start + 1;
}

function completionOf(suggestion: Suggestion, index: number): Completion {
  const { label, detail, description, kind } = suggestion;
  return {
    label,
    type: kind,
    // The order they come in, among those that match equally well.
    boost: Math.max(-99, -index),
    apply: (view, completion) => write(view, suggestion, completion),
    ...(detail === "" ? {} : { detail }),
    ...(description === "" ? {} : { info: description }),
  };
}

function write(view: EditorView, suggestion: Suggestion, completion: Completion): void {
  const text = view.state.sliceDoc();
  // More may have been typed since it was suggested.
  const caret = readCaret(text, view.state.selection.main.head);
  if (caret === null) return;
  const { edits, caret: anchor } = accept(text, caret, suggestion);
  view.dispatch({
    changes: edits.map(({ offset, length, text: insert }) => ({ from: offset, to: offset + length, insert })),
    selection: { anchor },
    scrollIntoView: true,
    userEvent: "input.complete",
    annotations: pickedCompletion.of(completion),
  });
  if (suggestion.value !== null) startCompletion(view);
}

function descriptionNode({ name, facts, text }: Description): HTMLElement {
  const element = document.createElement("div");
  element.className = "code-about";
  const title = document.createElement("strong");
  title.textContent = name;
  const details = document.createElement("span");
  details.className = "code-about-facts";
  details.textContent = facts.join(" · ");
  element.append(title, details);
  if (text !== "") {
    const words = document.createElement("div");
    words.textContent = text;
    element.append(words);
  }
  return element;
}
