import { useMemo, useRef, useState, type KeyboardEvent, type ReactNode, type Ref } from "react";
import {
  Cell,
  Collection,
  Column,
  Row,
  Table,
  TableBody,
  TableHeader,
  TableLayout,
  TableLoadMoreItem,
  Virtualizer,
} from "react-aria-components";
import { classNames } from "./class-names.ts";
import styles from "./data-table.module.css";
import { useLength } from "./use-length.ts";

export type DataColumn<Item> = {
  readonly id: string;
  readonly name: string;
  /** Pixels, or a share of what is left. */
  readonly width: number | `${number}fr`;
  readonly minWidth?: number;
  readonly align?: "start" | "end";
  /** Names the row to assistive technology. */
  readonly isRowHeader?: boolean;
  /** In place of the name, e.g. a box to tick. */
  readonly header?: ReactNode;
  /** Left out while the table is narrower than so many pixels. */
  readonly showFrom?: number;
  readonly cell: (item: Item) => ReactNode;
};

const LAYOUT = { rowHeight: 31, headingHeight: 30, loaderHeight: 30 };

export type DataTableProps<Item extends { readonly id: string }> = {
  readonly label: string;
  /** A stable array: a new one makes all cells anew. */
  readonly columns: readonly DataColumn<Item>[];
  readonly items: readonly Item[];
  /** The row that is open; arrows move it. */
  readonly opened: string | null;
  readonly onOpen: (id: string | null) => void;
  /** Best a stable function, as the columns are. */
  readonly onReachEnd: () => void;
  readonly isLoadingMore: boolean;
  readonly onScrolled: (isAtTop: boolean) => void;
  readonly onKeyDown?: (event: KeyboardEvent, focusedId: string | null) => void;
  readonly ref?: Ref<HTMLTableElement>;
};

/** A table of any length: only the rows in view are in the document. More are asked for as its end comes near. */
export function DataTable<Item extends { readonly id: string }>(props: DataTableProps<Item>): ReactNode {
  const { onOpen, ref, opened } = props;
  const frame = useRef<HTMLDivElement>(null);
  const columns = useFittingColumns(props.columns, useLength(frame, "row"));
  const content = useContent({ ...props, columns });
  return (
    // The grid inside is the control; this only sees its keys first.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className={styles.frame}
      onKeyDownCapture={(event) => props.onKeyDown?.(event, rowIdOf(event.target))}
      ref={frame}
    >
      <Virtualizer layout={TableLayout} layoutOptions={LAYOUT}>
        <Table
          {...(ref === undefined ? {} : { ref })}
          aria-label={props.label}
          className={classNames(styles.table)}
          onScroll={(event) => props.onScrolled(event.currentTarget.scrollTop < LAYOUT.rowHeight)}
          onSelectionChange={(keys) => onOpen(keys === "all" ? null : firstText(keys))}
          selectedKeys={opened === null ? [] : [opened]}
          selectionBehavior="replace"
          selectionMode="single"
        >
          {content}
        </Table>
      </Virtualizer>
    </div>
  );
}

/** Header and rows. The same element while nothing in it changes, so that opening a row does not go through all rows. */
function useContent<Item extends { readonly id: string }>(
  props: Pick<DataTableProps<Item>, "columns" | "items" | "isLoadingMore" | "onReachEnd">,
): ReactNode {
  const { columns, items, isLoadingMore, onReachEnd } = props;
  return useMemo(
    () => (
      <>
        <TableHeader className={classNames(styles.head)} columns={columns}>
          {(column) => <Heading column={column} />}
        </TableHeader>
        <TableBody>
          <Collection dependencies={[columns]} items={items}>
            {(item) => (
              <Row className={classNames(styles.row)} columns={columns} id={item.id}>
                {(column) => (
                  <Cell className={classNames(styles.cell, column.align === "end" && styles.end)}>
                    {column.cell(item)}
                  </Cell>
                )}
              </Row>
            )}
          </Collection>
          <TableLoadMoreItem isLoading={isLoadingMore} onLoadMore={onReachEnd}>
            <span className={styles.loading}>Loading more</span>
          </TableLoadMoreItem>
        </TableBody>
      </>
    ),
    [columns, items, isLoadingMore, onReachEnd],
  );
}

/** The columns that fit. The array changes only with what is in it, because every cell is made anew then. */
function useFittingColumns<Item>(
  columns: readonly DataColumn<Item>[],
  width: number,
): readonly DataColumn<Item>[] {
  const fits = (column: DataColumn<Item>) => (column.showFrom ?? 0) <= width;
  const [fitting, setFitting] = useState(() => columns.filter(fits));
  const now = columns.filter(fits);
  const isSame = now.length === fitting.length && now.every((column, index) => column === fitting[index]);
  if (!isSame) setFitting(now);
  return isSame ? fitting : now;
}

function Heading<Item>(props: { readonly column: DataColumn<Item> }): ReactNode {
  const { column } = props;
  return (
    <Column
      className={classNames(styles.heading, column.align === "end" && styles.end)}
      id={column.id}
      isRowHeader={column.isRowHeader ?? false}
      minWidth={column.minWidth ?? 0}
      textValue={column.name}
      width={column.width}
    >
      {column.header ?? column.name}
    </Column>
  );
}

function firstText(keys: Iterable<unknown>): string | null {
  for (const key of keys) if (typeof key === "string") return key;
  return null;
}

function rowIdOf(target: EventTarget | null): string | null {
  if (!(target instanceof Element)) return null;
  return target.closest("[role=row][data-key]")?.getAttribute("data-key") ?? null;
}
