/* oxlint-disable jsx-a11y/prefer-tag-over-role --
   Only the rows in view are in the document, one over the other, which a table element cannot be. */
import { memo, type PointerEvent, type ReactNode } from "react";
import { classNames } from "../class-names.ts";
import { CheckIcon } from "../icons.tsx";
import { GRID_NUMBER_WIDTH, GRID_ROW_HEIGHT, type GridColumn, type GridMark } from "./grid-column.ts";
import { GridEditor, type EditorProps } from "./grid-editor.tsx";
import styles from "./grid.module.css";

/** What a cell tells the grid. The functions stay the same, so that a row is drawn anew only when something in it changed. */
export type RowActions = {
  readonly onPointerDown: (event: PointerEvent, row: number, column: number) => void;
  readonly onNumberPointerDown: (event: PointerEvent, row: number) => void;
  readonly onDoubleClick: (row: number, column: number) => void;
  readonly onToggle: (row: number, column: number) => void;
};

export type GridRowProps<Row> = {
  readonly id: string;
  /** null is the row behind the last, in which a new one begins. */
  readonly row: Row | null;
  readonly index: number;
  readonly columns: readonly GridColumn<Row>[];
  readonly newRowText: string;
  /** The column of the cursor; null where that is in another row. */
  readonly cursor: number | null;
  /** The first and last selected column; null where the row has none. */
  readonly selected: readonly [number, number] | null;
  readonly editor: EditorProps | null;
  readonly markOf: ((row: number, columnId: string) => GridMark | null) | undefined;
  readonly actions: RowActions;
};

function GridRowView<Row>(props: GridRowProps<Row>): ReactNode {
  const { row, index, columns, actions } = props;
  return (
    <div
      aria-rowindex={index + 2}
      className={classNames(styles.row, row === null && styles.newRow)}
      role="row"
      style={{ top: index * GRID_ROW_HEIGHT }}
    >
      <div
        aria-colindex={1}
        aria-label={row === null ? "New" : `Row ${index + 1}`}
        className={styles.number}
        onPointerDown={(event) => actions.onNumberPointerDown(event, index)}
        role="gridcell"
        style={{ width: GRID_NUMBER_WIDTH }}
        tabIndex={-1}
      >
        {row === null ? "+" : index + 1}
      </div>
      {columns.map((column, at) => (
        <Cell {...props} at={at} column={column} key={column.id} />
      ))}
    </div>
  );
}

/** `memo` forgets type parameters. */
export const GridRow = memo(GridRowView) as typeof GridRowView;

function Cell<Row>(
  props: GridRowProps<Row> & { readonly column: GridColumn<Row>; readonly at: number },
): ReactNode {
  const { row, index, column, at, actions, selected } = props;
  const isCursor = props.cursor === at;
  const mark = row === null ? null : (props.markOf?.(index, column.id) ?? null);
  const isSelected = selected !== null && at >= selected[0] && at <= selected[1];
  return (
    // The keyboard is with the grid, which names the active cell; a cell only takes the mouse.
    <div
      {...(mark === null ? {} : { "aria-description": mark.message, title: mark.message })}
      aria-colindex={at + 2}
      aria-invalid={mark?.severity === "error"}
      aria-selected={isSelected}
      className={classNames(
        styles.cell,
        at === 0 && styles.first,
        column.isMonospace === true && styles.monospace,
        isCursor && styles.cursor,
        mark !== null && styles[mark.severity],
      )}
      id={`${props.id}-${index}-${at}`}
      onDoubleClick={() => actions.onDoubleClick(index, at)}
      onPointerDown={(event) => actions.onPointerDown(event, index, at)}
      role={at === 0 ? "rowheader" : "gridcell"}
      style={{ width: column.width }}
      tabIndex={-1}
    >
      {isCursor && props.editor !== null ? (
        <GridEditor {...props.editor} choices={column.choices ?? null} label={column.label} />
      ) : (
        <CellContent {...props} />
      )}
    </div>
  );
}

function CellContent<Row>(
  props: GridRowProps<Row> & { readonly column: GridColumn<Row>; readonly at: number },
): ReactNode {
  const { row, column, at } = props;
  if (row === null) return at === 0 ? <span className={styles.newText}>{props.newRowText}</span> : null;
  const text = column.text(row);
  if (column.kind !== "check") return <span className={styles.text}>{text}</span>;
  return (
    // Space toggles it by keyboard.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
    <span
      className={classNames(styles.check, text !== "" && styles.isChecked)}
      onClick={() => props.actions.onToggle(props.index, at)}
    >
      {text === "" ? null : <CheckIcon />}
      <span className={styles.hiddenText}>{text === "" ? "no" : "yes"}</span>
    </span>
  );
}
