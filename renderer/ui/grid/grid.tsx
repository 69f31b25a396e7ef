/* oxlint-disable jsx-a11y/prefer-tag-over-role --
   Only the rows in view are in the document, one over the other, which a table element cannot be. */
import {
  type FocusEvent,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  type ClipboardEvent,
  type ReactNode,
  type Ref,
} from "react";
import {
  columnStarts,
  GRID_HEADING_HEIGHT,
  GRID_NUMBER_WIDTH,
  GRID_ROW_HEIGHT,
  type GridColumn,
  type GridMark,
} from "./grid-column.ts";
import { GridRow, type RowActions } from "./grid-row.tsx";
import {
  clampSelection,
  rangeOf,
  type GridCell,
  type GridRange,
  type GridSelection,
  type GridSize,
} from "./grid-selection.ts";
import { rowsInView, scrollToCell } from "./grid-window.ts";
import styles from "./grid.module.css";
import { useGridEditing } from "./use-grid-editing.ts";
import { useGridPointer } from "./use-grid-pointer.ts";
import { useGridKeys } from "./use-grid-keys.ts";
import { useGridView } from "./use-grid-view.ts";
import { useMoreColumns } from "./use-more-columns.ts";

export type GridHandle = { readonly focus: () => void; readonly edit: () => void };

/** What is done to rows and cells. Rows count from 0; a row equal to their number is the new one at the end. */
export type GridCommands = {
  /** Answers why the text cannot be there; null where it is now. */
  readonly onWrite: (cell: GridCell, text: string) => string | null;
  readonly onClear: (range: GridRange) => void;
  readonly onCopy: (range: GridRange) => string;
  readonly onPaste: (text: string, cell: GridCell) => void;
  readonly onMoveRows: (range: GridRange, by: number) => void;
  readonly onRemoveRows: (range: GridRange) => void;
  readonly onDuplicateRows: (range: GridRange) => void;
  readonly onInsertRow: (at: number) => void;
};

export type GridProps<Row> = {
  readonly label: string;
  /** Stable: other columns draw every row anew. */
  readonly columns: readonly GridColumn<Row>[];
  readonly rows: readonly Row[];
  readonly newRowText: string;
  readonly selection: GridSelection;
  readonly onSelection: (selection: GridSelection) => void;
  readonly commands: GridCommands;
  /** Escape in the grid: goes to what is before it. */
  readonly onLeave: () => void;
  readonly markOf?: (row: number, columnId: string) => GridMark | null;
  readonly handle: Ref<GridHandle>;
};

/**
 * A table that is edited like a spreadsheet: arrows move, Shift selects, typing replaces, Enter and F2 open a cell, Tab goes
 * on in reading order and leaves at the end. One stop of the Tab key until then; the active cell is named to assistive
 * technology. Only the rows in view are in the document.
 */
export function Grid<Row>(props: GridProps<Row>): ReactNode {
  const { columns, rows, commands } = props;
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const size: GridSize = { rows: rows.length + 1, columns: columns.length };
  const selection = clampSelection(props.selection, size);
  const range = rangeOf(selection);
  const view = useGridView(scroller);
  useMoreColumns(scroller);
  const editing = useGridEditing({ ...props, selection, size, scroller });
  const { actions, drag } = useGridPointer({ ...props, selection, range, scroller, editing });
  const onKeyDown = useGridKeys({ ...props, selection, size, range, editing, pageRows: view.pageRows });
  useImperativeHandle(props.handle, () => ({
    focus: () => scroller.current?.focus(),
    edit: () => editing.start(null),
  }));
  const { row: cursorRow, column: cursorColumn } = selection.cursor;
  const isNew = useRef(true);
  useLayoutEffect(() => {
    // A new grid begins at its first cell, and asking where that is would have the browser lay out the window now.
    const isThere = isNew.current && cursorRow === 0 && cursorColumn === 0;
    isNew.current = false;
    if (!isThere) reveal(scroller.current, { row: cursorRow, column: cursorColumn }, columns);
  }, [cursorRow, cursorColumn, columns]);
  return (
    <div className={styles.frame}>
      <div
        aria-activedescendant={`${id}-${cursorRow}-${cursorColumn}`}
        aria-colcount={columns.length + 1}
        aria-label={props.label}
        aria-multiselectable
        aria-rowcount={size.rows + 1}
        className={styles.grid}
        {...clipboardHandlers(commands, range)}
        onFocus={keepFocus}
        onKeyDown={onKeyDown}
        onScroll={view.measure}
        ref={scroller}
        role="grid"
        tabIndex={editing.isOpen ? -1 : 0}
      >
        <Headings columns={columns} />
        <Body {...{ actions, id, range, selection, size, view }} {...props} editor={editing.editor} />
        {drag === null ? null : (
          <div
            className={styles.drop}
            style={{ top: GRID_HEADING_HEIGHT + drag.before * GRID_ROW_HEIGHT - 1 }}
          />
        )}
      </div>
    </div>
  );
}

