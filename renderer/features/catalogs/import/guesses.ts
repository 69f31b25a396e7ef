import type { ImportGuess } from "../../../../shared/catalog-import/types.ts";

/** What was guessed, by what it is about. */
export type Guesses = {
  /** Those about an event's own fields, or about those of one of its parameters. */
  readonly of: (event: string, parameter: string | null) => readonly ImportGuess[];
  /** How many there are about an event and its parameters. */
  readonly count: (event: string) => number;
};

type OfEvent = { count: number; readonly bySubject: Map<string | null, ImportGuess[]> };

/** Sorts the guesses by what they are about once: there may be hundreds of thousands, and each row asks for its own. */
export function guessesBySubject(guesses: readonly ImportGuess[]): Guesses {
  const byEvent = new Map<string, OfEvent>();
  for (const guess of guesses) {
    const event = byEvent.get(guess.event) ?? { count: 0, bySubject: new Map() };
    byEvent.set(guess.event, event);
    event.count += 1;
    const known = event.bySubject.get(guess.parameter);
    if (known === undefined) event.bySubject.set(guess.parameter, [guess]);
    else known.push(guess);
  }
  return {
    of: (event, parameter) => byEvent.get(event)?.bySubject.get(parameter) ?? [],
    count: (event) => byEvent.get(event)?.count ?? 0,
  };
}
