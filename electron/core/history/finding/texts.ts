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
const MOST_TRIGRAMS = 16;

/** The trigrams that a text which contains this one has, some of them where they are many; none where it is too short. */
export function trigramsOf(text: string): string[] {
  const characters = Array.from(text);
  const all = characters
    .slice(0, Math.max(0, characters.length - TRIGRAM + 1))
    .map((_, index) => characters.slice(index, index + TRIGRAM).join(""))
    .filter((trigram) => !trigram.includes("\u0000"));
  const unique = [...new Set(all)];
  const step = Math.max(1, Math.floor(unique.length / MOST_TRIGRAMS));
  return unique.filter((_, index) => index % step === 0);
}
