import { useMemo, useState } from "react";
import { columnWidths } from "./data-grid-layout.ts";
import type { DataGridProps } from "./data-grid-types.ts";
import { useLength } from "./use-length.ts";

/** The width of the column with the boxes to tick. */
export const TICK_WIDTH = 32;

/** The columns' widths as they are, with that of one that is being dragged, and what is told of a dragged one. */
export function useGridWidths<Item extends { readonly id: string }>(
  props: DataGridProps<Item>,
  frame: { readonly current: HTMLElement | null },
) {
  const { columns, widths: chosen, onResize } = props;
  // Where the frame is drawn: the measuring begins when its own element is there.
  const available = useLength(frame, "row");
  const [dragged, setDragged] = useState<Readonly<Record<string, number>>>({});
  const widths = useMemo(
    () => columnWidths(columns, { ...chosen, ...dragged }, available - TICK_WIDTH),
    [columns, chosen, dragged, available],
  );
  const resize = {
    show: (columnId: string, width: number) => setDragged({ [columnId]: width }),
    finish: (columnId: string, width: number | null) => {
      setDragged({});
      onResize(columnId, width);
    },
  };
  return { widths, template: [TICK_WIDTH, ...widths].map((width) => `${width}px`).join(" "), resize };
}
