import { dialog, type BrowserWindow } from "electron";
import type { FilePurpose } from "../../../shared/contract/choose-file-calls.ts";
import type { ChooseFile } from "../../core/ports.ts";

const FILTERS: Readonly<Record<FilePurpose, { readonly name: string; readonly extensions: string[] }>> = {
  pem: { name: "PEM files", extensions: ["pem", "crt", "cer", "key"] },
  pkcs12: { name: "PKCS #12 files", extensions: ["p12", "pfx"] },
};

/** Asks for a file and answers where it is; it is not opened. */
export function createChooseFile(currentWindow: () => BrowserWindow | null): ChooseFile {
  return async (purpose) => {
    const filters = [FILTERS[purpose], { name: "All files", extensions: ["*"] }];
    const options = { properties: ["openFile" as const], filters };
    const window = currentWindow();
    const choice =
      window === null ? await dialog.showOpenDialog(options) : await dialog.showOpenDialog(window, options);
    return choice.canceled ? null : (choice.filePaths[0] ?? null);
  };
}
