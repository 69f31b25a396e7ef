/** Texts that many exchanges share, each once, by number. 0 is "none". */
export type Dictionary = {
  /** The number of a text, a new one where it is new. */
  code(text: string | null): number;
  text(code: number): string | null;
  /** How many there are, "none" included. */
  size(): number;
};

export function createDictionary(): Dictionary {
  const texts: (string | null)[] = [null];
  const codes = new Map<string, number>();
  return {
    code(text) {
      if (text === null) return 0;
      const known = codes.get(text);
      if (known !== undefined) return known;
      codes.set(text, texts.length);
      texts.push(text);
      return texts.length - 1;
    },
    text: (code) => texts[code] ?? null,
    size: () => texts.length,
  };
}
