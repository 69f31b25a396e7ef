import { useHost } from "../../host/host-context.tsx";
import { announceSavedFile } from "../../ui/saved-file.ts";
import { showToast } from "../../ui/toast.tsx";

/** Puts the whole body of an exchange's answer into a file, and says where that is. */
export function useSaveBody(): (exchangeId: string) => void {
  const host = useHost();
  return (exchangeId) => void save(exchangeId);

  async function save(id: string): Promise<void> {
    const saved = await host.call("history.saveBody", { id });
    if (saved.ok) announceSavedFile(saved.value, "The body was saved");
    else showToast({ tone: "failed", title: "Nothing was saved", text: saved.error.message });
  }
}
