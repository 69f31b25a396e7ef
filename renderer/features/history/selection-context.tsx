import { createContext, use, useMemo, useState, type ReactNode } from "react";
import type { HistorySelection } from "../../../shared/domain/history.ts";
import { useHistoryView } from "./history-view-context.tsx";
import { NOTHING_SELECTED, tickAll, tickOne, tickRange, type ExchangeSelection } from "./selection.ts";

export type SelectionActions = {
  readonly selection: ExchangeSelection;
  readonly tick: (id: string, isRange: boolean, loaded: readonly string[]) => void;
  readonly tickAll: (upTo: number) => void;
  readonly clear: () => void;
};

const SelectionContext = createContext<SelectionActions | null>(null);

/** Holds which exchanges are selected. Another query begins with none. */
export function SelectionProvider(props: { readonly children: ReactNode }): ReactNode {
  const { text } = useHistoryView();
  const [state, setState] = useState({ text, selection: NOTHING_SELECTED });
  const selection = state.text === text ? state.selection : NOTHING_SELECTED;
  const actions = useMemo<SelectionActions>(() => {
    const change = (update: (selection: ExchangeSelection) => ExchangeSelection) =>
      setState((last) => ({
        text,
        selection: update(last.text === text ? last.selection : NOTHING_SELECTED),
      }));
    return {
      selection,
      tick: (id, isRange, loaded) =>
        change((last) => (isRange ? tickRange(last, id, loaded) : tickOne(last, id, loaded))),
      tickAll: (upTo) => change((last) => tickAll(last, upTo)),
      clear: () => change(() => NOTHING_SELECTED),
    };
  }, [selection, text]);
  return <SelectionContext value={actions}>{props.children}</SelectionContext>;
}

export function useSelection(): SelectionActions {
  const actions = use(SelectionContext);
  if (actions === null) throw new Error("useSelection was used outside of a SelectionProvider.");
  return actions;
}

/** The selection as the program understands it. */
export function useHistorySelection(): HistorySelection {
  const { selection } = useSelection();
  const { query } = useHistoryView();
  return selection.kind === "all"
    ? { kind: "query", query, upTo: selection.upTo }
    : { kind: "ids", ids: [...selection.ids] };
}
