import { Compartment, EditorState } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState, type ReactNode } from "react";
import { useControlKeys } from "./control-actions.tsx";
import { classNames } from "./class-names.ts";
import editorStyles from "./code-editor.module.css";
import { setMarks } from "./code-extensions.ts";
import { SearchIcon, CrossIcon } from "./icons.tsx";
import { Kbd } from "./kbd.tsx";
import { queryExtensions, type QueryPart, type SuggestQuery } from "./query-field-extensions.ts";
import styles from "./query-field.module.css";

/** What is wrong with a part of the text. Offsets count UTF-16 units from 0. */
export type QueryMark = { readonly from: number; readonly to: number; readonly message: string };

export type QueryFieldProps = {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** Enter. */
  readonly onSubmit: (text: string) => void;
  /** Down from the field, to what it finds. */
  readonly onLeaveDownwards: () => void;
  readonly marks: readonly QueryMark[];
  /** Parts that mean something, for their colours; of the text as it is given. */
  readonly partsOf: (text: string) => readonly QueryPart[];
  readonly suggest: SuggestQuery;
  /** The id of what says in words what is wrong. */
  readonly describedBy?: string;
};

/** A search with a language: one line, coloured, with suggestions as one types, and what is wrong underlined at its place. */
export function QueryField(props: QueryFieldProps): ReactNode {
  const { value, marks } = props;
  const { search: searchKeys } = useControlKeys();
  const { parent, focus } = useQueryEditor(props);
  return (
    <div className={classNames(styles.box, marks.length > 0 && styles.invalid)}>
      <span className={styles.icon}>
        <SearchIcon />
      </span>
      <div className={classNames(styles.query, editorStyles.editor)} ref={parent} />
      {value === "" ? (
        <span aria-hidden className={styles.hint}>
          {searchKeys === null ? null : <Kbd>{searchKeys}</Kbd>}
        </span>
      ) : (
        <button
          aria-label="Clear the search"
          className={styles.clear}
          onClick={() => {
            props.onChange("");
            props.onSubmit("");
            focus();
          }}
          type="button"
        >
          <CrossIcon />
        </button>
      )}
    </div>
  );
}

function useQueryEditor(props: QueryFieldProps) {
  const parent = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const [attributes] = useState(() => new Compartment());
  const { label, describedBy, value, marks } = props;
  const isInvalid = marks.length > 0;
  const latest = useRef(props);
  useLayoutEffect(() => {
    latest.current = props;
  });
  const create = useEffectEvent((element: HTMLElement) => {
    const extensions = queryExtensions({
      placeholder: props.placeholder,
      partsOf: props.partsOf,
      suggest: (text, caret) => latest.current.suggest(text, caret),
      onChange: (text) => latest.current.onChange(text),
      onSubmit: (text) => latest.current.onSubmit(text),
      onLeaveDownwards: () => latest.current.onLeaveDownwards(),
    });
    const state = EditorState.create({ doc: props.value, extensions: [extensions, attributes.of([])] });
    return new EditorView({ parent: element, state });
  });

  useEffect(() => {
    if (parent.current === null) return undefined;
    const created = create(parent.current);
    view.current = created;
    return () => {
      view.current = null;
      created.destroy();
    };
  }, []);

  useEffect(() => {
    const names = namesOf(label, isInvalid, describedBy);
    view.current?.dispatch({ effects: attributes.reconfigure(EditorView.contentAttributes.of(names)) });
  }, [attributes, label, describedBy, isInvalid]);

  useEffect(() => {
    if (view.current !== null) show(view.current, value, marks);
  }, [value, marks]);
  return { parent, focus: () => view.current?.focus() };
}

/** What the field is to assistive technology, and to the key that goes to a screen's search. */
function namesOf(label: string, isInvalid: boolean, describedBy: string | undefined): Record<string, string> {
  return {
    "aria-label": label,
    "aria-multiline": "false",
    "aria-invalid": String(isInvalid),
    "data-screen-search": "",
    spellcheck: "false",
    tabindex: "0",
    ...(describedBy === undefined ? {} : { "aria-describedby": describedBy }),
  };
}

function show(view: EditorView, value: string, marks: readonly QueryMark[]): void {
  const text = view.state.sliceDoc();
  if (text !== value) {
    view.dispatch({
      changes: { from: 0, to: text.length, insert: value },
      selection: { anchor: value.length },
    });
  }
  view.dispatch({ effects: setMarks.of(marks.map((mark) => ({ ...mark, severity: "error" as const }))) });
}
