import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const BUILT = "history-thread.js";

/** The file of the thread: beside this one in the sources; in a build, which bundles it by itself, at the build's top. */
export function findingThreadFile(): string {
  const own = fileURLToPath(import.meta.url);
  const folder = dirname(own);
  if (own.endsWith(".ts")) return join(folder, "finding-thread.ts");
  const candidates = [folder, dirname(folder)].map((place) => join(place, BUILT));
  return candidates.find((file) => existsSync(file)) ?? join(folder, BUILT);
}
