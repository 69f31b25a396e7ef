import { align } from "./align.ts";
import type { RawRow } from "./types.ts";

/** Two texts that are no JSON, line by line. A line's number is that of the left side where it is there. */
export function compareText(part: string, left: string, right: string): RawRow[] {
  const [lefts, rights] = [linesOf(left), linesOf(right)];
  return align(lefts, rights, (one, other) => one === other).map((pair) => {
    const one = pair.left === null ? null : (lefts[pair.left] ?? "");
    const other = pair.right === null ? null : (rights[pair.right] ?? "");
    const name = lineName(pair.left, pair.right);
    const kind = one === null ? "added" : other === null ? "removed" : one === other ? "same" : "changed";
    return { address: `${part}/${name}`, name, kind, left: one, right: other };
  });
}

/** The line end belongs to its line, so that a text that ends in one differs from a text that does not. */
function linesOf(text: string): string[] {
  return text === "" ? [] : text.split(/(?<=\n)/u);
}

function lineName(left: number | null, right: number | null): string {
  if (left === null) return `new line ${(right ?? 0) + 1}`;
  return right === null || right === left ? `line ${left + 1}` : `line ${left + 1}, now ${right + 1}`;
}
