/** A value of a facet that takes any text: equal to it whatever the case, with `*` for any part of it. */
export type TextPattern = {
  /** In lower case. */
  readonly text: string;
  /** In lower case, without what follows the first `*`: what everything that matches begins with. */
  readonly prefix: string;
  readonly isExact: boolean;
  matches(text: string): boolean;
};

export function textPattern(value: string): TextPattern {
  const wanted = value.toLowerCase();
  const parts = wanted.split("*");
  const [prefix = ""] = parts;
  if (parts.length === 1) {
    return { text: wanted, prefix, isExact: true, matches: (text) => text.toLowerCase() === wanted };
  }
  return { text: wanted, prefix, isExact: false, matches: (text) => hasParts(text.toLowerCase(), parts) };
}

/** Not by a regular expression: many stars would make one slow. */
function hasParts(text: string, parts: readonly string[]): boolean {
  const first = parts[0] ?? "";
  const last = parts.at(-1) ?? "";
  if (text.length < first.length + last.length || !text.startsWith(first) || !text.endsWith(last))
    return false;
  let from = first.length;
  const end = text.length - last.length;
  for (const part of parts.slice(1, -1)) {
    const found = text.indexOf(part, from);
    if (found === -1 || found + part.length > end) return false;
    from = found + part.length;
  }
  return true;
}
