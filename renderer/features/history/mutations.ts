import { useMutation } from "@tanstack/react-query";
import type { CallOutput } from "../../../shared/contract/calls.ts";
import { assertNever } from "../../../shared/result/result.ts";
import { useHost } from "../../host/host-context.tsx";
import { formatCount } from "../../ui/quantities.ts";
import { showToast } from "../../ui/toast.tsx";

export type ExportRequest = {
  /** null means everything. */
  readonly ids: readonly string[] | null;
  readonly count: number;
};

/** Exports exchanges as JSON to where the host lets the user put it, and says where that is. */
export function useExport() {
  const host = useHost();
  return useMutation({
    mutationFn: async (request: ExportRequest) => {
      const ids = request.ids === null ? null : [...request.ids];
      const result = await host.call("history.export", { ids, format: "json" });
      if (result.ok) announce(result.value, request.count);
      else showToast({ tone: "failed", title: "Nothing was exported", text: result.error.message });
    },
  });
}

function announce(file: CallOutput<"history.export">, count: number): void {
  const title = `${formatCount(count, "exchange", "exchanges")} exported`;
  switch (file.kind) {
    case "saved":
      showToast({ tone: "done", title, text: file.path });
      break;
    case "download":
      download(file.url);
      showToast({ tone: "done", title, text: "The file is among this browser's downloads." });
      break;
    case "cancelled":
      break;
    default:
      assertNever(file);
  }
}

/** Hands a one-time address to the browser as a download; the window stays where it is. */
function download(url: string): void {
  const anchor = document.createElement("a");
  anchor.href = url;
  anchor.download = "";
  anchor.hidden = true;
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
}
