import { readWorkspaceLock } from "../../core/workspace/workspace-lock.ts";
import { resolveWorkspacePath } from "../../core/workspace/workspace-path.ts";
import type { AppError } from "../../../shared/result/result.ts";
import { parseOptions, type BrowserHostOptions } from "./options.ts";
import { endWithParentOrSignal } from "./process-end.ts";
import { askForStartLink } from "./second-start.ts";
import { startBrowserConsole } from "./start-browser-console.ts";
import { openIfPossible } from "./window/open-if-possible.ts";

// The browser host: the console served to a window of a local browser. Exit codes: 0 ended as asked or already running,
// 1 could not start, 2 wrong usage.

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function refuse(message: string, exitCode: number): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = exitCode;
}

async function run(options: BrowserHostOptions): Promise<void> {
  const workspacePath = resolveWorkspacePath(process.env, options.workspace);
  const started = await startBrowserConsole(workspacePath, options.port);
  if (!started.ok && started.error.code === "workspace.in-use") {
    return reportRunning(started.error, workspacePath, options);
  }
  if (!started.ok) return refuse(started.error.message, 1);
  const opened = openIfPossible(options, started.value.createStartLink, workspacePath);
  endWithParentOrSignal(async () => {
    opened.window?.close();
    await started.value.close();
  });
  // A second link, so that this one works even though the window used its own.
  say(`Open  ${started.value.createStartLink()}`);
  say(`      ${opened.message}`);
  say(`Data  ${workspacePath}`);
  say("Stop  Ctrl+C");
}

/** A second start of a workspace: shows the way to the console that has it. */
async function reportRunning(
  error: AppError,
  workspacePath: string,
  options: BrowserHostOptions,
): Promise<void> {
  const running = readWorkspaceLock(workspacePath);
  if (running === null || running.url === null) return refuse(error.message, 1);
  const link = await askForStartLink(running.url, running.controlKey);
  if (link === null) return refuse(error.message, 1);
  const opened = openIfPossible(options, () => link, workspacePath);
  say(`The console of this workspace runs already, at ${running.url} (process ${running.pid}).`);
  say(opened.window === null ? `Open  ${link}` : opened.message);
}

const options = parseOptions(process.argv.slice(2));
if (options.ok) await run(options.value);
else refuse(options.error.message, 2);
