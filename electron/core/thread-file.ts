import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * The file of a thread, for whoever is at `from`: `source`, beside it, in the sources; `built`, which a build bundles by itself, at
 * the build's top.
 */
export function threadFile(from: string, source: string, built: string): string {
  const own = fileURLToPath(from);
  const folder = dirname(own);
  if (own.endsWith(".ts")) return join(folder, source);
  const candidates = [folder, dirname(folder)].map((place) => join(place, built));
  return candidates.find((file) => existsSync(file)) ?? join(folder, built);
}
