import { useState, type ReactNode } from "react";
import { Button } from "../../ui/button.tsx";
import { ExportDialog, type ExportScope } from "../export/export-dialog.tsx";
import { useHistoryCount } from "./history-count.tsx";
import { useHistoryView } from "./history-view-context.tsx";
import { isEmptySelection } from "./selection.ts";
import { useHistorySelection, useSelection } from "./selection-context.tsx";

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

function useExportScopes(): readonly ExportScope[] {
  const { query, text } = useHistoryView();
  const { selection } = useSelection();
  const selected = useHistorySelection();
  const { fitting, total } = useHistoryCount();
  const everything: ExportScope = {
    value: "everything",
    label: "Everything",
    selection: { kind: "query", query: { ...query, text: "" }, upTo: null },
    count: total,
  };
  const found: ExportScope = {
    value: "found",
    label: "What fits",
    selection: { kind: "query", query, upTo: null },
    count: fitting?.isExact === true ? fitting.count : null,
  };
  const chosen: ExportScope = {
    value: "selected",
    label: "Selected",
    selection: selected,
    count: selection.kind === "ids" ? selection.ids.size : null,
  };
  return [
    ...(isEmptySelection(selection) ? [] : [chosen]),
    ...(text.trim() === "" ? [] : [found]),
    everything,
  ];
}
