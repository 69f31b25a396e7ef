const COMMENT = /^(?:#(?!\d)|\/\/)/;
const TOTAL = /^(?:(?:grand|sub)[ -]?)?(?:totals?|sum|summe|gesamt|insgesamt)\s*:?$/i;
const AMOUNT = /^[\d.,\s%]*$/;

/** Why a row that would name an event is none; null where it is one. `cells` are those of the row. */
export function whyNoEvent(name: string, cells: readonly string[]): string | null {
  if (COMMENT.test(name)) return "looks like a comment and not like an event; it was left out.";
  const isSum = TOTAL.test(name) && cells.every((cell) => AMOUNT.test(cell) || cell.trim() === name);
  return isSum ? "looks like the sum of the rows and not like an event; it was left out." : null;
}
