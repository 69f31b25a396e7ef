import type { HistoryColumnSetting } from "../../../shared/domain/settings.ts";

type Column = { readonly id: string; readonly isUsual: boolean };

/** A column with its place and whether it is shown. */
export type ArrangedColumn<Kind extends Column> = { readonly column: Kind; readonly isShown: boolean };

/**
 * The columns in the user's order. Those that nobody has set, new ones among them, follow in the order they come; settings of
 * columns that no longer exist are left alone.
 */
export function arrangeColumns<Kind extends Column>(
  columns: readonly Kind[],
  settings: readonly HistoryColumnSetting[],
): readonly ArrangedColumn<Kind>[] {
  const set = settings.flatMap(({ id, isShown }) => {
    const column = columns.find((candidate) => candidate.id === id);
    return column === undefined ? [] : [{ column, isShown }];
  });
  const others = columns
    .filter(({ id }) => !settings.some((setting) => setting.id === id))
    .map((column) => ({ column, isShown: column.isUsual }));
  return [...set, ...others];
}

/** The widths that were chosen, by column. */
export function chosenWidths(settings: readonly HistoryColumnSetting[]): Readonly<Record<string, number>> {
  return Object.fromEntries(settings.flatMap(({ id, width }) => (width === null ? [] : [[id, width]])));
}

/** A change of one column. */
export type ColumnChange =
  | { readonly kind: "show"; readonly id: string; readonly isShown: boolean }
  | { readonly kind: "width"; readonly id: string; readonly width: number | null }
  | { readonly kind: "move"; readonly id: string; readonly by: 1 | -1 };

/** The settings after a change. From then on every column has one. */
export function changeColumns(
  columns: readonly Column[],
  settings: readonly HistoryColumnSetting[],
  change: ColumnChange,
): HistoryColumnSetting[] {
  const all = settingsOfAll(columns, settings);
  const place = all.findIndex(({ id }) => id === change.id);
  const column = all[place];
  if (column === undefined) return all;
  if (change.kind === "show") return all.with(place, { ...column, isShown: change.isShown });
  if (change.kind === "width") return all.with(place, { ...column, width: change.width });
  const target = place + change.by;
  if (target < 0 || target >= all.length) return all;
  return all.toSpliced(place, 1).toSpliced(target, 0, column);
}

/** The settings in which exactly these columns are shown, in this order; widths stay. Columns that no longer exist are passed over. */
export function showExactly(
  columns: readonly Column[],
  settings: readonly HistoryColumnSetting[],
  ids: readonly string[],
): HistoryColumnSetting[] {
  const all = settingsOfAll(columns, settings);
  const shown = ids.flatMap((id) => all.filter((setting) => setting.id === id));
  const ordered = [...shown, ...all.filter((setting) => !shown.includes(setting))];
  return ordered.map(({ id, width }) => ({ id, width, isShown: ids.includes(id) }));
}

function settingsOfAll(
  columns: readonly Column[],
  settings: readonly HistoryColumnSetting[],
): HistoryColumnSetting[] {
  return arrangeColumns(columns, settings).map(({ column, isShown }) => ({
    id: column.id,
    isShown,
    width: settings.find(({ id }) => id === column.id)?.width ?? null,
  }));
}
