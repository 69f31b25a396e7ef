import { standardKeymap } from "@codemirror/commands";
import { json } from "@codemirror/lang-json";
import { syntaxHighlighting } from "@codemirror/language";
import { Compartment, EditorState, StateEffect, StateField, type Extension } from "@codemirror/state";
import {
  Decoration,
  drawSelection,
  EditorView,
  keymap,
  lineNumbers,
  type DecorationSet,
} from "@codemirror/view";
import { classHighlighter } from "@lezer/highlight";
import type { Severity } from "../../shared/domain/finding.ts";
import type { CodeLanguage } from "./code-language.ts";

/** A span of the text that something is said about. Offsets count UTF-16 units from 0. */
export type CodeMark = {
  readonly from: number;
  readonly to: number;
  readonly severity: Severity;
  readonly message: string;
};

/** In a viewer something can also be marked as being only what it stands at now, or as what was looked for. */
export type ViewerMark = Omit<CodeMark, "severity"> & { readonly severity: Severity | "stamped" | "found" };

/** Replaces all marks. */
export const setMarks = StateEffect.define<readonly ViewerMark[]>();

/** What can change while the view lives. */
export const labelCompartment = new Compartment();
export const languageCompartment = new Compartment();
export const wrappingCompartment = new Compartment();

/** Draws the marks that `setMarks` gives. */
export const marksField = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    const effect = transaction.effects.findLast((candidate) => candidate.is(setMarks));
    if (effect === undefined) return marks.map(transaction.changes);
    return decorate(effect.value, transaction.newDoc.length);
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** A mark past the end of the text (it was made from another version) is cut or left out, never an exception. */
function decorate(marks: readonly ViewerMark[], length: number): DecorationSet {
  const ranges = marks
    .map((mark) => ({ ...mark, from: Math.max(0, mark.from), to: Math.min(mark.to, length) }))
    .filter((mark) => mark.from < mark.to)
    .map((mark) =>
      Decoration.mark({ class: `code-mark-${mark.severity}`, attributes: { title: mark.message } }).range(
        mark.from,
        mark.to,
      ),
    );
  return Decoration.set(ranges, true);
}

/** The nonce that the page's content security policy asks of every style element made by a script. */
export function styleNonce(): string {
  const meta = document.querySelector('meta[name="csp-nonce"]');
  return meta?.getAttribute("content") ?? "";
}

export function labelExtension(label: string): Extension {
  return EditorView.contentAttributes.of({ "aria-label": label, spellcheck: "false", tabindex: "0" });
}

export function languageExtension(language: CodeLanguage): Extension {
  return language === "json" ? [json(), syntaxHighlighting(classHighlighter)] : [];
}

export function wrappingExtension(isWrapped: boolean): Extension {
  return isWrapped ? EditorView.lineWrapping : [];
}

/** A viewer: the text can be selected, copied and walked through with the keyboard, and not changed. */
export function viewerExtensions(): Extension {
  return [
    commonExtensions(),
    EditorState.readOnly.of(true),
    // The browser's own keys reach only the lines that are drawn, not the end of a long text.
    keymap.of(standardKeymap),
    marksField,
    labelCompartment.of([]),
    languageCompartment.of([]),
    wrappingCompartment.of([]),
  ];
}

/** What viewers and editors share: numbered lines, a drawn selection, the page's style nonce. */
export function commonExtensions(): Extension {
  return [EditorView.cspNonce.of(styleNonce()), lineNumbers(), drawSelection()];
}
