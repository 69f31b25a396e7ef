import { threadFile } from "../../thread-file.ts";

/** The file of the thread that answers questions about history. */
export function findingThreadFile(): string {
  return threadFile(import.meta.url, "finding-thread.ts", "history-thread.js");
}
