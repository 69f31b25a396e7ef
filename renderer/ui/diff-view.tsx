import { getChunks, unifiedMergeView } from "@codemirror/merge";
import { EditorState } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { useEffect, useEffectEvent, useRef, type ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { commonExtensions, labelExtension, languageExtension } from "./code-extensions.ts";
import { isWrapped, recogniseLanguage } from "./code-language.ts";
import styles from "./code-view.module.css";
import diffStyles from "./diff-view.module.css";
import { changeBetween, withOneUnitLineBreaks } from "./text-change.ts";

/** Two texts that share little are compared by whole lines after this long, so that the window goes on. */
const LONGEST_COMPARING_MS = 80;

/**
 * One text as it became another: lines that went are above those that came, what stayed the same is folded. `onDifferences`
 * is told at how many places the two differ, each time one of them has changed.
 */
export function DiffView(props: {
  /** The accessible name of the text. */
  readonly label: string;
  readonly before: string;
  readonly after: string;
  readonly onDifferences: (count: number) => void;
}): ReactNode {
  const parent = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const before = withOneUnitLineBreaks(props.before).text;
  const after = withOneUnitLineBreaks(props.after).text;
  const tell = useEffectEvent((created: EditorView) => {
    props.onDifferences(getChunks(created.state)?.chunks.length ?? 0);
  });
  const textNow = useEffectEvent(() => after);

  useEffect(() => {
    if (parent.current === null) return undefined;
    const state = EditorState.create({ doc: textNow(), extensions: extensionsFor(props.label, before) });
    const created = new EditorView({ parent: parent.current, state });
    view.current = created;
    tell(created);
    return () => {
      view.current = null;
      created.destroy();
    };
  }, [props.label, before]);

  useEffect(() => {
    const current = view.current;
    if (current === null) return;
    const change = changeBetween(current.state.doc.toString(), after);
    if (change === null) return;
    current.dispatch({ changes: change });
    tell(current);
  }, [after]);

  return <div className={classNames(styles.view, styles.fill, diffStyles.diff)} ref={parent} />;
}

function extensionsFor(label: string, before: string) {
  return [
    commonExtensions(),
    EditorState.readOnly.of(true),
    labelExtension(label),
    languageExtension(recogniseLanguage(before)),
    isWrapped(before) ? EditorView.lineWrapping : [],
    unifiedMergeView({
      original: before,
      mergeControls: false,
      collapseUnchanged: { margin: 3, minSize: 6 },
      diffConfig: { scanLimit: 1000, timeout: LONGEST_COMPARING_MS },
    }),
  ];
}