/** A press on a cell would leave the focus with it, where no key of the grid is heard. */
function keepFocus({ target, currentTarget }: FocusEvent<HTMLElement>): void {
  if (target !== currentTarget && target.matches("[role=gridcell], [role=rowheader]")) {
    currentTarget.focus({ preventScroll: true });
  }
}

function Headings<Row>({ columns }: { readonly columns: readonly GridColumn<Row>[] }): ReactNode {
  return useMemo(
    () => (
      <div className={styles.headings} role="rowgroup">
        <div
          aria-rowindex={1}
          className={styles.headingRow}
          role="row"
          style={{ width: columnStarts(columns).at(-1) }}
        >
          <div
            aria-colindex={1}
            aria-label="Row"
            className={styles.number}
            role="columnheader"
            style={{ width: GRID_NUMBER_WIDTH }}
          >
            #
          </div>
          {columns.map((column, index) => (
            <div
              aria-colindex={index + 2}
              className={index === 0 ? `${styles.heading} ${styles.first}` : styles.heading}
              key={column.id}
              role="columnheader"
              style={{ width: column.width }}
            >
              {column.label}
            </div>
          ))}
        </div>
      </div>
    ),
    [columns],
  );
}

/** The cells of the range on the clipboard and from it. A cell that is being edited has its own text. */
function clipboardHandlers(commands: GridCommands, range: GridRange) {
  const isOfEditor = (event: ClipboardEvent) => event.target instanceof HTMLInputElement;
  const copy = (event: ClipboardEvent) => {
    if (isOfEditor(event)) return;
    event.preventDefault();
    event.clipboardData.setData("text/plain", commands.onCopy(range));
  };
  return {
    onCopy: copy,
    onCut(event: ClipboardEvent) {
      copy(event);
      if (!isOfEditor(event)) commands.onClear(range);
    },
    onPaste(event: ClipboardEvent) {
      if (isOfEditor(event)) return;
      event.preventDefault();
      commands.onPaste(event.clipboardData.getData("text/plain"), { row: range.top, column: range.left });
    },
  };
}

type BodyProps<Row> = Pick<GridProps<Row>, "columns" | "rows" | "newRowText" | "markOf"> & {
  readonly id: string;
  readonly size: GridSize;
  readonly selection: GridSelection;
  readonly range: GridRange;
  readonly view: ReturnType<typeof useGridView>;
  readonly actions: RowActions;
  readonly editor: ReturnType<typeof useGridEditing>["editor"];
};

function Body<Row>(props: BodyProps<Row>): ReactNode {
  const { rows, columns, selection, range, size } = props;
  const { cursor } = selection;
  const { first, end } = rowsInView(size.rows, props.view);
  const indexes = Array.from({ length: Math.max(0, end - first) }, (_none, index) => first + index);
  // The row of the cursor is there wherever the view is, because it is named as the active one.
  if (!indexes.includes(cursor.row)) indexes.push(cursor.row);
  return (
    <div
      className={styles.body}
      role="rowgroup"
      style={{ height: size.rows * GRID_ROW_HEIGHT, width: columnStarts(columns).at(-1) }}
    >
      {indexes.map((index) => (
        <GridRow
          actions={props.actions}
          columns={columns}
          cursor={index === cursor.row ? cursor.column : null}
          editor={index === cursor.row ? props.editor : null}
          id={props.id}
          index={index}
          key={index}
          markOf={props.markOf}
          newRowText={props.newRowText}
          row={rows[index] ?? null}
          selected={index >= range.top && index <= range.bottom ? [range.left, range.right] : null}
        />
      ))}
    </div>
  );
}

function reveal(
  scroller: HTMLElement | null,
  cell: GridCell,
  columns: readonly { readonly width: number }[],
): void {
  if (scroller === null || scroller.clientHeight === 0) return;
  const { scrollTop: top, scrollLeft: left, clientWidth: width, clientHeight: height } = scroller;
  const next = scrollToCell(cell, columns, { top, left, width, height });
  if (next.top !== top) scroller.scrollTop = next.top;
  if (next.left !== left) scroller.scrollLeft = next.left;
}
