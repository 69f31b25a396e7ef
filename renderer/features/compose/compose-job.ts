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
