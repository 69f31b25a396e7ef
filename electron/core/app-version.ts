import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";

const manifestSchema = z.object({ version: z.string() });

/** The program's version, from the manifest nearest above this file: the checkout's or the installed app's. */
export function readAppVersion(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, "package.json")) && dirname(folder) !== folder) folder = dirname(folder);
  return manifestSchema.parse(JSON.parse(readFileSync(join(folder, "package.json"), "utf8"))).version;
}
