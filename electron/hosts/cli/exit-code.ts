import type { AppError } from "../../../shared/result/result.ts";

/** What the process ends with; part of the stable interface of the command line. */
export const EXIT = {
  /** Done, or the event was accepted. */
  done: 0,
  /** Findings that are errors, or an answer that is no acceptance. */
  findings: 1,
  /** Wrong usage, or input that cannot be read. */
  usage: 2,
  /** Nothing answered. */
  noAnswer: 3,
  /** The guard of production tenants did not let it through. */
  guarded: 4,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** The code for an error that kept a command from doing its work. */
export function exitCodeOf(error: AppError): ExitCode {
  return error.code.startsWith("guard.") ? EXIT.guarded : EXIT.usage;
}
