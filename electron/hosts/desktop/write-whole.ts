import { randomUUID } from "node:crypto";
import { open, rename, rm } from "node:fs/promises";

/** Writes beside the file and renames, so that it is never there in part. It can hold personal data: for its owner only. */
export async function writeWhole(path: string, chunks: Iterable<string>): Promise<void> {
  const temporary = `${path}.${randomUUID()}.part`;
  const file = await open(temporary, "wx", 0o600);
  try {
    for (const chunk of chunks) await file.writeFile(chunk);
    await file.sync();
    await file.close();
    await rename(temporary, path);
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(temporary, { force: true });
    throw error;
  }
}
