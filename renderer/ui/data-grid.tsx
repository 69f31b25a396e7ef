/* oxlint-disable jsx-a11y/prefer-tag-over-role --
   A table element has all of its rows in the document; this one has those in view. */
import {
  useId,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
  type MouseEvent,
  type ReactNode,
} from "react";
import { DataGridHead } from "./data-grid-head.tsx";
import { GRID_ROW_HEIGHT, rowWindow, scrollTopForRow } from "./data-grid-layout.ts";
import { DataGridRow } from "./data-grid-row.tsx";
import styles from "./data-grid.module.css";
import type { DataGridProps } from "./data-grid-types.ts";
import { useGridKeys } from "./use-grid-keys.ts";
import { useGridWidths, TICK_WIDTH } from "./use-grid-widths.ts";
import { useReachEnd } from "./use-reach-end.ts";
import { useStableCallback } from "./use-stable-callback.ts";
import { useViewport } from "./use-viewport.ts";

/** More rows are asked for when so many are left below the view. */
const NEAR_END = 30;

/**
 * A table of any length: only the rows in view are in the document, and more are asked for as the end of the loaded ones comes
 * near. One stop of the Tab key for its rows: arrows move, Enter opens, Space ticks, Ctrl/Cmd+A ticks all.
 */
export function DataGrid<Item extends { readonly id: string }>(props: DataGridProps<Item>): ReactNode {
  const { items, opened } = props;
  const frame = useRef<HTMLDivElement>(null);
  const baseId = useId();
  const [viewport, measure] = useViewport(frame);
  const [activeId, setActiveId] = useState<string | null>(null);
  const activeRow = useMemo(() => rowOf(items, activeId, opened), [items, activeId, opened]);
  useImperativeHandle(
    props.handle,
    () => ({
      focus: () => frame.current?.focus({ preventScroll: true }),
      scrollToTop: () => frame.current?.scrollTo({ top: 0 }),
    }),
    [],
  );
  const layout = useGridWidths(props, frame);
  const drawn = rowWindow(items.length, viewport);
  useReachEnd(drawn.end >= items.length - NEAR_END, items.length, props.onReachEnd);
  const onKeyDown = useGridKeys(props, activeRow, viewport, (row) => {
    const item = items[row];
    if (item === undefined || frame.current === null) return;
    setActiveId(item.id);
    const { scrollTop: top, clientHeight: height } = frame.current;
    frame.current.scrollTop = scrollTopForRow(row, { top, height });
    measure();
    if (opened !== null) props.onOpen(item.id);
  });
  const isActiveDrawn = activeRow >= drawn.first && activeRow < drawn.end;
  return (
    <div
      {...(isActiveDrawn ? { "aria-activedescendant": rowIdOf(baseId, items[activeRow]) } : {})}
      aria-label={props.label}
      aria-multiselectable
      aria-rowcount={props.rowCount === null ? -1 : props.rowCount + 1}
      className={styles.grid}
      onKeyDown={onKeyDown}
      onScroll={(event) => {
        measure();
        props.onScrolled(event.currentTarget.scrollTop < GRID_ROW_HEIGHT / 2);
      }}
      ref={frame}
      role="grid"
      tabIndex={0}
    >
      <Content
        {...props}
        {...drawn}
        activeRow={activeRow}
        baseId={baseId}
        layout={layout}
        onActive={setActiveId}
      />
      {props.isLoadingMore ? <p className={styles.loading}>Loading more</p> : null}
    </div>
  );
}

/** The head and the rows in view, which share their widths. */
function Content<Item extends { readonly id: string }>(
  props: DataGridProps<Item> & {
    readonly first: number;
    readonly end: number;
    readonly activeRow: number;
    readonly baseId: string;
    readonly layout: ReturnType<typeof useGridWidths>;
    readonly onActive: (id: string) => void;
  },
): ReactNode {
  const { items, columns, selection, first } = props;
  const { widths, template, resize } = props.layout;
  const onPress = useStableCallback((event: MouseEvent, row: number) => {
    const item = items[row];
    if (item === undefined || event.target instanceof HTMLInputElement) return;
    props.onActive(item.id);
    if (event.shiftKey || event.ctrlKey || event.metaKey) selection.onTick(item.id, event.shiftKey);
    else props.onOpen(item.id);
  });
  const onTick = useStableCallback((id: string, isRange: boolean) => selection.onTick(id, isRange));
  const minWidth = widths.reduce((sum, width) => sum + width, TICK_WIDTH);
  return (
    <>
      <DataGridHead
        {...{ columns, widths, template, selection }}
        onResize={resize.finish}
        onResizing={resize.show}
        onSort={props.onSort}
        sort={props.sort}
      />
      <div
        className={styles.body}
        role="rowgroup"
        style={{ height: items.length * GRID_ROW_HEIGHT, minWidth }}
      >
        {items.slice(first, props.end).map((item, index) => (
          <DataGridRow
            {...{ columns, item, onPress, onTick, template, widths }}
            index={first + index}
            isActive={first + index === props.activeRow}
            isOpened={item.id === props.opened}
            isTicked={selection.has(item.id)}
            key={item.id}
            rowId={rowIdOf(props.baseId, item)}
            tickLabel={selection.labelOf(item)}
          />
        ))}
      </div>
    </>
  );
}

function rowIdOf(baseId: string, item: { readonly id: string } | undefined): string {
  return `${baseId}-${item?.id ?? ""}`;
}

/** The row that keys are about: the one they led to last, else the one that is open, else the first. */
function rowOf(
  items: readonly { readonly id: string }[],
  activeId: string | null,
  opened: string | null,
): number {
  const active = activeId === null ? -1 : items.findIndex(({ id }) => id === activeId);
  if (active !== -1) return active;
  return Math.max(0, opened === null ? 0 : items.findIndex(({ id }) => id === opened));
}
