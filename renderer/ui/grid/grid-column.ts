/** A column of a grid whose cells are texts. */
export type GridColumn<Row> = {
  readonly id: string;
  readonly label: string;
  /** CSS pixels. */
  readonly width: number;
  readonly text: (row: Row) => string;
  /** `text` is typed, `choice` is one of `choices`, `check` is so or not: its text is empty where it is not. */
  readonly kind: "text" | "choice" | "check";
  readonly choices?: readonly string[];
  readonly isMonospace?: boolean;
};

/** What is wrong with a cell. */
export type GridMark = { readonly severity: "error" | "warning" | "info"; readonly message: string };

export const GRID_ROW_HEIGHT = 29;
export const GRID_HEADING_HEIGHT = 28;
/** The column of row numbers, which rows are dragged by. */
export const GRID_NUMBER_WIDTH = 36;

/** Where each column starts, and behind them where the last one ends. */
export function columnStarts(columns: readonly { readonly width: number }[]): number[] {
  const starts = [GRID_NUMBER_WIDTH];
  for (const column of columns) starts.push((starts.at(-1) ?? 0) + column.width);
  return starts;
}
