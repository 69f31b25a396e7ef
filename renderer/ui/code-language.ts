export type CodeLanguage = "json" | "text";

/** Over this many characters colours cost more than they tell. */
const LONGEST_COLOURED = 5_000_000;

/** How a text of unknown kind is best shown: coloured as JSON if it starts like a JSON object, array or string. */
export function recogniseLanguage(text: string): CodeLanguage {
  if (text.length > LONGEST_COLOURED) return "text";
  return /^\s*[{["]/u.test(text.slice(0, 4096)) ? "json" : "text";
}

/** Over this many characters lines are not wrapped, because measuring them would block the window. */
const LONGEST_WRAPPED = 500_000;

export function isWrapped(text: string): boolean {
  return text.length <= LONGEST_WRAPPED;
}
