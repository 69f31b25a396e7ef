/** Remembers what was read above a table, to name it. */
export type Titles = {
  heading(text: string): void;
  line(text: string): void;
  /** The line above where it has a name in it, else the heading. */
  current(): string;
};

/** Longer lines are prose. */
const LONGEST_TITLE = 200;
/** `add_to_cart`: a word that can only be a name. */
const NAME = /(?:^|[^\p{L}\p{N}_])[\p{L}\p{N}]+_[\p{L}\p{N}_]+/u;

export function createTitles(): Titles {
  let heading = "";
  let line = "";
  const isTitle = (text: string): boolean => text.length <= LONGEST_TITLE && /[\p{L}\p{N}]/u.test(text);
  return {
    heading(text) {
      if (!isTitle(text)) return;
      heading = text.trim();
      line = "";
    },
    line(text) {
      if (isTitle(text)) line = text.trim();
    },
    current: () => (NAME.test(line) || heading === "" ? line : heading),
  };
}
