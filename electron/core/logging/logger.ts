import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { pino } from "pino";
import type { Logger } from "../ports.ts";
import { openRotatingFile } from "./rotating-file.ts";

const MAX_BYTES = 5 * 1024 * 1024;

export type LogFile = { readonly path: string; readonly logger: Logger; close(): void };

/**
 * The console's log, `<workspace>/logs/console.log`: one JSON object a line, each passed through `redact` as a whole, so that
 * nothing gets past it in whatever field. Throws the system's error where the file cannot be made.
 */
export function openLogFile(workspacePath: string, redact: (text: string) => string): LogFile {
  const folder = join(workspacePath, "logs");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, "console.log");
  const file = openRotatingFile(path, join(folder, "console.previous.log"), MAX_BYTES);
  let hasFailed = false;
  const write = (line: string): void => {
    try {
      file.write(redact(line));
    } catch (error) {
      // A full disk must not end the console, and there is no other place to say that the log has a gap.
      if (!hasFailed) process.stderr.write(`The log "${path}" cannot be written: ${String(error)}\n`);
      hasFailed = true;
    }
  };
  const lines = pino(
    { base: { pid: process.pid }, timestamp: pino.stdTimeFunctions.isoTime, formatters: { level } },
    { write },
  );
  return {
    path,
    logger: {
      info: (message, fields = {}) => lines.info(fields, message),
      warn: (message, fields = {}) => lines.warn(fields, message),
      error: (message, fields = {}) => lines.error(fields, message),
    },
    close: () => file.close(),
  };
}

function level(label: string): Record<string, unknown> {
  return { level: label };
}
