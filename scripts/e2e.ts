import { runTool } from "./lib/run-tool.ts";

// The browser tests alone, on a fresh build. Arguments go to Playwright: `npm run e2e -- --grep history`.
const built = await runTool("vite", "vite", ["build", "--app", "--logLevel", "warn"]);
process.exitCode =
  built === 0
    ? await runTool("@playwright/test", "playwright", ["test", "--reporter=list", ...process.argv.slice(2)])
    : built;
