import { CommanderError } from "commander";
import type { AppError, Result } from "../../../shared/result/result.ts";
import { EXIT, exitCodeOf, type ExitCode } from "./exit-code.ts";
import { createProgram } from "./program.ts";
import { withoutGivenValues } from "./given-values.ts";
import { printJson, say, type Terminal } from "./terminal.ts";
import { readAppVersion } from "../../core/app-version.ts";

/**
 * Runs one command. `args` are the words after the program's name. Never rejects; whatever goes wrong is one sentence on
 * standard error and an exit code. With `--json` an error is the one JSON document, `{"error": {code, message}}`.
 */
export async function runCommandLine(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let ended: Result<ExitCode> | null = null;
  try {
    const program = createProgram(terminal, readAppVersion(), (result) => (ended = result));
    await program.parseAsync(args, { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) return endOfParsing(error, args, terminal);
    return endWithError(defect(error), args, terminal);
  }
  return endOfCommand(ended, args, terminal);
}

function endOfCommand(ended: Result<ExitCode> | null, args: readonly string[], terminal: Terminal): ExitCode {
  if (ended === null) return EXIT.done;
  return ended.ok ? ended.value : endWithError(ended.error, args, terminal);
}

/** Help and version end well; what commander calls an error is wrong usage, of which it has already told. */
function endOfParsing(error: CommanderError, args: readonly string[], terminal: Terminal): ExitCode {
  if (error.exitCode === 0) return EXIT.done;
  if (wantsJson(args))
    printJson(terminal, { error: { code: "usage", message: withoutGivenValues(error.message) } });
  return EXIT.usage;
}

function endWithError(error: AppError, args: readonly string[], terminal: Terminal): ExitCode {
  const { code, message } = error;
  if (wantsJson(args)) printJson(terminal, { error: { code, message } });
  say(terminal, message);
  return exitCodeOf(error);
}

function wantsJson(args: readonly string[]): boolean {
  return args.includes("--json");
}

/** What was thrown is a defect of the program: people get a sentence, and the reason for a report, but no stack trace. */
function defect(error: unknown): AppError {
  const reason = error instanceof Error ? error.message : String(error);
  return { code: "cli.defect", message: `Something went wrong inside the program: ${reason}` };
}
