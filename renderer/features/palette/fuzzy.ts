/** How well words fit a text; null where they do not. Higher is better. */
export function fuzzyScore(query: string, text: string): number | null {
  const words = query
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== "");
  if (words.length === 0) return 0;
  const lower = text.toLowerCase();
  let total = 0;
  for (const word of words) {
    const score = wordScore(word, lower);
    if (score === null) return null;
    total += score;
  }
  // Of two that fit equally, the shorter says less besides.
  return total - lower.length / 1000;
}

/** A word as it stands counts most, at a start more; else its letters in order, close together and at starts. */
function wordScore(word: string, text: string): number | null {
  const at = text.indexOf(word);
  if (at !== -1) return 100 + word.length * 10 + (isStart(text, at) ? 50 : 0) - at / 10;
  let score = 0;
  let from = 0;
  let last = -1;
  for (const letter of word) {
    const found = nextAt(text, letter, from);
    if (found === -1) return null;
    score += isStart(text, found) ? 8 : found === last + 1 ? 5 : 1;
    last = found;
    from = found + 1;
  }
  // Letters strewn over a long text are no answer to a question.
  return score >= word.length * 2 ? score : null;
}

/** The letter at the start of a word, where there is one further on, else the next. */
function nextAt(text: string, letter: string, from: number): number {
  const next = text.indexOf(letter, from);
  if (next === -1 || next === from || isStart(text, next)) return next;
  for (let at = next; at !== -1; at = text.indexOf(letter, at + 1)) if (isStart(text, at)) return at;
  return next;
}

function isStart(text: string, at: number): boolean {
  return at === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(at - 1));
}
