/** Signs for what cannot be seen. A line break stays one, after its sign. */
const SIGNS: Readonly<Record<string, string>> = {
  " ": "\u00b7",
  "\t": "\u2192",
  "\r": "\u240d",
  "\n": "\u21b5\n",
  "\u007f": "\u2421",
};

/** Controls, spaces of every kind, what has no width, and halves of surrogate pairs. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Z}\p{Default_Ignorable_Code_Point}]/gu;

/** A text with a sign in place of every character that cannot be seen: a middle dot for a space, [U+FEFF] for a byte-order mark. */
export function visibleText(text: string): string {
  return text.replaceAll(UNSEEN, (character) => {
    const sign = SIGNS[character];
    if (sign !== undefined) return sign;
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x20) return String.fromCharCode(0x2400 + code);
    return `[U+${code.toString(16).toUpperCase().padStart(4, "0")}]`;
  });
}
