import { readFile, rm } from "node:fs/promises";
import { z } from "zod";

/** How many checks passed, failed and were skipped. */
export type Counts = { readonly passed: number; readonly failed: number; readonly skipped: number };

export const noCounts: Counts = { passed: 0, failed: 0, skipped: 0 };

export function addCounts(first: Counts, second: Counts): Counts {
  return {
    passed: first.passed + second.passed,
    failed: first.failed + second.failed,
    skipped: first.skipped + second.skipped,
  };
}

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  numFailedTestSuites: z.number(),
});

const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
});

/** Counts of a vitest JSON report. A file that did not even load counts as one failure. */
export async function readVitestCounts(file: string): Promise<Counts> {
  const report = vitestReport.parse(await takeJson(file));
  const failed = Math.max(report.numFailedTests, report.numFailedTestSuites > 0 ? 1 : 0);
  return { passed: report.numPassedTests, failed, skipped: report.numPendingTests + report.numTodoTests };
}

/** Counts of a Playwright JSON report. A flaky test counts as failed: nothing is retried here. */
export async function readPlaywrightCounts(file: string): Promise<Counts> {
  const { stats } = playwrightReport.parse(await takeJson(file));
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
}

/** Reads a report and removes it, so that a later run never counts an old one. */
async function takeJson(file: string): Promise<unknown> {
  const text = await readFile(file, "utf8");
  await rm(file);
  return JSON.parse(text);
}
