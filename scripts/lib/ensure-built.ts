import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { isBuildFresh } from "./build-freshness.ts";
import { repositoryRoot } from "./run-tool.ts";

/**
 * Builds the console unless `out/` is up to date. Everything the build has to say goes to stderr, because stdout belongs
 * to whatever runs next. Answers whether there is a build now.
 */
export async function ensureBuilt(): Promise<boolean> {
  if (isBuildFresh()) return true;
  process.stderr.write("Building the console, which takes some seconds. The next start will not need it.\n");
  const vite = join(repositoryRoot, "node_modules/vite/bin/vite.js");
  const child = spawn(process.execPath, [vite, "build", "--app", "--logLevel", "error"], {
    cwd: repositoryRoot,
    stdio: ["ignore", process.stderr, process.stderr],
    env: { ...process.env, OPTIEVENT_BUILD: "if-stale" },
  });
  const [code] = await once(child, "exit");
  if (code === 0) return true;
  process.stderr.write("The build failed; what it says is above. Nothing was started.\n");
  return false;
}
