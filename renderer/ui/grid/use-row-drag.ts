import { useRef, useState, type PointerEvent, type RefObject } from "react";
import { cssZoomOf } from "../css-zoom.ts";
import { GRID_HEADING_HEIGHT, GRID_ROW_HEIGHT } from "./grid-column.ts";

/** Rows from `first` to `last` are being dragged; dropped now, the first of them would stand before row `before`. */
export type RowDrag = { readonly first: number; readonly last: number; readonly before: number };

/** Rows dragged by their numbers. A press without a way is none. */
export function useRowDrag(options: {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly rowCount: number;
  readonly onDrop: (drag: RowDrag) => void;
}): {
  readonly drag: RowDrag | null;
  readonly start: (event: PointerEvent, rows: { readonly first: number; readonly last: number }) => void;
} {
  const [drag, setDrag] = useState<RowDrag | null>(null);
  const latest = useRef<RowDrag | null>(null);
  const set = (next: RowDrag | null) => {
    latest.current = next;
    setDrag(next);
  };
  const placeAt = (clientY: number): number => {
    const { scroller, rowCount } = options;
    if (scroller.current === null) return 0;
    const { top } = scroller.current.getBoundingClientRect();
    const within =
      (clientY - top) / cssZoomOf(scroller.current) - GRID_HEADING_HEIGHT + scroller.current.scrollTop;
    return Math.min(Math.max(Math.round(within / GRID_ROW_HEIGHT), 0), rowCount);
  };
  const start = (event: PointerEvent, rows: { readonly first: number; readonly last: number }) => {
    const element = event.currentTarget;
    const from = event.clientY;
    const ended = new AbortController();
    element.setPointerCapture(event.pointerId);
    const listen = (
      type: "pointermove" | "pointerup" | "pointercancel",
      listener: (clientY: number) => void,
    ) =>
      element.addEventListener(
        type,
        (moved) => listener(moved instanceof MouseEvent ? moved.clientY : from),
        {
          signal: ended.signal,
        },
      );
    listen("pointermove", (clientY) => {
      if (latest.current !== null || Math.abs(clientY - from) > 4) set({ ...rows, before: placeAt(clientY) });
    });
    listen("pointerup", () => {
      ended.abort();
      if (latest.current !== null) options.onDrop(latest.current);
      set(null);
    });
    listen("pointercancel", () => {
      ended.abort();
      set(null);
    });
  };
  return { drag, start };
}
