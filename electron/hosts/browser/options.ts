import { parseArgs } from "node:util";
import { z } from "zod";
import { failure, success, type Result } from "../../../shared/result/result.ts";

export type BrowserHostOptions = {
  /** 0 for any free port. */
  readonly port: number;
  readonly opensWindow: boolean;
  /** As given; undefined where the workspace is found otherwise. */
  readonly workspace: string | undefined;
};

const portSchema = z.coerce.number().int().min(0).max(65_535);

/** Reads the command line. Code `browser.usage`, with a sentence that names what is wrong. */
export function parseOptions(args: readonly string[]): Result<BrowserHostOptions> {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        port: { type: "string", default: "0" },
        "no-open": { type: "boolean", default: false },
        workspace: { type: "string" },
      },
    });
    const port = portSchema.safeParse(values.port === "" ? undefined : values.port);
    if (!port.success) {
      return failure("browser.usage", `--port takes a number from 0 to 65535, not "${values.port}".`);
    }
    return success({ port: port.data, opensWindow: !values["no-open"], workspace: values.workspace });
  } catch (error) {
    // parseArgs says what is wrong in its first sentence and how to escape it in the others.
    const message = error instanceof Error ? error.message : String(error);
    return failure("browser.usage", `${message.split(/\.( |$)/)[0] ?? message}.`);
  }
}
