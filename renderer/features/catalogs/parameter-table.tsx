import { useEffect, useMemo, useRef, useState, type ReactNode, type Ref } from "react";
import { COLUMNS } from "../../../shared/catalog-edit/columns.ts";
import type { CatalogEvent } from "../../../shared/domain/catalog.ts";
import { useShortcutHint } from "../../app/actions-context.tsx";
import { Button } from "../../ui/button.tsx";
import type { GridMark } from "../../ui/grid/grid-column.ts";
import { rangeOf, selectCell, type GridRange, type GridSelection } from "../../ui/grid/grid-selection.ts";
import { Grid, type GridCommands, type GridHandle } from "../../ui/grid/grid.tsx";
import { MenuButton } from "../../ui/menu-button.tsx";
import { MoreIcon, PlusIcon } from "../../ui/icons.tsx";
import { formatCount } from "../../ui/quantities.ts";
import styles from "./catalogs.module.css";
import { copyParameters } from "./copy-parameters.ts";
import type { Shown } from "./editor-state.ts";
import { PARAMETER_COLUMNS } from "./parameter-columns.ts";
import { parameterCommands, rowsOf } from "./parameter-commands.ts";
import { useEditor } from "./use-catalog-editor.ts";

const FIRST_CELL = selectCell({ row: 0, column: 0 });

/** The parameters of an event, edited like a spreadsheet. */
export function ParameterTable(props: {
  readonly row: number;
  readonly event: CatalogEvent;
  readonly markOf: (parameter: number, column: string) => GridMark | null;
}): ReactNode {
  const { row, event } = props;
  const { state, actions } = useEditor();
  const grid = useRef<GridHandle>(null);
  const addButton = useRef<HTMLButtonElement>(null);
  const [selection, setSelection] = useShownSelection(row, state.shown);
  const commands = useMemo(
    () => parameterCommands({ row, event, actions, select: setSelection }),
    [row, event, actions, setSelection],
  );
  useEffect(() => {
    if (selectionAt(row, state.shown) !== null) grid.current?.focus();
  }, [row, state.shown]);
  return (
    <section aria-label="Parameters" className={styles.parameters}>
      <TableBar
        addRef={addButton}
        commands={commands}
        event={event}
        onAdded={() => grid.current?.focus()}
        range={rangeOf(selection)}
      />
      <Grid
        columns={PARAMETER_COLUMNS}
        commands={commands}
        handle={grid}
        label={`Parameters of ${event.key}`}
        markOf={props.markOf}
        newRowText="Add a parameter"
        onLeave={() => addButton.current?.focus()}
        onSelection={setSelection}
        rows={event.parameters}
        selection={selection}
      />
    </section>
  );
}

/** The selected cells; each time a place is shown that is here, those of it. */
function useShownSelection(row: number, shown: Shown | null) {
  const [selection, setSelection] = useState<GridSelection>(() => selectionAt(row, shown) ?? FIRST_CELL);
  const [seen, setSeen] = useState(shown);
  if (seen !== shown) {
    setSeen(shown);
    const there = selectionAt(row, shown);
    if (there !== null) setSelection(there);
  }
  return [selection, setSelection] as const;
}

function selectionAt(row: number, shown: Shown | null): GridSelection | null {
  if (shown?.place.row !== row || shown.place.parameter === undefined) return null;
  const column = shown.place.column === undefined ? 0 : COLUMNS.indexOf(shown.place.column);
  return selectCell({ row: shown.place.parameter, column });
}

function TableBar(props: {
  readonly event: CatalogEvent;
  readonly commands: GridCommands;
  readonly range: GridRange;
  readonly addRef: Ref<HTMLButtonElement>;
  readonly onAdded: () => void;
}): ReactNode {
  const { event, commands, range } = props;
  const rows = rowsOf(event, range);
  const [upKeys, downKeys] = [useShortcutHint("table.up"), useShortcutHint("table.down")];
  const add = () => {
    commands.onInsertRow(event.parameters.length);
    props.onAdded();
  };
  return (
    <div aria-label="Parameters" className={styles.tableBar} role="toolbar">
      <h2 className={styles.tableTitle}>{formatCount(event.parameters.length, "parameter", "parameters")}</h2>
      <Button onPress={add} {...(props.addRef === undefined ? {} : { ref: props.addRef })} size="small">
        <PlusIcon />
        Add
      </Button>
      <Button isDisabled={rows === null} onPress={() => commands.onDuplicateRows(range)} size="small">
        Duplicate
      </Button>
      <Button isDisabled={rows === null} onPress={() => commands.onRemoveRows(range)} size="small">
        Delete
      </Button>
      <MenuButton
        entries={[
          { id: "up", label: "Move up", ...hint(upKeys), isDisabled: rows === null },
          { id: "down", label: "Move down", ...hint(downKeys), isDisabled: rows === null },
          { id: "copy", label: "Copy all with headings", description: "For a spreadsheet" },
        ]}
        label="More for parameters"
        onAction={(id) => {
          if (id === "copy") void copyParameters(event);
          else commands.onMoveRows(range, id === "up" ? -1 : 1);
        }}
        size="small"
        variant="quiet"
      >
        <MoreIcon />
      </MenuButton>
    </div>
  );
}

function hint(keys: string | undefined): { readonly description?: string } {
  return keys === undefined ? {} : { description: keys };
}
