import { randomUUID } from "node:crypto";
import { open, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { dialog, type App, type BrowserWindow } from "electron";
import type { SaveFile } from "../../core/ports.ts";

/** Asks where to and writes there. Throws the system's error where it cannot; the old file is then still there. */
export function createSaveFile(app: App, currentWindow: () => BrowserWindow | null): SaveFile {
  return async (suggestedName, _mimeType, chunks) => {
    const options = { defaultPath: join(app.getPath("downloads"), suggestedName) };
    const window = currentWindow();
    const choice =
      window === null ? await dialog.showSaveDialog(options) : await dialog.showSaveDialog(window, options);
    if (choice.canceled || choice.filePath === "") return { kind: "cancelled" };
    await writeWhole(choice.filePath, chunks);
    return { kind: "saved", path: choice.filePath };
  };
}

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
