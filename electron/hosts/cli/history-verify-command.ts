import { z } from "zod";
import type { Verification } from "../../../shared/domain/history.ts";
import { success, type Result } from "../../../shared/result/result.ts";
import { startVerification } from "../../core/history/finding/verification.ts";
import { formatTime } from "./exchange-output.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { commonOptions } from "./options.ts";
import { painterFor, printable, printJson, type Terminal } from "./terminal.ts";
import { accessWorkspace } from "./workspace-access.ts";

export const historyVerifyOptionsSchema = z.object({ ...commonOptions });
export type HistoryVerifyOptions = z.infer<typeof historyVerifyOptionsSchema>;

/** Whether every exchange is as it was recorded; ends with 1 where one is not. Code: `history.damaged`. */
export async function historyVerifyCommand(
  terminal: Terminal,
  options: HistoryVerifyOptions,
): Promise<Result<ExitCode>> {
  const opened = accessWorkspace(terminal, options).openHistory();
  if (!opened.ok) return opened;
  const { path } = opened.value;
  opened.value.close();
  const running = startVerification(path, (done, total) => {
    if (terminal.stderr.isTTY === true) terminal.stderr.write(`\r${done} of ${total}`);
  });
  terminal.interrupted.addEventListener("abort", () => running.stop(), { once: true });
  const verified = await running.result;
  if (terminal.stderr.isTTY === true) terminal.stderr.write("\r\u001B[K");
  if (!verified.ok) return verified;
  if (options.json === true) printJson(terminal, verified.value);
  else terminal.stdout.write(describe(terminal, verified.value));
  return success(verified.value.state === "intact" ? EXIT.done : EXIT.findings);
}

function describe(terminal: Terminal, verified: Verification): string {
  const paint = painterFor(terminal, terminal.stdout);
  const { state, checked, problem, removals, sealedLater, head } = verified;
  const lines = [
    state === "intact"
      ? `${paint("green", "intact")}: ${checked} exchanges are as they were recorded.`
      : state === "stopped"
        ? `${paint("yellow", "stopped")}: the first ${checked} exchanges are as they were recorded.`
        : `${paint("red", "broken")}: ${printable(problem?.message ?? "")}`,
    ...removals.map(
      ({ removedAt, count, reason }) =>
        `Removed on ${formatTime(removedAt)} UTC: ${count} (${printable(reason === "" ? "no reason given" : reason)})`,
    ),
  ];
  if (sealedLater > 0) lines.push(`${sealedLater} were recorded before there were seals, and sealed later.`);
  if (head !== null) lines.push(`Seal of the newest entry: ${head}`);
  return `${lines.join("\n")}\n`;
}
