/**
 * The lines of a Markdown table, the first row being its head. Columns are aligned as the project's formatter aligns them,
 * so that generating and formatting agree.
 */
export function tableLines(rows: readonly (readonly string[])[]): string[] {
  const escaped = rows.map((row) => row.map((cell) => cell.replaceAll("|", "\\|")));
  const columns = (escaped[0] ?? []).keys();
  const widths = Array.from(columns, (column) =>
    escaped.reduce((width, row) => Math.max(width, row[column]?.length ?? 0), 3),
  );
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const padded = escaped.map((row) => line(row.map((cell, column) => cell.padEnd(widths[column] ?? 0))));
  return padded.toSpliced(1, 0, line(widths.map((width) => "-".repeat(width))));
}
