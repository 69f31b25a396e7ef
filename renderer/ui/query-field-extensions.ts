import {
  acceptCompletion,
  autocompletion,
  closeCompletion,
  completionKeymap,
  completionStatus,
  moveCompletionSelection,
  pickedCompletion,
  startCompletion,
  type CompletionContext,
  type CompletionResult,
} from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { EditorState, RangeSetBuilder, type Extension } from "@codemirror/state";
import {
  Decoration,
  EditorView,
  keymap,
  placeholder,
  ViewPlugin,
  type DecorationSet,
  type ViewUpdate,
} from "@codemirror/view";
import { marksField, styleNonce } from "./code-extensions.ts";

/** A part of a query that is drawn in a colour of its own. */
export type QueryPart = {
  readonly from: number;
  readonly to: number;
  readonly kind: "name" | "value" | "sign";
};

export type QuerySuggestions = {
  /** What is replaced. */
  readonly from: number;
  readonly to: number;
  readonly options: readonly {
    readonly label: string;
    readonly detail: string;
    readonly insert: string;
  }[];
};
export type SuggestQuery = (text: string, caret: number) => Promise<QuerySuggestions | null>;

export type QueryFieldOptions = {
  readonly placeholder: string;
  readonly partsOf: (text: string) => readonly QueryPart[];
  readonly suggest: SuggestQuery;
  readonly onChange: (text: string) => void;
  readonly onSubmit: (text: string) => void;
  readonly onLeaveDownwards: () => void;
};

const MOST_OPTIONS = 10;

/** One line of a query: what is pasted loses its line breaks, Enter submits, Tab takes the first suggestion. */
export function queryExtensions(options: QueryFieldOptions): Extension {
  return [
    EditorView.cspNonce.of(styleNonce()),
    EditorView.clipboardInputFilter.of((text) => text.replaceAll(/\s+/gu, " ")),
    EditorState.transactionFilter.of((transaction) => (transaction.newDoc.lines > 1 ? [] : transaction)),
    placeholder(options.placeholder),
    history(),
    marksField,
    partColours(options.partsOf),
    autocompletion({
      override: [(context) => complete(context, options.suggest)],
      icons: false,
      // Enter searches for what was typed; a suggestion is taken when it was gone to.
      selectOnOpen: false,
      maxRenderedOptions: MOST_OPTIONS,
    }),
    keymap.of([
      { key: "Tab", run: takeFirst },
      ...completionKeymap,
      {
        key: "Enter",
        run: (view) => {
          // What is found is looked at next; suggestions would cover it.
          closeCompletion(view);
          options.onSubmit(view.state.sliceDoc());
          return true;
        },
      },
      {
        key: "ArrowDown",
        run: (view) => {
          if (completionStatus(view.state) !== null) return false;
          options.onLeaveDownwards();
          return true;
        },
      },
      { key: "Escape", run: (view) => empty(view, options) },
      ...historyKeymap,
      ...defaultKeymap,
    ]),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) options.onChange(update.state.sliceDoc());
    }),
  ];
}

/** Tab leaves the field, as everywhere, unless there is something to take. */
function takeFirst(view: EditorView): boolean {
  if (completionStatus(view.state) !== "active") return false;
  return acceptCompletion(view) || (moveCompletionSelection(true)(view) && acceptCompletion(view));
}

function empty(view: EditorView, options: QueryFieldOptions): boolean {
  const { length } = view.state.doc;
  if (length === 0) return false;
  view.dispatch({ changes: { from: 0, to: length } });
  options.onSubmit("");
  return true;
}

async function complete(
  { state, pos }: CompletionContext,
  suggest: SuggestQuery,
): Promise<CompletionResult | null> {
  const suggested = await suggest(state.sliceDoc(), pos);
  if (suggested === null || suggested.options.length === 0) return null;
  const { from, to } = suggested;
  const typed = state.sliceDoc(from, to);
  if (suggested.options.every(({ insert }) => insert === typed)) return null;
  return {
    from,
    to,
    // They come in their order, and what does not fit is left out already.
    filter: false,
    options: suggested.options.map(({ label, detail, insert }) => ({
      label,
      detail,
      apply: (view, completion) => {
        const end = Math.max(to, view.state.selection.main.head);
        view.dispatch({
          changes: { from, to: end, insert },
          selection: { anchor: from + insert.length },
          userEvent: "input.complete",
          annotations: pickedCompletion.of(completion),
        });
        // Behind a colon the values are asked for.
        if (insert.endsWith(":")) startCompletion(view);
      },
    })),
  };
}

function partColours(partsOf: QueryFieldOptions["partsOf"]): Extension {
  const read = (view: EditorView): DecorationSet => {
    const builder = new RangeSetBuilder<Decoration>();
    for (const { from, to, kind } of partsOf(view.state.sliceDoc())) {
      if (from < to) builder.add(from, to, Decoration.mark({ class: `query-${kind}` }));
    }
    return builder.finish();
  };
  return ViewPlugin.define(
    (view) => ({
      decorations: read(view),
      update(update: ViewUpdate) {
        if (update.docChanged) this.decorations = read(update.view);
      },
    }),
    { decorations: (plugin) => plugin.decorations },
  );
}
