import { spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";

export const repositoryRoot = resolve(import.meta.dirname, "../..");

/**
 * Runs a command line tool of an installed package with the Node that runs this script, its output going where ours goes.
 * Answers the exit code; a tool ended by a signal counts as 1.
 */
export async function runTool(
  packageName: string,
  tool: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<number> {
  const child = spawn(process.execPath, [toolPath(packageName, tool), ...args], {
    cwd: repositoryRoot,
    stdio: "inherit",
    env: { ...process.env, ...env },
  });
  const [code] = await once(child, "exit");
  return typeof code === "number" ? code : 1;
}

function toolPath(packageName: string, tool: string): string {
  const packageFile = join(repositoryRoot, "node_modules", packageName, "package.json");
  const { bin } = createRequire(import.meta.url)(packageFile) as { bin: string | Record<string, string> };
  const file = typeof bin === "string" ? bin : bin[tool];
  if (file === undefined) throw new Error(`${packageName} has no tool ${tool}.`);
  return join(dirname(packageFile), file);
}
