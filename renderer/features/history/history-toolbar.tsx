import { useState, type ReactNode } from "react";
import { Button } from "../../ui/button.tsx";
import { PaneHeader } from "../../ui/pane.tsx";
import { formatCount } from "../../ui/quantities.ts";
import { ExportDialog, type ExportScope } from "../export/export-dialog.tsx";
import styles from "./history-screen.module.css";
import { useTicks } from "./tick-context.tsx";

/** Over the list: how many there are and are selected, and the export of those or of all. */
export function HistoryToolbar(props: { readonly total: number }): ReactNode {
  const { ticks, clear } = useTicks();
  const [isExporting, setExporting] = useState(false);
  const { total } = props;
  const selected = ticks.ids.size;
  const trailing = (
    <>
      {selected === 0 ? null : (
        <Button onPress={clear} size="small" variant="quiet">
          Clear the selection
        </Button>
      )}
      <Button isDisabled={total === 0} onPress={() => setExporting(true)}>
        {"Export\u2026"}
      </Button>
    </>
  );
  return (
    <PaneHeader trailing={trailing}>
      <strong className={styles.title}>History</strong>
      <span className={styles.muted}>
        {selected === 0
          ? formatCount(total, "exchange", "exchanges")
          : `${selected.toLocaleString("en-GB")} of ${formatCount(total, "exchange", "exchanges")} selected`}
      </span>
      {isExporting ? (
        <ExportDialog onClose={() => setExporting(false)} scopes={scopesOf(ticks.ids, total)} />
      ) : null}
    </PaneHeader>
  );
}

function scopesOf(ids: ReadonlySet<string>, total: number): readonly ExportScope[] {
  const everything: ExportScope = {
    value: "everything",
    label: "Everything",
    selection: { kind: "query", query: { text: "", timeZone: "UTC" }, upTo: null },
    count: total,
  };
  if (ids.size === 0) return [everything];
  return [
    { value: "selected", label: "Selected", selection: { kind: "ids", ids: [...ids] }, count: ids.size },
    everything,
  ];
}
