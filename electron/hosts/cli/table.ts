/** Rows in columns that line up, two spaces apart; numbers of a `right` column end at the same place. */
export function formatTable(
  rows: readonly (readonly string[])[],
  alignRight: ReadonlySet<number> = new Set(),
): string {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [column, cell] of row.entries()) {
      widths[column] = Math.max(widths[column] ?? 0, widthOf(cell));
    }
  }
  const lines = rows.map((row) =>
    row
      .map((cell, column) => {
        const padding = " ".repeat((widths[column] ?? 0) - widthOf(cell));
        return alignRight.has(column) ? padding + cell : cell + padding;
      })
      .join("  ")
      .trimEnd(),
  );
  return lines.map((line) => `${line}\n`).join("");
}

const graphemes = new Intl.Segmenter();

/** Columns a text takes, as far as that can be known: one for each character that a reader sees. */
function widthOf(cell: string): number {
  return /^[\x20-\x7e]*$/.test(cell) ? cell.length : [...graphemes.segment(cell)].length;
}

/** Cuts a text to a number of characters, with an ellipsis where something is missing. */
export function shorten(text: string, length: number): string {
  const characters = Array.from(graphemes.segment(text), ({ segment }) => segment);
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join("")}…`;
}
