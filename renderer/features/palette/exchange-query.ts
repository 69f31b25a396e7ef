import { outcomeSchema } from "../../../shared/domain/exchange.ts";

/** Words as history's query: a word that is an outcome means the outcome, because no text of an exchange says it. */
export function asHistoryQuery(words: string): string {
  // Within quotation marks every word is text.
  if (words.includes('"')) return words;
  return words.replaceAll(/(?<!\S)[a-z]+(?!\S)/giu, (word) =>
    outcomeSchema.safeParse(word.toLowerCase()).success ? `outcome:${word.toLowerCase()}` : word,
  );
}

/** Fewer letters begin too many words. */
const SHORTEST_BEGINNING = 3;

/** The words with the last one, which may be being typed yet, as the outcome that it begins; null where it begins none. */
export function withOutcomeBegun(words: string): string | null {
  const [, before = "", last = ""] = /^(.*?)(\S*)$/su.exec(words) ?? [];
  if (words.includes('"') || last.length < SHORTEST_BEGINNING) return null;
  const begun = outcomeSchema.options.find((outcome) => outcome.startsWith(last.toLowerCase()));
  return begun === undefined ? null : asHistoryQuery(before + begun);
}
