import { indentUnit } from "@codemirror/language";
import { Annotation, EditorState, Prec } from "@codemirror/state";
import { EditorView, keymap, type KeyBinding } from "@codemirror/view";
import { useEffect, useEffectEvent, useRef, type ReactNode } from "react";
import {
  editorExtensions,
  labelCompartment,
  labelExtension,
  languageCompartment,
  languageExtension,
  setMarks,
  type CodeMark,
} from "./code-extensions.ts";
import styles from "./code-view.module.css";
import { changeBetween } from "./text-change.ts";

/** Where the text was changed: from this offset, so many UTF-16 units added. */
export type CodeChange = { readonly text: string; readonly offset: number };

/** What can be done with an editor from outside. */
export type CodeEditorHandle = {
  /** Puts the keyboard there and brings the place into view. */
  focusAt(offset: number): void;
  /** Where the caret is; null while the keyboard is elsewhere. */
  caret(): number | null;
};

// Changes that come from outside carry this, so that they are not reported back.
const fromOutside = Annotation.define<boolean>();

/**
 * A text that is written here and elsewhere. A text from outside is applied as the smallest change, so that caret and
 * selection stay. Line breaks are kept as they are: only "\n" ends a line, a "\r" is a character like others. Undo belongs to
 * whoever holds the text.
 */
export function CodeEditor(props: {
  readonly label: string;
  readonly text: string;
  readonly marks: readonly CodeMark[];
  readonly onChange: (change: CodeChange) => void;
  /** Given the way in when the editor is there, and null when it is gone. */
  readonly onReady: (handle: CodeEditorHandle | null) => void;
}): ReactNode {
  const parent = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const { label, text, marks } = props;
  const onChange = useEffectEvent((change: CodeChange) => props.onChange(change));
  const onReady = useEffectEvent((handle: CodeEditorHandle | null) => props.onReady(handle));

  useEffect(() => {
    if (parent.current === null) return undefined;
    const created = createEditor(parent.current, (change) => onChange(change));
    view.current = created;
    onReady(handleOf(created));
    return () => {
      onReady(null);
      view.current = null;
      created.destroy();
    };
  }, []);

  useEffect(() => {
    if (view.current !== null) show(view.current, label, text, marks);
  }, [label, text, marks]);

  return <div className={`${styles.view} ${styles.fill}`} ref={parent} />;
}

function createEditor(parent: HTMLElement, onChange: (change: CodeChange) => void): EditorView {
  const listener = EditorView.updateListener.of(({ docChanged, transactions, changes, state }) => {
    if (!docChanged || transactions.some((transaction) => transaction.annotation(fromOutside) === true))
      return;
    let offset = 0;
    changes.iterChangedRanges((_fromBefore, _toBefore, _from, to) => {
      offset = to;
    });
    onChange({ text: state.sliceDoc(), offset });
  });
  const extensions = [editorExtensions(), indentUnit.of("  "), Prec.high(keymap.of(lineKeys)), listener];
  return new EditorView({ parent, state: EditorState.create({ doc: "", extensions }) });
}

/** Enter keeps the indentation of the line; Tab leaves the editor, as everywhere in the window. */
const lineKeys: readonly KeyBinding[] = [{ key: "Enter", run: breakLine }];

function breakLine(view: EditorView): boolean {
  const { state } = view;
  const line = state.doc.lineAt(state.selection.main.from);
  const indentation = /^[ \t]*/u.exec(line.text)?.[0] ?? "";
  view.dispatch(state.replaceSelection(`\n${indentation}`), { scrollIntoView: true, userEvent: "input" });
  return true;
}

function show(view: EditorView, label: string, text: string, marks: readonly CodeMark[]): void {
  const change = changeBetween(view.state.sliceDoc(), text);
  view.dispatch({
    ...(change === null ? {} : { changes: change, annotations: fromOutside.of(true) }),
    effects: [
      labelCompartment.reconfigure(labelExtension(label)),
      languageCompartment.reconfigure(languageExtension("json")),
      setMarks.of(marks),
    ],
  });
}

function handleOf(view: EditorView): CodeEditorHandle {
  return {
    focusAt(offset) {
      const anchor = Math.min(offset, view.state.doc.length);
      view.focus();
      view.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: "center" }) });
    },
    caret: () => (view.hasFocus ? view.state.selection.main.head : null),
  };
}
