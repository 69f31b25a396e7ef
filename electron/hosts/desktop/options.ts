import { parseArgs } from "node:util";

/**
 * The workspace named on the command line. Arguments that are not ours are passed over: Electron and the system add some
 * of their own, and the program is also started by double clicks.
 */
export function workspaceArgument(args: readonly string[]): string | undefined {
  const { values } = parseArgs({
    args: [...args],
    strict: false,
    options: { workspace: { type: "string" } },
  });
  return typeof values.workspace === "string" ? values.workspace : undefined;
}
