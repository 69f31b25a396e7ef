import { useMemo, useRef, useState, type RefObject } from "react";
import { showToast } from "../toast.tsx";
import { useLatest } from "../use-latest.ts";
import type { GridColumn } from "./grid-column.ts";
import type { EditorProps } from "./grid-editor.tsx";
import { cellAfterCommit, type AfterCommit } from "./grid-keys.ts";
import { selectCell, type GridCell, type GridSelection, type GridSize } from "./grid-selection.ts";

export type GridEditing = {
  readonly isOpen: boolean;
  readonly editor: EditorProps | null;
  /** Opens the cell of the cursor, or another; with a text that is typed over what is there, or null to keep that. */
  readonly start: (text: string | null, cell?: GridCell) => void;
  /** Writes without opening; what cannot be there is said. */
  readonly write: (cell: GridCell, text: string) => void;
};

type EditingOptions<Row> = {
  readonly columns: readonly GridColumn<Row>[];
  readonly rows: readonly Row[];
  readonly selection: GridSelection;
  readonly size: GridSize;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly onSelection: (selection: GridSelection) => void;
  readonly commands: { readonly onWrite: (cell: GridCell, text: string) => string | null };
};

type OpenCell = { readonly cell: GridCell; readonly text: string; readonly error: string | null };

/** The cell being edited: opened, taken with Enter, Tab or by going elsewhere, given up with Escape. */
export function useGridEditing<Row>(options: EditingOptions<Row>): GridEditing {
  const [open, setOpen] = useState<OpenCell | null>(null);
  const latest = useLatest(options);
  // Leaving the editor takes the focus from it, which it hears of as well; only the first end counts.
  const isEnding = useRef(false);
  const editor = useMemo<EditorProps | null>(() => {
    if (open === null) return null;
    const { cell } = open;
    const end = () => {
      isEnding.current = true;
      setOpen(null);
    };
    const refocus = () => latest.current.scroller.current?.focus();
    const commit = (text: string, then: AfterCommit) => {
      const { size, onSelection } = latest.current;
      const problem = takeText(latest.current, cell, text);
      if (problem !== null && then !== "stay") return setOpen({ cell, text, error: problem });
      if (problem !== null) showToast({ tone: "failed", title: `"${text}" was not taken`, text: problem });
      end();
      if (then === "stay") return undefined;
      refocus();
      return onSelection(selectCell(cellAfterCommit(cell, then, size)));
    };
    return {
      text: open.text,
      error: open.error,
      onChange: (text) => setOpen({ cell, text, error: null }),
      onCancel() {
        end();
        refocus();
      },
      onCommit(text, then) {
        if (!isEnding.current) commit(text, then);
      },
    };
  }, [open, latest]);
  return {
    isOpen: open !== null,
    editor,
    start(text, cell = options.selection.cursor) {
      isEnding.current = false;
      setOpen({ cell, text: text ?? textOf(options, cell), error: null });
    },
    write(cell, text) {
      const problem = options.commands.onWrite(cell, text);
      if (problem !== null) showToast({ tone: "failed", title: "The cell stays as it was", text: problem });
    },
  };
}

/** Answers why the text cannot stay; a text that is there already is no change. */
function takeText<Row>(options: EditingOptions<Row>, cell: GridCell, text: string): string | null {
  return text === textOf(options, cell) ? null : options.commands.onWrite(cell, text);
}

function textOf<Row>({ rows, columns }: EditingOptions<Row>, { row, column }: GridCell): string {
  const value = rows[row];
  return value === undefined ? "" : (columns[column]?.text(value) ?? "");
}
