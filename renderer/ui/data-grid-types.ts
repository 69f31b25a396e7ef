import type { ReactNode, Ref } from "react";
import type { ColumnWidths } from "./data-grid-layout.ts";

export type GridColumn<Item> = ColumnWidths & {
  readonly name: string;
  readonly align?: "start" | "end";
  /** Names the row to assistive technology. */
  readonly isRowHeader?: boolean;
  readonly isSortable?: boolean;
  /** `width` is what the cell has, for what can be said shorter. */
  readonly cell: (item: Item, width: number) => ReactNode;
};

export type GridSort = {
  readonly columnId: string;
  readonly direction: "ascending" | "descending";
};

/** Which rows are ticked. `isRange`: from the last one that was ticked to this one. */
export type GridSelection<Item> = {
  readonly has: (id: string) => boolean;
  readonly state: "none" | "some" | "all";
  readonly onTick: (id: string, isRange: boolean) => void;
  readonly onTickAll: () => void;
  /** What the box of a row is called. */
  readonly labelOf: (item: Item) => string;
  readonly allLabel: string;
};

export type GridHandle = { readonly focus: () => void; readonly scrollToTop: () => void };

export type DataGridProps<Item extends { readonly id: string }> = {
  readonly label: string;
  /** A stable array: with a new one every cell is made anew. */
  readonly columns: readonly GridColumn<Item>[];
  /** Widths that the user chose, by column. */
  readonly widths: Readonly<Record<string, number>>;
  /** Called when a change is complete; null goes back to the default. */
  readonly onResize: (columnId: string, width: number | null) => void;
  readonly items: readonly Item[];
  /** How many rows there are with those that are not loaded; null where nobody knows. */
  readonly rowCount: number | null;
  readonly opened: string | null;
  readonly onOpen: (id: string) => void;
  /** One step back: out of what is open, then out of what is ticked. */
  readonly onEscape: () => void;
  readonly selection: GridSelection<Item>;
  readonly sort: GridSort;
  readonly onSort: (columnId: string) => void;
  /** The end of what is loaded comes near. */
  readonly onReachEnd: () => void;
  readonly isLoadingMore: boolean;
  readonly onScrolled: (isAtTop: boolean) => void;
  readonly handle: Ref<GridHandle>;
};
