/* oxlint-disable jsx-a11y/prefer-tag-over-role --
   The head's cells are placed by a grid of the browser's, in a table of which most rows are not in the document. */
import { useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from "react";
import { cssZoomOf } from "./css-zoom.ts";
import { classNames } from "./class-names.ts";
import styles from "./data-grid.module.css";
import type { GridColumn, GridSelection, GridSort } from "./data-grid-types.ts";
import { ArrowDownIcon, ArrowUpIcon } from "./icons.tsx";
import { TickBox } from "./tick-box.tsx";

type HeadProps<Item> = {
  readonly columns: readonly GridColumn<Item>[];
  readonly widths: readonly number[];
  readonly template: string;
  readonly selection: GridSelection<Item>;
  readonly sort: GridSort;
  readonly onSort: (columnId: string) => void;
  readonly onResizing: (columnId: string, width: number) => void;
  readonly onResize: (columnId: string, width: number | null) => void;
};

const STEP = 16;

/** The headings. One stop of the Tab key: arrows go along, Enter sorts, arrows with Shift change the width. */
export function DataGridHead<Item>(props: HeadProps<Item>): ReactNode {
  const { columns, selection } = props;
  const [current, setCurrent] = useState(0);
  const row = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent, index: number) => {
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    const column = columns[index];
    if (step === 0 || column === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.shiftKey) {
      const width = (props.widths[index] ?? column.width) + step * STEP;
      props.onResize(column.id, Math.max(column.minWidth, width));
      return;
    }
    const next = Math.min(Math.max(0, index + step), columns.length - 1);
    setCurrent(next);
    row.current?.querySelectorAll<HTMLElement>("[data-heading]")[next]?.focus();
  };
  return (
    <div className={styles.head} role="rowgroup">
      <div
        aria-rowindex={1}
        className={styles.headRow}
        ref={row}
        role="row"
        style={{ gridTemplateColumns: props.template }}
      >
        <div className={styles.tick} role="columnheader">
          <TickBox
            isPartly={selection.state === "some"}
            isTicked={selection.state === "all"}
            label={selection.allLabel}
            onTick={selection.onTickAll}
          />
        </div>
        {columns.map((column, index) => (
          <Heading
            {...props}
            column={column}
            isCurrent={index === Math.min(current, columns.length - 1)}
            key={column.id}
            onKeyDown={(event) => onKeyDown(event, index)}
            width={props.widths[index] ?? column.width}
          />
        ))}
      </div>
    </div>
  );
}

function Heading<Item>(
  props: HeadProps<Item> & {
    readonly column: GridColumn<Item>;
    readonly width: number;
    readonly isCurrent: boolean;
    readonly onKeyDown: (event: KeyboardEvent) => void;
  },
): ReactNode {
  const { column, sort } = props;
  const isSorted = sort.columnId === column.id;
  const isSortable = column.isSortable === true;
  return (
    <div
      {...(isSorted ? { "aria-sort": sort.direction } : {})}
      className={classNames(styles.heading, column.align === "end" && styles.end)}
      role="columnheader"
    >
      <button
        aria-disabled={!isSortable}
        className={classNames(styles.headingButton, isSortable && styles.sortable)}
        data-heading=""
        onClick={() => {
          if (isSortable) props.onSort(column.id);
        }}
        onKeyDown={props.onKeyDown}
        tabIndex={props.isCurrent ? 0 : -1}
        title={
          isSortable
            ? `Sort by ${column.name.toLowerCase()}`
            : "Shift with \u2190 or \u2192 changes the width"
        }
        type="button"
      >
        {column.name}
        {isSorted ? sort.direction === "descending" ? <ArrowDownIcon /> : <ArrowUpIcon /> : null}
      </button>
      <Resizer {...props} />
    </div>
  );
}

/** The border at a heading's end: drag it, or click it twice for the width it had. The keyboard's way is on the heading. */
function Resizer<Item>(
  props: HeadProps<Item> & { readonly column: GridColumn<Item>; readonly width: number },
) {
  const { column } = props;
  const drag = useRef<{ readonly from: number; readonly width: number } | null>(null);
  const widthAt = (event: PointerEvent<HTMLElement>): number | null => {
    if (drag.current === null) return null;
    const moved = (event.clientX - drag.current.from) / cssZoomOf(event.currentTarget);
    return Math.max(column.minWidth, Math.round(drag.current.width + moved));
  };
  return (
    <span
      aria-hidden
      className={styles.resizer}
      onDoubleClick={() => props.onResize(column.id, null)}
      onPointerDown={(event) => {
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        drag.current = { from: event.clientX, width: props.width };
      }}
      onPointerMove={(event) => {
        const width = widthAt(event);
        if (width !== null) props.onResizing(column.id, width);
      }}
      onPointerUp={(event) => {
        const width = widthAt(event);
        if (width !== null && drag.current?.from !== event.clientX) props.onResize(column.id, width);
        drag.current = null;
      }}
    />
  );
}
