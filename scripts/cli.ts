import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ensureBuilt } from "./lib/ensure-built.ts";
import { repositoryRoot } from "./lib/run-tool.ts";

// `npm run -s cli -- COMMAND`: the built command line, built first if it is missing or older than its sources.
if (await ensureBuilt()) {
  await import(pathToFileURL(join(repositoryRoot, "out/main/cli.js")).href);
} else {
  process.exitCode = 2;
}
