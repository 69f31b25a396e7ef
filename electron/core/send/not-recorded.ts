import type { Exchange } from "../../../shared/domain/exchange.ts";
import { failure, type Result } from "../../../shared/result/result.ts";
import { mayHaveLeft } from "../transport/failure-context.ts";
import { describeSystemError } from "../workspace/system-error.ts";

/**
 * The refusal for an exchange that history could not take. That the event was sent, and what was answered, is told here or
 * nowhere, so the message says it in words and `details.exchange` has all of it.
 */
export function notRecorded(exchange: Exchange, error: unknown): Result<never> {
  return failure(
    "history.not-recorded",
    `${whatHappened(exchange)} This could not be recorded in the history, because ${describeSystemError(error)}. ` +
      "Note it down, and put the cause right before you send again.",
    { exchange },
  );
}

function whatHappened({ failure, response, message, outcome }: Exchange): string {
  if (failure !== null && !mayHaveLeft(failure.phase)) return `Nothing was sent: ${message}`;
  if (response === null || failure !== null) return `The event was sent, without a whole answer: ${message}`;
  return `The event was sent and ${outcome} (HTTP ${response.status}): ${message}`;
}
