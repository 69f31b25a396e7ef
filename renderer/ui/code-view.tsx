import { EditorState } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { useEffect, useRef, type ReactNode } from "react";
import { classNames } from "./class-names.ts";
import {
  languageCompartment,
  languageExtension,
  setMarks,
  viewerExtensions,
  wrappingCompartment,
  wrappingExtension,
  type CodeMark,
} from "./code-extensions.ts";
import { isWrapped, recogniseLanguage, type CodeLanguage } from "./code-language.ts";
import styles from "./code-view.module.css";
import { changeBetween } from "./text-change.ts";

const NO_MARKS: readonly CodeMark[] = [];

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
  readonly marks?: readonly CodeMark[];
  /** `fill` takes the height of its parent and scrolls; `content` is as high as its text, for short ones. */
  readonly height?: "fill" | "content";
}): ReactNode {
  const parent = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const { label, text } = props;
  const language = props.language ?? recogniseLanguage(text);
  const marks = props.marks ?? NO_MARKS;

  useEffect(() => {
    if (parent.current === null) return undefined;
    const created = createViewer(parent.current, label);
    view.current = created;
    return () => {
      view.current = null;
      created.destroy();
    };
  }, [label]);

  useEffect(() => {
    if (view.current !== null) showText(view.current, text, marks, language);
  }, [label, text, marks, language]);

  return <div className={classNames(styles.view, styles[props.height ?? "fill"])} ref={parent} />;
}

function createViewer(parent: HTMLElement, label: string): EditorView {
  const extensions = [
    viewerExtensions(label),
    languageCompartment.of([]),
    wrappingCompartment.of(wrappingExtension(true)),
  ];
  return new EditorView({ parent, state: EditorState.create({ doc: "", extensions }) });
}

function showText(view: EditorView, text: string, marks: readonly CodeMark[], language: CodeLanguage): void {
  // CodeMirror counts every line break as one unit; a text with carriage returns is shown with them as line breaks.
  const before = view.state.doc.toString();
  const after = text.replace(/\r\n?/gu, "\n");
  const change = changeBetween(before, after);
  view.dispatch({
    ...(change === null ? {} : { changes: change }),
    effects: [
      languageCompartment.reconfigure(languageExtension(language)),
      wrappingCompartment.reconfigure(wrappingExtension(isWrapped(text))),
      setMarks.of(marks),
    ],
  });
}
