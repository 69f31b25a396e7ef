import { resolve } from "node:path";
import envPaths from "env-paths";

/**
 * The one folder of all local data, as an absolute path: what the user named on the command line, else `OPTIEVENT_HOME`,
 * else the platform's folder for application data. An empty text counts as not given.
 */
export function resolveWorkspacePath(
  env: Readonly<Record<string, string | undefined>>,
  override?: string,
): string {
  if (override !== undefined && override !== "") return resolve(override);
  const home = env["OPTIEVENT_HOME"];
  if (home !== undefined && home !== "") return resolve(home);
  return envPaths("optievent-console", { suffix: "" }).data;
}
