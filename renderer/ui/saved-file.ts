import type { SavedFile } from "../../shared/contract/saved-file.ts";
import { assertNever } from "../../shared/result/result.ts";
import { showToast } from "./toast.tsx";

/** Says where a file went, and hands it to the browser where it waits for that. */
export function announceSavedFile(file: SavedFile, title: string): void {
  if (file.kind === "download") startDownload(file.url);
  announceWrittenFile(file, title);
}

/** Says where a file is. */
export function announceWrittenFile(file: SavedFile, title: string): void {
  switch (file.kind) {
    case "saved":
      showToast({ tone: "done", title, text: file.path });
      break;
    case "download":
      showToast({ tone: "done", title, text: "The file is among this browser's downloads." });
      break;
    case "cancelled":
      break;
    default:
      assertNever(file);
  }
}

/** Hands a one-time address to the browser as a download; the window stays where it is. */
export function startDownload(url: string): void {
  const anchor = document.createElement("a");
  anchor.href = url;
  anchor.download = "";
  anchor.hidden = true;
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
}
