import { join } from "node:path";
import { dialog, type App, type BrowserWindow } from "electron";
import { writeWhole } from "../../core/export/write-whole.ts";
import type { SaveFile } from "../../core/ports.ts";

/** Asks where to and writes there. Throws the system's error where it cannot; the old file is then still there. */
export function createSaveFile(app: App, currentWindow: () => BrowserWindow | null): SaveFile {
  return async (suggestedName, _mimeType, chunks) => {
    const options = { defaultPath: join(app.getPath("downloads"), suggestedName) };
    const window = currentWindow();
    const choice =
      window === null ? await dialog.showSaveDialog(options) : await dialog.showSaveDialog(window, options);
    if (choice.canceled || choice.filePath === "") return { kind: "cancelled" };
    await writeWhole(choice.filePath, chunks, choice.filePath.endsWith(".sh") ? 0o700 : 0o600);
    return { kind: "saved", path: choice.filePath };
  };
}
