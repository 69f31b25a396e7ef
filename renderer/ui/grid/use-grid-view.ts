import type { RefObject } from "react";
import { useViewport, type ViewportMemory } from "../use-viewport.ts";
import { GRID_ROW_HEIGHT } from "./grid-column.ts";

/** One event's grid follows another's in the same place. */
const memory: ViewportMemory = { height: 0 };

/** What the grid shows of its rows, how many a page has, and the way to read that again after scrolling. */
export function useGridView(scroller: RefObject<HTMLElement | null>): {
  readonly top: number;
  readonly height: number;
  readonly pageRows: number;
  readonly measure: () => void;
} {
  const [viewport, measure] = useViewport(scroller, memory);
  const pageRows = Math.max(1, Math.floor(viewport.height / GRID_ROW_HEIGHT) - 2);
  return { ...viewport, pageRows, measure };
}
