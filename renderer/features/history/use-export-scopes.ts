import type { ExportScope } from "../export/export-dialog.tsx";
import { useHistoryCount } from "./history-count.tsx";
import { useHistoryView } from "./history-view-context.tsx";
import { isEmptySelection } from "./selection.ts";
import { useHistorySelection, useSelection } from "./selection-context.tsx";

/** What can be exported: what is selected, what fits, everything; the narrowest first. */
export function useExportScopes(): readonly ExportScope[] {
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
