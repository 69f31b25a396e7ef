import { randomUUID } from "node:crypto";
import { open, rename, rm } from "node:fs/promises";
import type { FileChunks } from "../ports.ts";

/**
 * Writes beside the file and renames, so that it is never there in part. It can hold personal data: for its owner only. Throws the
 * system's error, or that of the chunks' source; whatever was there before is then still there.
 */
export async function writeWhole(path: string, chunks: FileChunks, mode = 0o600): Promise<void> {
  const temporary = `${path}.${randomUUID()}.part`;
  const file = await open(temporary, "wx", mode);
  try {
    for await (const chunk of chunks) await file.writeFile(chunk);
    await file.sync();
    await file.close();
    await rename(temporary, path);
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(temporary, { force: true });
    throw error;
  }
}
