import {
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
  startCompletion,
} from "@codemirror/autocomplete";
import { defaultKeymap } from "@codemirror/commands";
import { bracketMatching, codeFolding, foldGutter, indentUnit } from "@codemirror/language";
import { highlightSelectionMatches, openSearchPanel, search, searchKeymap } from "@codemirror/search";
import { EditorState, type Extension } from "@codemirror/state";
import { dropCursor, EditorView, highlightSpecialChars, keymap } from "@codemirror/view";
import { commonExtensions, labelExtension, languageExtension } from "./code-extensions.ts";
import { findingsExtension } from "./code-editor-findings.ts";
import { typingExtension } from "./code-editor-input.ts";
import { notesField } from "./code-editor-notes.ts";

/**
 * An editor of a JSON text that keeps every character: a line ends at "\n" alone, and a "\r" is a character that is shown.
 * Undo belongs to whoever holds the text, and so do the keys that suggest, find and fold (`CodeEditorHandle`). Tab leaves the
 * editor, as everywhere in the window.
 */
export function editorExtensions(label: string): Extension {
  return [
    findingsExtension(),
    commonExtensions(),
    foldGutter({ markerDOM: foldMarker }),
    codeFolding(),
    languageExtension("json"),
    labelExtension(label),
    EditorState.lineSeparator.of("\n"),
    EditorState.allowMultipleSelections.of(true),
    EditorView.lineWrapping,
    indentUnit.of("  "),
    typingExtension(),
    highlightSpecialChars(),
    bracketMatching(),
    closeBrackets(),
    dropCursor(),
    highlightSelectionMatches(),
    search({ top: true }),
    EditorState.phrases.of(SEARCH_WORDS),
    notesField,
    keymap.of([
      ...completionKeymap.filter(({ run }) => run !== startCompletion),
      ...closeBracketsKeymap,
      ...searchKeymap.filter(({ run }) => run !== openSearchPanel),
      ...defaultKeymap,
    ]),
  ];
}

/** The search panel's words as everywhere in the window. */
const SEARCH_WORDS = {
  next: "Next",
  previous: "Previous",
  all: "All",
  "match case": "Case",
  regexp: "Pattern",
  "by word": "Whole word",
  replace: "Replace",
  "replace all": "Replace all",
  close: "Close",
};

/** A mouse's way to fold; the keyboard has keys of its own for it. */
function foldMarker(isOpen: boolean): HTMLElement {
  const element = document.createElement("span");
  element.className = isOpen ? "code-fold" : "code-fold code-folded";
  element.title = isOpen ? "Fold" : "Unfold";
  return element;
}
