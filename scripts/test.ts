import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { addCounts, type Counts, noCounts, readPlaywrightCounts, readVitestCounts } from "./lib/counts.ts";
import { repositoryRoot, runTool } from "./lib/run-tool.ts";

// Everything that must hold, in one command: types, lint, unused code, format, unit tests, build, browser tests.
// It goes on after a failure, so that one run shows all there is to mend. The last line is read by machines.

const reports = join(repositoryRoot, "test-results");

type Step = { readonly name: string; readonly run: () => Promise<Counts> };

const steps: readonly Step[] = [
  check("types", "typescript", "tsc", ["-b"]),
  check("lint", "oxlint", "oxlint", ["--type-aware"]),
  check("unused code", "knip", "knip", []),
  check("format", "oxfmt", "oxfmt", ["--check"]),
  check("build", "vite", "vite", ["build", "--app", "--logLevel", "warn"]),
  { name: "unit tests", run: unitTests },
  { name: "browser tests", run: browserTests },
];

function check(name: string, packageName: string, tool: string, args: readonly string[]): Step {
  return {
    name,
    async run() {
      const code = await runTool(packageName, tool, args);
      return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
    },
  };
}

async function unitTests(): Promise<Counts> {
  const file = join(reports, "vitest.json");
  const code = await runTool("vitest", "vitest", [
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${file}`,
  ]);
  return atLeastOneFailure(code, await readVitestCounts(file));
}

async function browserTests(): Promise<Counts> {
  // Outside Playwright's own output folder, which it empties when it starts.
  const file = join(repositoryRoot, ".cache", "playwright.json");
  const code = await runTool("@playwright/test", "playwright", ["test", "--reporter=list,json"], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: file,
  });
  return atLeastOneFailure(code, await readPlaywrightCounts(file));
}

/** A runner may fail for a reason that is no test, such as an unhandled error; that must not read as green. */
function atLeastOneFailure(code: number, counts: Counts): Counts {
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

async function runSteps(): Promise<Counts> {
  let total = noCounts;
  const failedSteps: string[] = [];
  for (const step of steps) {
    console.log(`\n== ${step.name}`);
    const counts = await step.run().catch((error: unknown): Counts => {
      console.error(error instanceof Error ? error.message : error);
      return { passed: 0, failed: 1, skipped: 0 };
    });
    if (counts.failed > 0) failedSteps.push(step.name);
    total = addCounts(total, counts);
  }
  if (failedSteps.length > 0) console.log(`\nFailed: ${failedSteps.join(", ")}`);
  return total;
}

await rm(reports, { recursive: true, force: true });
await mkdir(reports, { recursive: true });
const total = await runSteps();
process.exitCode = total.failed === 0 ? 0 : 1;
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
