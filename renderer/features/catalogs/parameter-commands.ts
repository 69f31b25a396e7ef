import { cellText, COLUMN_LABELS, COLUMNS, type ColumnId } from "../../../shared/catalog-edit/columns.ts";
import {
  duplicateParameters,
  insertParameters,
  moveParameters,
  newParameter,
  removeParameters,
  type RowRange,
} from "../../../shared/catalog-edit/parameter-edits.ts";
import { pasteCells } from "../../../shared/catalog-edit/paste-cells.ts";
import { withCell } from "../../../shared/catalog-edit/read-cell.ts";
import { readTable, writeTable } from "../../../shared/catalog-edit/table-text.ts";
import type { CatalogEvent } from "../../../shared/domain/catalog.ts";
import type { GridCell, GridRange, GridSelection } from "../../ui/grid/grid-selection.ts";
import type { GridCommands } from "../../ui/grid/grid.tsx";
import { formatCount } from "../../ui/quantities.ts";
import { showToast } from "../../ui/toast.tsx";
import type { EditorActions } from "./use-catalog-editor.ts";

type TableOptions = {
  readonly row: number;
  readonly event: CatalogEvent;
  readonly actions: EditorActions;
  readonly select: (selection: GridSelection) => void;
};

/** What the keys, the mouse and the buttons of the table do to the event's parameters. Each is one step of undo. */
export function parameterCommands(options: TableOptions): GridCommands {
  const { event, select } = options;
  const change = (
    label: string,
    range: GridRange | GridCell,
    update: (event: CatalogEvent) => CatalogEvent,
  ) => options.actions.editEvent({ row: options.row, ...placeOf(range) }, label, update);
  return {
    onWrite: (cell, text) => write(options, cell, text),
    onClear: (range) => clear(options, range),
    onCopy: (range) => copied(event, range),
    onPaste: (text, cell) => paste(options, text, cell),
    onMoveRows(range, by) {
      const rows = rowsOf(event, range);
      if (rows === null) return;
      const moved = moveParameters(event, rows, by).rows;
      const step = moved.first - rows.first;
      if (step === 0) return;
      change(`Move ${parameters(rows)}`, range, (one) => moveParameters(one, rows, by).event);
      select(shifted(range, step));
    },
    onRemoveRows(range) {
      const rows = rowsOf(event, range);
      if (rows !== null) change(`Delete ${parameters(rows)}`, range, (one) => removeParameters(one, rows));
    },
    onDuplicateRows(range) {
      const rows = rowsOf(event, range);
      if (rows === null) return;
      change(`Duplicate ${parameters(rows)}`, range, (one) => duplicateParameters(one, rows));
      select(shifted(range, rows.last - rows.first + 1));
    },
    onInsertRow(at) {
      const place = Math.min(at, event.parameters.length);
      change("Add a parameter", { row: place, column: 0 }, (one) =>
        insertParameters(one, place, [newParameter(one)]),
      );
      const cell = { row: place, column: 0 };
      select({ cursor: cell, anchor: cell });
    },
  };
}

function write({ event, actions, row }: TableOptions, cell: GridCell, text: string): string | null {
  const column = COLUMNS[cell.column] ?? "name";
  const before = event.parameters[cell.row] ?? newParameter(event);
  if (event.parameters[cell.row] === undefined && text.trim() === "") return null;
  const changed = withCell(before, column, text);
  if (!changed.ok) return changed.error.message;
  const place = { row, parameter: cell.row, column };
  const isNew = event.parameters[cell.row] === undefined;
  const label = isNew ? `Add ${changed.value.name}` : `Change ${COLUMN_LABELS[column]} of ${before.name}`;
  actions.editEvent(place, label, (one) => ({
    ...one,
    parameters: isNew ? [...one.parameters, changed.value] : one.parameters.with(cell.row, changed.value),
  }));
  return null;
}

/** Empties cells; names and types stay, since there is no parameter without. */
function clear({ actions, row }: TableOptions, range: GridRange): void {
  const columns = columnsOf(range).filter((column) => column !== "name" && column !== "type");
  if (columns.length === 0) return;
  actions.editEvent({ row, ...placeOf(range) }, "Empty cells", (one) => ({
    ...one,
    parameters: one.parameters.map((parameter, index) => {
      if (index < range.top || index > range.bottom) return parameter;
      return columns.reduce((result, column) => {
        const emptied = withCell(result, column, "");
        return emptied.ok && cellText(result, column) !== "" ? emptied.value : result;
      }, parameter);
    }),
  }));
}

function copied(event: CatalogEvent, range: GridRange): string {
  const columns = columnsOf(range);
  const rows = event.parameters
    .slice(range.top, range.bottom + 1)
    .map((parameter) => columns.map((column) => cellText(parameter, column)));
  return writeTable(rows);
}

function paste({ event, actions, row, select }: TableOptions, text: string, cell: GridCell): void {
  const table = readTable(text);
  if (text.trim() === "") return;
  const target = { row: cell.row, column: COLUMNS[cell.column] ?? "name" };
  const pasted = pasteCells(event, target, table);
  actions.editEvent({ row, parameter: pasted.first, column: target.column }, "Paste", () => pasted.event);
  const first = { row: pasted.first, column: cell.column };
  select({ cursor: first, anchor: first });
  const [problem] = pasted.problems;
  if (problem === undefined) return;
  showToast({
    tone: "failed",
    title: `${formatCount(pasted.problems.length, "cell was", "cells were")} not taken`,
    text: `Row ${problem.row}, ${COLUMN_LABELS[problem.column]}: ${problem.message}`,
  });
}

function columnsOf({ left, right }: GridRange): ColumnId[] {
  return COLUMNS.slice(left, right + 1);
}

/** The selected rows that are parameters; null where only the new row is selected. */
export function rowsOf(event: CatalogEvent, { top, bottom }: GridRange): RowRange | null {
  const last = Math.min(bottom, event.parameters.length - 1);
  return top > last ? null : { first: top, last };
}

function parameters({ first, last }: RowRange): string {
  return formatCount(last - first + 1, "parameter", "parameters");
}

function placeOf(range: GridRange | GridCell): { readonly parameter: number; readonly column: ColumnId } {
  const [parameter, column] = "top" in range ? [range.top, range.left] : [range.row, range.column];
  return { parameter, column: COLUMNS[column] ?? "name" };
}

function shifted({ top, bottom, left, right }: GridRange, by: number): GridSelection {
  return { cursor: { row: top + by, column: left }, anchor: { row: bottom + by, column: right } };
}
