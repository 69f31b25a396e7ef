import type { Verification } from "../../../shared/domain/history.ts";
import { assertNever } from "../../../shared/result/result.ts";
import { formatCount } from "../../ui/quantities.ts";
import { exactTime } from "../history/moments.ts";

/** What verifying found, in a sentence, and what belongs to it. */
export function verificationWords(found: Verification): {
  readonly verdict: string;
  readonly details: readonly string[];
} {
  return {
    verdict: verdictOf(found),
    details: [...problemOf(found), ...sealedLaterOf(found), ...removalsOf(found)],
  };
}

function verdictOf({ state, checked }: Verification): string {
  const counted = formatCount(checked, "exchange", "exchanges");
  switch (state) {
    case "intact":
      return checked === 0
        ? "There is nothing to verify yet."
        : `The history is intact: ${counted} ${checked === 1 ? "is" : "are"} as recorded.`;
    case "broken":
      return `The history is not as it was recorded. Up to there ${counted} ${checked === 1 ? "is" : "are"} in order.`;
    case "stopped":
      return `Stopped. Until then ${counted} ${checked === 1 ? "was" : "were"} in order.`;
    default:
      return assertNever(state);
  }
}

function problemOf({ problem }: Verification): readonly string[] {
  if (problem === null) return [];
  const id = problem.id === null ? "" : ` (${problem.id})`;
  return [`Number ${problem.sequence.toLocaleString("en-GB")}${id}: ${problem.message}`];
}

function sealedLaterOf({ sealedLater }: Verification): readonly string[] {
  if (sealedLater === 0) return [];
  const counted = formatCount(sealedLater, "exchange was", "exchanges were");
  return [`${counted} recorded before there was a chain, and sealed as they were when it was begun.`];
}

/** More removals are summed up. */
const MOST_REMOVALS = 5;

function removalsOf({ removals, removed }: Verification): readonly string[] {
  if (removals.length === 0) return [];
  const sum = `${formatCount(removed, "exchange was", "exchanges were")} deleted on purpose, and the chain says so:`;
  const latest = removals.slice(-MOST_REMOVALS).map(({ removedAt, count, reason }) => {
    const why = reason === "" ? "no reason given" : reason;
    return `${exactTime(removedAt)}: ${count.toLocaleString("en-GB")}, ${why}`;
  });
  const left = removals.length - latest.length;
  return [sum, ...(left === 0 ? [] : [`${left} earlier deletions`]), ...latest];
}
