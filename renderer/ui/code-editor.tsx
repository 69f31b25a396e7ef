import { startCompletion } from "@codemirror/autocomplete";
import { foldAll, foldCode, unfoldAll, unfoldCode } from "@codemirror/language";
import { openSearchPanel } from "@codemirror/search";
import type { Extension } from "@codemirror/state";
import { EditorView, type Command } from "@codemirror/view";
import { useEffect, useEffectEvent, useLayoutEffect, useRef, type ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { editorExtensions } from "./code-editor-extensions.ts";
import { markFindings, showFindingAt, type CodeFinding } from "./code-editor-findings.ts";
import { setNotes, type CodeNote } from "./code-editor-notes.ts";
import { placeIn, startingAt, type PlaceKeeper } from "./code-editor-place.ts";
import { follow, fromOutside, type TextSource } from "./code-editor-text.ts";
import styles from "./code-editor.module.css";
import viewStyles from "./code-view.module.css";

/** The text after a change made in the editor, and the offset where the change ends in it. */
export type CodeChange = { readonly text: string; readonly offset: number };

/** What is shown in a text beside itself. Offsets are those of `text`, and mean nothing in any other. */
export type CodeRemarks = {
  readonly text: string;
  readonly findings: readonly CodeFinding[];
  readonly notes: readonly CodeNote[];
};

const COMMANDS = {
  complete: startCompletion,
  find: openSearchPanel,
  fold: foldCode,
  unfold: unfoldCode,
  "fold-all": foldAll,
  "unfold-all": unfoldAll,
} as const satisfies Record<string, Command>;
export type EditorCommand = keyof typeof COMMANDS;

/** What can be done with an editor from outside. */
export type CodeEditorHandle = {
  /** Puts the keyboard there, brings the place into view and shows what is found there. */
  focusAt(offset: number): void;
  /** Where the caret is; null while the keyboard is elsewhere. */
  caret(): number | null;
  run(command: EditorCommand): void;
};

export type CodeEditorProps = {
  readonly label: string;
  readonly source: TextSource;
  readonly remarks: CodeRemarks;
  readonly onChange: (change: CodeChange) => void;
  /** What the editor of this kind of text can do beyond editing it; the one of the first drawing holds. */
  readonly extension: Extension;
  /** Where the caret was when the text was shown last, and will be when it is shown again. */
  readonly place: PlaceKeeper;
  /** Given the way in when the editor is there, and null when it is gone. */
  readonly onReady: (handle: CodeEditorHandle | null) => void;
};

/** A text that is written here and elsewhere: each change made outside is applied at once, as the smallest one. */
export function CodeEditor(props: CodeEditorProps): ReactNode {
  const parent = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const { label, source, remarks, extension } = props;
  const onChange = useEffectEvent((change: CodeChange) => props.onChange(change));
  const onReady = useEffectEvent((handle: CodeEditorHandle | null) => props.onReady(handle));

  const create = useEffectEvent((element: HTMLElement) => {
    const listener = reporting((change) => onChange(change));
    const extensions = [editorExtensions(label), extension, listener];
    const place = props.place.get();
    const start = place === null ? { doc: source.get() } : startingAt(place);
    const created = new EditorView({ parent: element, extensions, ...start });
    followSource(created, source);
    return created;
  });
  const keepPlace = useEffectEvent(() => {
    if (view.current !== null) props.place.set(placeIn(view.current));
  });
  // Before it leaves the screen, and with that how far it was scrolled.
  useLayoutEffect(() => () => keepPlace(), []);
  useEffect(() => {
    if (parent.current === null) return undefined;
    const created = create(parent.current);
    view.current = created;
    const stop = source.subscribe(() => followSource(created, source));
    onReady(handleOf(created));
    return () => {
      stop();
      onReady(null);
      view.current = null;
      created.destroy();
    };
  }, [source]);

  useEffect(() => {
    if (view.current === null) return;
    // The source may have changed in a way that nobody calls back for, such as a draft read again from the disk.
    followSource(view.current, source);
    remark(view.current, remarks);
  }, [source, remarks]);

  return <div className={classNames(viewStyles.view, viewStyles.fill, styles.editor)} ref={parent} />;
}

function reporting(onChange: (change: CodeChange) => void): Extension {
  return EditorView.updateListener.of(({ docChanged, transactions, changes, state }) => {
    if (!docChanged || transactions.some((transaction) => transaction.annotation(fromOutside) === true)) {
      return;
    }
    let offset = 0;
    changes.iterChangedRanges((_fromBefore, _toBefore, _from, to) => {
      offset = to;
    });
    onChange({ text: state.sliceDoc(), offset });
  });
}

function followSource(view: EditorView, source: TextSource): void {
  const spec = follow(view.state, source.get(), view.hasFocus);
  if (spec !== null) view.dispatch(spec);
}

/** Remarks on a text before the last change are left out; those on screen have moved along, and new ones follow. */
function remark(view: EditorView, { text, findings, notes }: CodeRemarks): void {
  if (view.state.doc.length !== text.length || view.state.sliceDoc() !== text) return;
  view.dispatch(markFindings(view, findings), { effects: setNotes.of(notes) });
}

function handleOf(view: EditorView): CodeEditorHandle {
  return {
    focusAt(offset) {
      const anchor = Math.min(offset, view.state.doc.length);
      view.focus();
      view.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: "center" }) });
      showFindingAt(view, anchor);
    },
    caret: () => (view.hasFocus ? view.state.selection.main.head : null),
    run(command) {
      view.focus();
      COMMANDS[command](view);
    },
  };
}
