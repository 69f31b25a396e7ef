import { outcomeSchema } from "../../../shared/domain/exchange.ts";

/** Words as history's query: a word that is an outcome means the outcome, because no text of an exchange says it. */
export function asHistoryQuery(words: string): string {
  // Within quotation marks every word is text.
  if (words.includes('"')) return words;
  return words.replaceAll(/(?<!\S)[a-z]+(?!\S)/giu, (word) =>
    outcomeSchema.safeParse(word.toLowerCase()).success ? `outcome:${word.toLowerCase()}` : word,
  );
}
