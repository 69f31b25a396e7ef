export const ROW_HEIGHT = 27;
export const HEADING_HEIGHT = 30;

/** Where a section is in the list, in CSS pixels from its top, and which of its rows are in view. */
export type SectionWindow = {
  /** The section's place among all. */
  readonly index: number;
  readonly top: number;
  readonly height: number;
  /** Rows from `first` to before `end` are drawn. */
  readonly first: number;
  readonly end: number;
};

export type Viewport = { readonly top: number; readonly height: number };

/** Rows drawn beyond the view, so that scrolling shows no gaps. */
const OVERSCAN = 6;

function sectionHeight(rowCount: number): number {
  return HEADING_HEIGHT + rowCount * ROW_HEIGHT;
}

export function listHeight(rowCounts: readonly number[]): number {
  return rowCounts.reduce((height, rowCount) => height + sectionHeight(rowCount), 0);
}

/** The sections in view, each with its rows in view. */
export function visibleSections(rowCounts: readonly number[], viewport: Viewport): SectionWindow[] {
  const visible: SectionWindow[] = [];
  let top = 0;
  for (const [index, rowCount] of rowCounts.entries()) {
    const height = sectionHeight(rowCount);
    if (top + height > viewport.top && top < viewport.top + viewport.height) {
      const rowsTop = top + HEADING_HEIGHT;
      const first = Math.floor((viewport.top - rowsTop) / ROW_HEIGHT) - OVERSCAN;
      const end = Math.ceil((viewport.top + viewport.height - rowsTop) / ROW_HEIGHT) + OVERSCAN;
      visible.push({ index, top, height, first: clamp(first, rowCount), end: clamp(end, rowCount) });
    }
    top += height;
  }
  return visible;
}

/** The top of a row, counted over all sections. */
export function rowTop(rowCounts: readonly number[], row: number): number {
  let top = 0;
  let left = row;
  for (const rowCount of rowCounts) {
    if (left < rowCount) return top + HEADING_HEIGHT + left * ROW_HEIGHT;
    left -= rowCount;
    top += sectionHeight(rowCount);
  }
  return top;
}

/** The scroll position that shows a row, nearest to the present one; the first row of a section brings its heading. */
export function scrollTopFor(rowCounts: readonly number[], row: number, viewport: Viewport): number {
  const top = rowTop(rowCounts, row);
  if (top - HEADING_HEIGHT < viewport.top) return Math.max(0, top - HEADING_HEIGHT);
  if (top + ROW_HEIGHT > viewport.top + viewport.height) return top + ROW_HEIGHT - viewport.height;
  return viewport.top;
}

/** The row that a key leads to from `row`, or null for a key that means nothing here. */
export function rowAfterKey(key: string, row: number, rowCount: number, pageRows: number): number | null {
  const last = Math.max(0, rowCount - 1);
  switch (key) {
    case "ArrowDown":
      return Math.min(row + 1, last);
    case "ArrowUp":
      return Math.max(row - 1, 0);
    case "PageDown":
      return Math.min(row + pageRows, last);
    case "PageUp":
      return Math.max(row - pageRows, 0);
    case "Home":
      return 0;
    case "End":
      return last;
    default:
      return null;
  }
}

function clamp(row: number, rowCount: number): number {
  return Math.min(Math.max(row, 0), rowCount);
}
