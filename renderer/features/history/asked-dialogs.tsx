import { useState, type ReactNode } from "react";
import { useAsked } from "../../app/use-asked.ts";
import { ExportDialog } from "../export/export-dialog.tsx";
import { ImportDialog } from "../history-import/import-dialog.tsx";
import { useExportScopes } from "./use-export-scopes.ts";

/** What was asked for from elsewhere, such as the palette, whether there is a list yet or not. */
export function AskedDialogs(): ReactNode {
  const [dialog, setDialog] = useState<"import" | "export" | null>(null);
  useAsked({ "history.import": () => setDialog("import"), "history.export": () => setDialog("export") });
  const close = () => setDialog(null);
  if (dialog === "import") return <ImportDialog onClose={close} />;
  return dialog === "export" ? <AskedExport onClose={close} /> : null;
}

function AskedExport({ onClose }: { readonly onClose: () => void }): ReactNode {
  return <ExportDialog onClose={onClose} scopes={useExportScopes()} />;
}
