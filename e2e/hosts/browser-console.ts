import type { Browser } from "playwright";
import { type BuiltProgram, startBuiltProgram } from "../../scripts/lib/built-program.ts";
import type { OpenOptions, RunningConsole } from "./running-console.ts";

/** Starts the built browser host on a workspace and opens its window in the tests' browser. */
export async function openInBrowser(browser: Browser, options: OpenOptions): Promise<RunningConsole> {
  const program = startBuiltProgram("browser", ["--no-open", "--workspace", options.workspace]);
  const address = await program.waitFor(/http:\/\/127\.0\.0\.1:\d+\/start\?token=\S+/);
  const context = await browser.newContext({
    colorScheme: options.colorScheme,
    viewport: options.viewport,
    acceptDownloads: true,
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  await page.goto(address[0]);
  return {
    page,
    async close() {
      await context.close();
      await stop(program, "SIGTERM");
    },
    async kill() {
      await stop(program, "SIGKILL");
      await context.close();
    },
  };
}

async function stop(program: BuiltProgram, signal: NodeJS.Signals): Promise<void> {
  await program.end(signal);
}
