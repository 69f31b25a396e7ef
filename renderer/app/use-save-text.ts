import type { CallInput } from "../../shared/contract/calls.ts";
import { useHost } from "../host/host-context.tsx";
import { announceSavedFile } from "../ui/saved-file.ts";
import { showToast } from "../ui/toast.tsx";

/** Puts a text into a file where the host lets the user put it, and says where that is. */
export function useSaveText(): (file: CallInput<"app.saveText">, title: string) => void {
  const host = useHost();
  return (file, title) => void save(file, title);

  async function save(file: CallInput<"app.saveText">, title: string): Promise<void> {
    const saved = await host.call("app.saveText", file);
    if (saved.ok) announceSavedFile(saved.value, title);
    else showToast({ tone: "failed", title: "Nothing was saved", text: saved.error.message });
  }
}
