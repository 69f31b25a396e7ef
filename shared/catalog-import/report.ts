import type { Severity } from "../domain/finding.ts";
import { createLocator, type Locator } from "../json/position.ts";
import { MAXIMUM_PROBLEMS, type ImportGuess, type ImportProblem } from "./types.ts";

/** Where a problem is: an offset of the text, or a line and column where these are known at once. */
export type Place = number | { readonly line: number; readonly column: number };

/** What a problem is about. */
export type Subject = { readonly event?: string | null; readonly parameter?: string | null };

/** Collects what there is to say about one reading. */
export type Report = {
  say(severity: Severity, place: Place, message: string, subject?: Subject): void;
  guess(guess: ImportGuess): void;
  readonly problems: readonly ImportProblem[];
  readonly problemCount: number;
  readonly guesses: readonly ImportGuess[];
};

/** `text` is what offsets are of. */
export function createReport(text: string): Report {
  let locator: Locator | null = null;
  let count = 0;
  const problems: ImportProblem[] = [];
  const guesses: ImportGuess[] = [];
  const placeOf = (place: Place): { line: number; column: number } => {
    if (typeof place !== "number") return place;
    locator ??= createLocator(text);
    return locator(place, 0);
  };
  return {
    say(severity, place, message, subject = {}) {
      count += 1;
      if (problems.length >= MAXIMUM_PROBLEMS) return;
      const { line, column } = placeOf(place);
      const { event = null, parameter = null } = subject;
      problems.push({ severity, line, column, message, event, parameter });
    },
    guess: (guess) => void guesses.push(guess),
    get problems() {
      return problems.toSorted((one, other) => one.line - other.line || one.column - other.column);
    },
    get problemCount() {
      return count;
    },
    guesses,
  };
}

/** A piece of the source as a message may quote it: short, on one line. */
export function quoted(text: string): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  return `"${line.length > 60 ? `${line.slice(0, 60)}…` : line}"`;
}
