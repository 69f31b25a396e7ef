import { parseArgs } from "node:util";
import { failure, success, type Result } from "../../shared/result/result.ts";

export type StartOptions = {
  /** What the browser host is given, flag by flag. */
  readonly browserArguments: readonly string[];
  /** A flag was used that only the browser host has, or it was asked for. */
  readonly wantsBrowser: boolean;
  readonly workspace: string | null;
  readonly wantsHelp: boolean;
};

export const startUsage = `Usage: npm start [-- OPTIONS]

Starts OptiEvent Console: in Electron where its binary is there or can be downloaded, else in a browser window.

  --browser          use the browser host
  --port N           the browser host's port (any free one if not given)
  --no-open          browser host: print the address, open no window
  --workspace DIR    the folder of all local data (also OPTIEVENT_HOME)
  --help             show this
`;

/** Reads the start command's flags. Code: `start.usage`, with a sentence that names the flag. */
export function parseStartOptions(args: readonly string[]): Result<StartOptions> {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        browser: { type: "boolean", default: false },
        port: { type: "string" },
        "no-open": { type: "boolean", default: false },
        workspace: { type: "string" },
        help: { type: "boolean", default: false },
      },
    });
    if (values.port !== undefined && !/^\d{1,5}$/.test(values.port)) {
      return failure("start.usage", `--port takes a number from 0 to 65535, not "${values.port}".`);
    }
    return success({
      browserArguments: args.filter((argument) => argument !== "--browser"),
      wantsBrowser: values.browser || values.port !== undefined || values["no-open"],
      workspace: values.workspace ?? null,
      wantsHelp: values.help,
    });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    // parseArgs says what is wrong in its first sentence and how to escape it in the others.
    const sentence = message.split(/\.( |$)/)[0] ?? message;
    return failure("start.usage", `${sentence}. The flags are listed by: npm start -- --help`);
  }
}
