import { EditorState } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { useEffect, useEffectEvent, useLayoutEffect, useRef, type ReactNode } from "react";
import { classNames } from "./class-names.ts";
import {
  labelCompartment,
  labelExtension,
  languageCompartment,
  languageExtension,
  setMarks,
  viewerExtensions,
  wrappingCompartment,
  wrappingExtension,
  type ViewerMark,
} from "./code-extensions.ts";
import { isWrapped, recogniseLanguage, type CodeLanguage } from "./code-language.ts";
import styles from "./code-view.module.css";
import { changeBetween, withOneUnitLineBreaks } from "./text-change.ts";

/** A text with its marks as it is at any moment. */
export type LiveText = {
  readonly get: () => { readonly text: string; readonly marks: readonly ViewerMark[] };
  readonly subscribe: (listener: () => void) => () => void;
};

const NO_MARKS: readonly ViewerMark[] = [];

/**
 * Shows a text as it is, with line numbers, JSON coloured. Only the lines in view are in the document, so size does not
 * matter; a changed text is applied as a change, so that scroll position and selection stay.
 */
export function CodeView(props: {
  /** The accessible name, e.g. "Request body". */
  readonly label: string;
  readonly text: string;
  /** Recognised from the text if absent. */
  readonly language?: CodeLanguage;
  readonly marks?: readonly ViewerMark[];
  /** A place to scroll to, once for each object. */
  readonly reveal?: { readonly from: number } | null;
  /** Says how text and marks stand before they are drawn anew: a keystroke elsewhere is shown at once. */
  readonly live?: LiveText | null;
  /** `fill` takes the height of its parent and scrolls; `content` is as high as its text, for short ones. */
  readonly height?: "fill" | "content";
}): ReactNode {
  const parent = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const { label, text } = props;
  const language = props.language ?? recogniseLanguage(text);
  const marks = props.marks ?? NO_MARKS;

  const showFirst = useEffectEvent((created: EditorView) => show(created, { label, text, language, marks }));
  // With the frame that brings it: later, its text would push away what already stands below it.
  useLayoutEffect(() => {
    if (parent.current === null) return undefined;
    const created = createViewer(parent.current);
    view.current = created;
    showFirst(created);
    return () => {
      view.current = null;
      created.destroy();
    };
  }, []);

  useEffect(() => {
    if (view.current !== null) show(view.current, { label, text, language, marks });
  }, [label, text, language, marks]);

  const reveal = props.reveal ?? null;
  const revealIn = useEffectEvent((shown: EditorView, { from }: { readonly from: number }) => {
    const offset = withOneUnitLineBreaks(text).offsetIn(from);
    shown.dispatch({ effects: EditorView.scrollIntoView(offset, { y: "center" }) });
  });
  useEffect(() => {
    if (view.current !== null && reveal !== null) revealIn(view.current, reveal);
  }, [reveal]);

  const live = props.live ?? null;
  useEffect(
    () =>
      live?.subscribe(() => {
        if (view.current !== null) show(view.current, { label, language, ...live.get() });
      }),
    [live, label, language],
  );

  return <div className={classNames(styles.view, styles[props.height ?? "fill"])} ref={parent} />;
}

type Shown = {
  readonly label: string;
  readonly text: string;
  readonly language: CodeLanguage;
  readonly marks: readonly ViewerMark[];
};

function createViewer(parent: HTMLElement): EditorView {
  return new EditorView({ parent, state: EditorState.create({ doc: "", extensions: viewerExtensions() }) });
}

/** What a view has been set up for. Setting it up anew would have its text read anew. */
const setUps = new WeakMap<EditorView, string>();

function show(view: EditorView, shown: Shown): void {
  const lines = withOneUnitLineBreaks(shown.text);
  const change = changeBetween(view.state.doc.toString(), lines.text);
  const marks = shown.marks.map(({ from, to, severity, message }) => ({
    from: lines.offsetIn(from),
    to: lines.offsetIn(to),
    severity,
    message,
  }));
  const isLong = isWrapped(shown.text);
  const setUp = JSON.stringify([shown.label, shown.language, isLong]);
  const isSetUp = setUps.get(view) === setUp;
  setUps.set(view, setUp);
  view.dispatch({
    ...(change === null ? {} : { changes: change }),
    effects: [
      ...(isSetUp
        ? []
        : [
            labelCompartment.reconfigure(labelExtension(shown.label)),
            languageCompartment.reconfigure(languageExtension(shown.language)),
            wrappingCompartment.reconfigure(wrappingExtension(isLong)),
          ]),
      setMarks.of(marks),
    ],
  });
}
