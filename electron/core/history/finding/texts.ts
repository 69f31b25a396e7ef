import type { DatabaseSync, SQLOutputValue } from "node:sqlite";

/** The texts of exchanges, as the evidence has them. */
export type Texts = {
  /** Everything that is searched for text, but the note; empty for one that is not there. */
  searched(sequence: number): string;
  identity(sequence: number): string | null;
  reference(sequence: number): string | null;
};

/** Between two texts, so that nothing is found across them. */
const SEPARATOR = "\n\u0000\n";

export function createTexts(database: DatabaseSync): Texts {
  const whole = database.prepare(
    `SELECT message, event, identity_value, reference, request, response FROM exchange JOIN exchange_body USING (sequence)
     WHERE sequence = ?`,
  );
  const short = database.prepare("SELECT identity_value, reference FROM exchange WHERE sequence = ?");
  const text = (value: SQLOutputValue | undefined): string | null =>
    typeof value === "string" ? value : null;
  return {
    searched(sequence) {
      const row = whole.get(sequence) ?? {};
      return Object.values(row)
        .filter((value) => typeof value === "string")
        .join(SEPARATOR);
    },
    identity: (sequence) => text(short.get(sequence)?.["identity_value"]),
    reference: (sequence) => text(short.get(sequence)?.["reference"]),
  };
}

const TRIGRAM = 3;
const MOST_TRIGRAMS = 4;
/** So many exchanges tell which trigrams are rare. */
export const RAREST_SAMPLE = 200;

/** All trigrams that a text which contains this one has; none where it is too short. */
export function trigramsOf(text: string): string[] {
  const characters = Array.from(text);
  return characters
    .slice(0, Math.max(0, characters.length - TRIGRAM + 1))
    .map((_, index) => characters.slice(index, index + TRIGRAM).join(""))
    .filter((trigram) => !trigram.includes("\u0000"));
}

export type Rarest = {
  of(trigrams: readonly string[]): string[];
  /** Drops the sample, of which some were removed; the next question takes another. */
  forget(): void;
};

/**
 * Chooses the few trigrams that the fewest exchanges have, as far as a sample of the newest ones tells: names of fields are
 * in all of them, and to go through the list of such a trigram costs as much as it says little.
 */
export function createRarest(texts: Texts, newest: () => readonly number[]): Rarest {
  let sample: readonly string[] | null = null;
  return {
    forget: () => (sample = null),
    of(trigrams) {
      if (trigrams.length <= MOST_TRIGRAMS) return [...trigrams];
      sample ??= newest().map((sequence) => texts.searched(sequence).toLowerCase());
      const known = sample;
      const counted = trigrams.map((trigram) => ({
        trigram,
        count: known.filter((text) => text.includes(trigram)).length,
      }));
      return counted
        .sort((a, b) => a.count - b.count)
        .slice(0, MOST_TRIGRAMS)
        .map(({ trigram }) => trigram);
    },
  };
}
