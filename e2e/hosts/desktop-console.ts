import { _electron as electron } from "@playwright/test";
import { repositoryRoot } from "../../scripts/lib/built-program.ts";
import type { OpenOptions, RunningConsole } from "./running-console.ts";

/** Starts the built desktop program on a workspace. Needs Electron's binary. */
export async function openOnDesktop(options: OpenOptions): Promise<RunningConsole> {
  // ELECTRON_RUN_AS_NODE, inherited from an editor's terminal, would start a plain Node in place of the program.
  const { ELECTRON_RUN_AS_NODE: _ignored, ...environment } = process.env;
  const env = Object.fromEntries(
    Object.entries(environment).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  const application = await electron.launch({
    args: [repositoryRoot, "--workspace", options.workspace],
    colorScheme: options.colorScheme,
    env,
  });
  const page = await application.firstWindow();
  await page.setViewportSize(options.viewport);
  return {
    page,
    close: () => application.close(),
    async kill() {
      application.process().kill("SIGKILL");
      await application.waitForEvent("close");
    },
  };
}
