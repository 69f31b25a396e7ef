import { execFileSync } from "node:child_process";
import { mkdirSync, statfsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** A file system of so many KiB in a folder, where the system lets one be made; else null. It goes with the test. */
export function mountSmall(folder: string, kibibytes: number): string | null {
  const place = join(folder, "small");
  mkdirSync(place);
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${kibibytes}k,mode=0700`, "tmpfs", place], {
      stdio: "ignore",
    });
  } catch {
    return null;
  }
  onTestFinished(() => {
    execFileSync("umount", ["-l", place]);
  });
  return place;
}

/** Takes what room is left; answers the way to give it back. */
export function fillUp(place: string): () => void {
  const { bavail, bsize } = statfsSync(place);
  writeFileSync(join(place, "filler"), Buffer.alloc(bavail * bsize));
  return () => writeFileSync(join(place, "filler"), "");
}

/** Why such a test is skipped. */
export const NO_SMALL_FILE_SYSTEM = "This system lets nobody mount a small file system here.";
