/**
 * The rows of a table as spreadsheets put it on the clipboard: tabs between cells, line breaks between rows, cells with
 * either in double quotes. A line break at the end is no row.
 */
export function readTable(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at <= text.length) {
    const cell = readCellAt(text, at);
    row.push(cell.text);
    at = cell.end;
    if (text[at] === "\t") {
      at += 1;
      continue;
    }
    rows.push(row);
    row = [];
    if (at >= text.length) break;
    at += text.startsWith("\r\n", at) ? 2 : 1;
    if (at === text.length) break;
  }
  return rows;
}

/** The same text from rows. */
export function writeTable(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(quoteIfNeeded).join("\t")).join("\n");
}

function readCellAt(text: string, at: number): { readonly text: string; readonly end: number } {
  const quotedCell = /"((?:[^"]|"")*)"(?=[\t\r\n]|$)/uy;
  quotedCell.lastIndex = at;
  const found = quotedCell.exec(text);
  if (found !== null) return { text: (found[1] ?? "").replaceAll('""', '"'), end: quotedCell.lastIndex };
  const rest = /[\t\r\n]/gu;
  rest.lastIndex = at;
  const end = rest.exec(text)?.index ?? text.length;
  return { text: text.slice(at, end), end };
}

function quoteIfNeeded(cell: string): string {
  return /[\t\r\n]/u.test(cell) || cell.startsWith('"') ? `"${cell.replaceAll('"', '""')}"` : cell;
}
