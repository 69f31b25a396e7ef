import { useState, type ReactNode } from "react";
import { Button } from "../../ui/button.tsx";
import { ExportDialog } from "../export/export-dialog.tsx";
import { useExportScopes } from "./use-export-scopes.ts";

/** Opens the export of what is selected, of what fits, or of everything; the narrowest is what is expected. */
export function ExportButton(props: {
  readonly children: string;
  readonly size?: "medium" | "small";
  readonly isDisabled?: boolean;
}): ReactNode {
  const [isExporting, setExporting] = useState(false);
  const scopes = useExportScopes();
  return (
    <>
      <Button
        isDisabled={props.isDisabled ?? false}
        onPress={() => setExporting(true)}
        size={props.size ?? "medium"}
      >
        {props.children}
      </Button>
      {isExporting ? <ExportDialog onClose={() => setExporting(false)} scopes={scopes} /> : null}
    </>
  );
}
