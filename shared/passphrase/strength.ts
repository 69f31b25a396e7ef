import { SHORTEST_PASSPHRASE } from "../domain/vault.ts";

/** How hard a passphrase is to guess for somebody who has a copy of the vault's file. */
export type PassphraseStrength = {
  readonly level: "too-short" | "weak" | "fair" | "strong";
  /** A rough estimate: what a guesser who knows how people choose would have to try, as a power of two. */
  readonly bits: number;
  readonly advice: string;
};

// A library that knows dictionaries would estimate better and weighs about as much as the rest of the window. This one is
// made to err on the low side: it believes in length and in changes of kind, and in nothing that people do to please a meter.

const FAIR_BITS = 40;
const STRONG_BITS = 60;

/** What one more character adds: a letter within a word much less than one anywhere, a repeated or counted one nearly nothing. */
const CONTINUED_BITS = 2.6;
const PREDICTABLE_BITS = 0.5;
/** For a word that every list of passwords begins with. */
const COMMON_WORD =
  /password|passwort|passphrase|qwert[yz]|letmein|welcome|optimove|optievent|admin|secret|iloveyou/gi;

export function estimateStrength(passphrase: string): PassphraseStrength {
  const bits = Math.round(bitsOf(passphrase));
  if (passphrase.length < SHORTEST_PASSPHRASE) {
    const missing = SHORTEST_PASSPHRASE - passphrase.length;
    return {
      level: "too-short",
      bits,
      advice: `${missing} more ${missing === 1 ? "character" : "characters"} at least.`,
    };
  }
  if (bits < FAIR_BITS) {
    return {
      level: "weak",
      bits,
      advice: "Easy to guess. Add words that have nothing to do with each other.",
    };
  }
  if (bits < STRONG_BITS)
    return { level: "fair", bits, advice: "Good against people, less so against many computers." };
  return { level: "strong", bits, advice: "Hard to guess." };
}

function bitsOf(passphrase: string): number {
  const text = firstPeriod(passphrase.replaceAll(COMMON_WORD, "~"));
  let bits = 0;
  let previous = "";
  for (const character of text) {
    bits += bitsAdded(character, previous);
    previous = character;
  }
  return bits;
}

function bitsAdded(character: string, previous: string): number {
  const step =
    previous === "" ? Number.NaN : (character.codePointAt(0) ?? 0) - (previous.codePointAt(0) ?? 0);
  if (Math.abs(step) <= 1) return PREDICTABLE_BITS;
  const kind = kindOf(character);
  return previous !== "" && kind === kindOf(previous)
    ? Math.min(CONTINUED_BITS, Math.log2(SIZES[kind]))
    : Math.log2(SIZES[kind]);
}

type Kind = "small" | "capital" | "digit" | "space" | "other";

/** How many characters of a kind there are to choose from. */
const SIZES: Readonly<Record<Kind, number>> = { small: 26, capital: 26, digit: 10, space: 2, other: 33 };

function kindOf(character: string): Kind {
  if (/\p{Ll}/u.test(character)) return "small";
  if (/\p{Lu}/u.test(character)) return "capital";
  if (/\p{Nd}/u.test(character)) return "digit";
  return /\s/u.test(character) ? "space" : "other";
}

/** The part that the rest repeats: writing a word three times is hardly harder to guess than writing it once. */
function firstPeriod(text: string): string {
  for (let length = 1; length <= text.length / 2; length += 1) {
    const period = text.slice(0, length);
    if (period.repeat(Math.ceil(text.length / length)).startsWith(text)) return period;
  }
  return text;
}
