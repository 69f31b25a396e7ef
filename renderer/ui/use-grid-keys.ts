import type { KeyboardEvent } from "react";
import { useControlKeys } from "./control-actions.tsx";
import { gridKeyMeaning } from "./data-grid-keys.ts";
import { GRID_HEAD_HEIGHT, GRID_ROW_HEIGHT } from "./data-grid-layout.ts";
import type { DataGridProps } from "./data-grid-types.ts";
import type { Viewport } from "./list-window.ts";

/** What the keys of a table do. Those of its headings are theirs. */
export function useGridKeys<Item extends { readonly id: string }>(
  props: DataGridProps<Item>,
  activeRow: number,
  viewport: Viewport,
  goTo: (row: number) => void,
): (event: KeyboardEvent) => void {
  const { items, selection } = props;
  const keys = useControlKeys();
  const tickUpTo = (row: number) => {
    const [from, to] = [items[activeRow], items[row]];
    if (from !== undefined && !selection.has(from.id)) selection.onTick(from.id, false);
    if (to !== undefined) selection.onTick(to.id, true);
  };
  return (event) => {
    if (event.target instanceof HTMLElement && event.target.matches("[data-heading]")) return;
    const pageRows = Math.floor((viewport.height - GRID_HEAD_HEIGHT) / GRID_ROW_HEIGHT) - 1;
    const meaning = gridKeyMeaning(event, keys.list(event) !== null, activeRow, items.length, pageRows);
    const active = items[activeRow];
    if (meaning === null || active === undefined) return;
    event.preventDefault();
    if (meaning.kind === "tick-all") selection.onTickAll();
    else if (meaning.kind === "escape") props.onEscape();
    else if (meaning.kind === "open") props.onOpen(active.id);
    else if (meaning.kind === "tick") selection.onTick(active.id, meaning.isRange);
    else {
      if (meaning.isRange) tickUpTo(meaning.row);
      goTo(meaning.row);
    }
  };
}
