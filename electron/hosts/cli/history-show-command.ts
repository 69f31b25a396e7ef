import { z } from "zod";
import { success, type Result } from "../../../shared/result/result.ts";
import { formatExchange, formatMessages } from "./exchange-output.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { commonOptions } from "./options.ts";
import { printJson, type Terminal } from "./terminal.ts";
import { accessWorkspace } from "./workspace-access.ts";

export const historyShowOptionsSchema = z.object({ ...commonOptions, id: z.string() });
export type HistoryShowOptions = z.infer<typeof historyShowOptionsSchema>;

/** One exchange as it was recorded. Code: `history.not-found`. */
export async function historyShowCommand(
  terminal: Terminal,
  options: HistoryShowOptions,
): Promise<Result<ExitCode>> {
  const opened = accessWorkspace(terminal, options).openHistory();
  if (!opened.ok) return opened;
  try {
    const exchange = opened.value.get(options.id);
    if (!exchange.ok) return exchange;
    if (options.json === true) {
      printJson(terminal, exchange.value);
    } else {
      terminal.stdout.write(
        `${formatExchange(terminal, exchange.value)}\n${formatMessages(terminal, exchange.value)}`,
      );
    }
    return success(EXIT.done);
  } finally {
    opened.value.close();
  }
}
