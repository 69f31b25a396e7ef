import { useRef, type KeyboardEvent } from "react";
import { assertNever } from "../../../shared/result/result.ts";
import { useControlKeys } from "../control-actions.tsx";
import type { GridColumn } from "./grid-column.ts";
import { meaningOf, type GridMeaning } from "./grid-keys.ts";
import type { GridRange, GridSelection, GridSize } from "./grid-selection.ts";
import type { GridCommands } from "./grid.tsx";
import type { GridEditing } from "./use-grid-editing.ts";

type KeyOptions<Row> = {
  readonly columns: readonly GridColumn<Row>[];
  readonly rows: readonly Row[];
  readonly selection: GridSelection;
  readonly size: GridSize;
  readonly range: GridRange;
  readonly pageRows: number;
  readonly editing: GridEditing;
  readonly onSelection: (selection: GridSelection) => void;
  readonly onLeave: () => void;
  readonly commands: GridCommands;
};

/** The keys of a grid whose cell is not open. */
export function useGridKeys<Row>(options: KeyOptions<Row>): (event: KeyboardEvent) => void {
  const keys = useControlKeys();
  const typed = useRef<TypedChoice>({ text: "", at: 0 });
  return (event) => {
    if (event.target !== event.currentTarget || event.nativeEvent.isComposing) return;
    const key = {
      key: event.key,
      hasShift: event.shiftKey,
      hasCommand: event.ctrlKey || event.metaKey,
      hasAlt: event.altKey,
    };
    const meaning = meaningOf(key, keys.table(event), options.selection, options.size, options.pageRows);
    if (meaning === null) return;
    event.preventDefault();
    event.stopPropagation();
    obey(meaning, options, typed.current);
  };
}

function obey<Row>(meaning: GridMeaning, options: KeyOptions<Row>, typed: TypedChoice): void {
  const { commands, range, selection } = options;
  switch (meaning.kind) {
    case "select":
      return options.onSelection(meaning.selection);
    case "edit":
      return open(meaning.text, options, typed);
    case "toggle":
      return toggle(options);
    case "clear":
      return commands.onClear(range);
    case "remove-rows":
      return commands.onRemoveRows(range);
    case "duplicate-rows":
      return commands.onDuplicateRows(range);
    case "insert-row":
      return commands.onInsertRow(selection.cursor.row + 1);
    case "move-rows":
      return commands.onMoveRows(range, meaning.by);
    case "leave":
      return options.onLeave();
    default:
      return assertNever(meaning);
  }
}

/** In a cell of choices letters typed on name the first that begins with them; in one to tick any key means yes or no. */
function open<Row>(text: string | null, options: KeyOptions<Row>, typed: TypedChoice): void {
  const { cursor } = options.selection;
  const column = options.columns[cursor.column];
  if (column?.kind === "check") return toggle(options);
  if (text === null || column?.kind !== "choice") return options.editing.start(text);
  const now = performance.now();
  typed.text = now - typed.at < TYPED_TOGETHER_MS ? typed.text + text.toLowerCase() : text.toLowerCase();
  typed.at = now;
  const choice = column.choices?.find((one) => one.startsWith(typed.text));
  if (choice !== undefined && choice !== "") options.editing.write(cursor, choice);
}

/** What was typed of a choice, and when its last letter was. */
type TypedChoice = { text: string; at: number };

/** Letters that follow each other so soon belong to one word. */
const TYPED_TOGETHER_MS = 900;

function toggle<Row>({ columns, rows, selection, editing }: KeyOptions<Row>): void {
  const { cursor } = selection;
  const [column, row] = [columns[cursor.column], rows[cursor.row]];
  if (column?.kind !== "check" || row === undefined) return editing.start(null);
  editing.write(cursor, column.text(row) === "" ? "yes" : "no");
}
