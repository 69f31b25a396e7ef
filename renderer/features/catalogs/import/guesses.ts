import type { ImportGuess } from "../../../../shared/catalog-import/types.ts";

/** The guesses about an event's own fields, or about those of one of its parameters. */
export type GuessesOf = (event: string, parameter: string | null) => readonly ImportGuess[];

/** Sorts the guesses by what they are about once: there may be hundreds of thousands, and each row asks for its own. */
export function guessesBySubject(guesses: readonly ImportGuess[]): GuessesOf {
  const bySubject = new Map<string, ImportGuess[]>();
  for (const guess of guesses) {
    const id = idOf(guess.event, guess.parameter);
    const known = bySubject.get(id);
    if (known === undefined) bySubject.set(id, [guess]);
    else known.push(guess);
  }
  return (event, parameter) => bySubject.get(idOf(event, parameter)) ?? [];
}

function idOf(event: string, parameter: string | null): string {
  return JSON.stringify([event, parameter]);
}
