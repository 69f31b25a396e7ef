/** A head of names and the row of values that counts. */
export type FillTable = {
  readonly names: readonly string[];
  readonly values: readonly string[];
  /** From one. */
  readonly line: number;
  /** How many rows stand below the head. */
  readonly rows: number;
};

type Line = { readonly text: string; readonly number: number };

/**
 * A table with names over values: between commas or semicolons, or tabs where all of the first line are names that are known,
 * since two columns are a name and its value else. Null for any other text.
 */
export function readFillTable(text: string, known: ReadonlySet<string>): FillTable | null {
  const lines = text
    .split(/\r\n|\r|\n/u)
    .map((line, index): Line => ({ text: line, number: index + 1 }))
    .filter((line) => line.text.trim() !== "");
  const [head, first] = lines;
  if (head === undefined || first === undefined) return null;
  const delimiter = ["\t", ",", ";"].find((one) => isHead(cellsOf(head.text, one), one, known));
  if (delimiter === undefined) return null;
  return {
    names: cellsOf(head.text, delimiter),
    values: cellsOf(first.text, delimiter),
    line: first.number,
    rows: lines.length - 1,
  };
}

function isHead(cells: readonly string[], delimiter: string, known: ReadonlySet<string>): boolean {
  const areNames = cells.every((cell) => cell !== "" && !/[:={}]/u.test(cell));
  if (cells.length < 2 || !areNames || new Set(cells).size < cells.length) return false;
  return cells.filter((cell) => known.has(cell)).length >= (delimiter === "\t" ? cells.length : 1);
}

/** The cells of a line; one in quotes may have the delimiter in it, and quotes that are doubled. */
function cellsOf(line: string, delimiter: string): string[] {
  const cells: string[] = [];
  let cell = "";
  let isQuoted = false;
  for (let index = 0; index < line.length; index += 1) {
    const sign = line.charAt(index);
    if (sign === '"' && (isQuoted || cell.trim() === "" || line[index - 1] === '"')) isQuoted = !isQuoted;
    if (sign === delimiter && !isQuoted) {
      cells.push(cell);
      cell = "";
    } else cell += sign;
  }
  return [...cells, cell].map(unquoted);
}

function unquoted(cell: string): string {
  const inner = /^\s*"([^]*)"\s*$/u.exec(cell)?.[1];
  return inner === undefined ? cell.trim() : inner.replaceAll('""', '"');
}
