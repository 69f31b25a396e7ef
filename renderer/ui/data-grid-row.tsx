/* oxlint-disable jsx-a11y/prefer-tag-over-role -- Rows are placed by their number; most are not in the document. */
import { memo, type MouseEvent, type ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { GRID_ROW_HEIGHT } from "./data-grid-layout.ts";
import styles from "./data-grid.module.css";
import type { GridColumn, GridSelection } from "./data-grid-types.ts";
import { TickBox } from "./tick-box.tsx";

export type GridRowProps<Item> = {
  readonly rowId: string;
  readonly item: Item;
  readonly index: number;
  readonly columns: readonly GridColumn<Item>[];
  readonly widths: readonly number[];
  readonly template: string;
  readonly isActive: boolean;
  readonly isOpened: boolean;
  readonly isTicked: boolean;
  readonly tickLabel: string;
  readonly onPress: (event: MouseEvent, index: number) => void;
  readonly onTick: GridSelection<Item>["onTick"];
};

/** A row of the table. It is drawn again only when something of it changes. */
export const DataGridRow = memo(function DataGridRow<Item extends { readonly id: string }>(
  props: GridRowProps<Item>,
): ReactNode {
  const { item, index, isTicked } = props;
  return (
    // The keyboard is with the table, which names the active row; a row only takes the mouse.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      aria-current={props.isOpened}
      aria-rowindex={index + 2}
      aria-selected={isTicked}
      className={classNames(
        styles.row,
        props.isActive && styles.active,
        props.isOpened && styles.opened,
        isTicked && styles.ticked,
      )}
      id={props.rowId}
      onClick={(event) => props.onPress(event, index)}
      role="row"
      style={{ top: index * GRID_ROW_HEIGHT, gridTemplateColumns: props.template }}
      tabIndex={-1}
    >
      <div className={styles.tick} role="gridcell">
        <TickBox
          isSkippedByTab
          isTicked={isTicked}
          label={props.tickLabel}
          onTick={(isRange) => props.onTick(item.id, isRange)}
        />
      </div>
      {props.columns.map((column, place) => (
        <div
          className={classNames(styles.cell, column.align === "end" && styles.end)}
          key={column.id}
          role={column.isRowHeader === true ? "rowheader" : "gridcell"}
        >
          {column.cell(item, props.widths[place] ?? column.width)}
        </div>
      ))}
    </div>
  );
}) as <Item extends { readonly id: string }>(props: GridRowProps<Item>) => ReactNode;
