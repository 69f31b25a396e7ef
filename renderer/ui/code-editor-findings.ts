import { forEachDiagnostic, lintGutter, setDiagnostics, type Diagnostic } from "@codemirror/lint";
import { StateEffect, StateField, type Extension, type TransactionSpec } from "@codemirror/state";
import { EditorView, keymap, showTooltip, type Tooltip } from "@codemirror/view";
import type { CodeMark } from "./code-extensions.ts";
import { sentenceNode } from "./sentence-node.ts";

/** Something said about a span of the text: underlined, in the gutter, and with its words in a tooltip. */
export type CodeFinding = CodeMark & {
  /** Behind the message: where it comes from. */
  readonly source: string;
  readonly fix: { readonly label: string; readonly apply: () => void } | null;
};

/** More than these are not marked: nobody reads them, and each costs time. */
const MOST_MARKED = 1_000;

export function findingsExtension(): Extension {
  return [lintGutter(), shownFinding, keymap.of([{ key: "Escape", run: hideFinding }])];
}

/** The transaction that marks these findings in place of those before. */
export function markFindings(view: EditorView, findings: readonly CodeFinding[]): TransactionSpec {
  const { length } = view.state.doc;
  const inside = findings.filter(({ from, to }) => from >= 0 && from <= to && to <= length);
  return setDiagnostics(view.state, inside.slice(0, MOST_MARKED).map(diagnosticOf));
}

function diagnosticOf({ from, to, severity, message, source, fix }: CodeFinding): Diagnostic {
  return {
    from,
    to,
    severity,
    message,
    source,
    renderMessage: () => sentenceNode(message),
    ...(fix === null ? {} : { actions: [{ name: fix.label, apply: (view) => applyFix(view, fix) }] }),
  };
}

/** The button is gone afterwards, and the keyboard with it unless somebody takes it. */
function applyFix(view: EditorView, fix: NonNullable<CodeFinding["fix"]>): void {
  fix.apply();
  view.focus();
}

/** Shows what is said of a place, as if the pointer were over it, until the caret moves on; and has it read out. */
export function showFindingAt(view: EditorView, offset: number): void {
  const diagnostics = diagnosticsAt(view, offset);
  if (diagnostics.length === 0) return;
  const words = diagnostics.map(({ message, severity }) => `${severity}: ${message}`).join(" ");
  view.dispatch({ effects: [showFinding.of(offset), EditorView.announce.of(words.replaceAll("`", ""))] });
}

function diagnosticsAt({ state }: EditorView, offset: number): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  forEachDiagnostic(state, (diagnostic, from, to) => {
    if (from <= offset && offset <= to) found.push(diagnostic);
  });
  return found;
}

/** null takes away what is shown. */
const showFinding = StateEffect.define<number | null>();

const shownFinding = StateField.define<Tooltip | null>({
  create: () => null,
  update(shown, { effects, docChanged, selection }) {
    const effect = effects.findLast((candidate) => candidate.is(showFinding));
    if (effect !== undefined) return effect.value === null ? null : tooltipAt(effect.value);
    return docChanged || selection !== undefined ? null : shown;
  },
  provide: (field) => showTooltip.from(field),
});

function hideFinding(view: EditorView): boolean {
  if (view.state.field(shownFinding) === null) return false;
  view.dispatch({ effects: showFinding.of(null) });
  return true;
}

function tooltipAt(offset: number): Tooltip {
  return {
    pos: offset,
    above: false,
    create: (view) => ({ dom: tooltipNode(view, diagnosticsAt(view, offset)) }),
  };
}

function tooltipNode(view: EditorView, diagnostics: readonly Diagnostic[]): HTMLElement {
  const list = document.createElement("div");
  for (const diagnostic of diagnostics) {
    const item = document.createElement("div");
    item.className = `cm-diagnostic cm-diagnostic-${diagnostic.severity}`;
    const words = document.createElement("span");
    words.className = "cm-diagnosticText";
    words.append(sentenceNode(diagnostic.message));
    const origin = document.createElement("div");
    origin.className = "cm-diagnosticSource";
    origin.textContent = diagnostic.source ?? "";
    item.append(words, ...actionButtons(view, diagnostic), origin);
    list.append(item);
  }
  return list;
}

/** As in what is shown under the pointer. The caret stays in the text: the key for fixes does the same. */
function actionButtons(view: EditorView, { actions = [], from, to }: Diagnostic): readonly HTMLElement[] {
  return actions.map(({ name, apply }) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "cm-diagnosticAction";
    button.textContent = name;
    button.addEventListener("click", () => apply(view, from, to));
    return button;
  });
}
