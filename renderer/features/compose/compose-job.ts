import { composeRequest } from "../../../shared/compose/compose.ts";
import type { ComposedRequest, ComposeInput } from "../../../shared/compose/types.ts";
import { seededRandom } from "../../../shared/random/seeded-random.ts";

/** What composing depends on, as plain data: a thread of its own gets a copy. */
export type ComposeJob = Omit<ComposeInput, "random"> & { readonly seed: number };

/** A composed draft. `composed` has the most serious findings, at most MOST_FINDINGS; the counts are of all. */
export type ComposeOutput = {
  readonly composed: ComposedRequest;
  readonly findingCount: number;
  readonly errorCount: number;
};

/** A text of more characters is composed beside the window, which takes a moment, and not at once. */
export const LARGE_TEXT = 100_000;

/** Nobody reads more, and handing over and drawing ten thousand would keep the window from being used. */
export const MOST_FINDINGS = 1_000;

/** Generated values keep still from one change to the next: the random source starts from the same seed each time. */
export function composeJob({ seed, ...input }: ComposeJob): ComposeOutput {
  const composed = composeRequest({ ...input, random: seededRandom(seed) });
  const { findings, requestFindings } = composed;
  return {
    composed: {
      ...composed,
      findings: findings.slice(0, MOST_FINDINGS),
      requestFindings: requestFindings.slice(0, MOST_FINDINGS),
    },
    findingCount: findings.length,
    errorCount: findings.filter(({ severity }) => severity === "error").length,
  };
}

let last: { readonly job: ComposeJob; readonly output: ComposeOutput } | null = null;

/** The same; of a job that is the one before in everything, what that came to. */
export function composeOnce(job: ComposeJob): ComposeOutput {
  if (last === null || !isSameJob(last.job, job)) last = { job, output: composeJob(job) };
  return last.output;
}

function isSameJob(one: ComposeJob, other: ComposeJob): boolean {
  const names = Object.keys(one) as (keyof ComposeJob)[];
  return (
    names.length === Object.keys(other).length && names.every((name) => Object.is(one[name], other[name]))
  );
}
