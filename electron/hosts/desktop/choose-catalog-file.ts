import { dialog, type BrowserWindow, type OpenDialogOptions, type SaveDialogOptions } from "electron";
import type { ChooseCatalogFile } from "../../core/ports.ts";

const FILTERS = [{ name: "Catalog files", extensions: ["json"] }];

/** Asks for a catalog file in the system's dialog. Nothing is read or written here. */
export function createChooseCatalogFile(currentWindow: () => BrowserWindow | null): ChooseCatalogFile {
  return (mode) => (mode === "existing" ? chooseExisting(currentWindow()) : chooseNew(currentWindow()));
}

async function chooseExisting(window: BrowserWindow | null): Promise<string | null> {
  const options: OpenDialogOptions = { properties: ["openFile"], filters: FILTERS };
  const choice =
    window === null ? await dialog.showOpenDialog(options) : await dialog.showOpenDialog(window, options);
  return choice.canceled ? null : (choice.filePaths[0] ?? null);
}

async function chooseNew(window: BrowserWindow | null): Promise<string | null> {
  const options: SaveDialogOptions = { defaultPath: "shop.catalog.json", filters: FILTERS };
  const choice =
    window === null ? await dialog.showSaveDialog(options) : await dialog.showSaveDialog(window, options);
  return choice.canceled || choice.filePath === "" ? null : choice.filePath;
}
