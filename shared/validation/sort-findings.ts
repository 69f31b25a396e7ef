import type { Finding, Severity } from "../domain/finding.ts";

const RANK: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

/** The most serious first, then in the order of the text; findings that share both stay as they were. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  return findings.toSorted(
    (left, right) =>
      RANK[left.severity] - RANK[right.severity] ||
      (left.position?.offset ?? 0) - (right.position?.offset ?? 0),
  );
}

/** How many findings there are of each severity. */
export type FindingCounts = { readonly errors: number; readonly warnings: number; readonly infos: number };

/** Counts findings. Whatever the counts are, they never forbid sending. */
export function summariseFindings(findings: readonly Finding[]): FindingCounts {
  const count = (severity: Severity): number =>
    findings.filter((finding) => finding.severity === severity).length;
  return { errors: count("error"), warnings: count("warning"), infos: count("info") };
}
