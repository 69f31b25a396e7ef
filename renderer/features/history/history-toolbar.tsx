import type { ReactNode } from "react";
import { Button } from "../../ui/button.tsx";
import { PaneHeader } from "../../ui/pane.tsx";
import { formatCount } from "../../ui/quantities.ts";
import styles from "./history-screen.module.css";
import { useExport } from "./mutations.ts";
import { useTicks } from "./tick-context.tsx";

/** Over the list: how many there are and are selected, and the export of those or of all. */
export function HistoryToolbar(props: { readonly total: number }): ReactNode {
  const { ticks, clear } = useTicks();
  const exportExchanges = useExport();
  const { total } = props;
  const selected = ticks.ids.size;
  const request = selected === 0 ? { ids: null, count: total } : { ids: [...ticks.ids], count: selected };
  const what = selected === 0 ? `all ${total.toLocaleString("en-GB")}` : selected.toLocaleString("en-GB");
  const trailing = (
    <>
      {selected === 0 ? null : (
        <Button onPress={clear} size="small" variant="quiet">
          Clear the selection
        </Button>
      )}
      <Button
        isDisabled={total === 0}
        isPending={exportExchanges.isPending}
        onPress={() => exportExchanges.mutate(request)}
      >
        {`Export ${what}\u2026`}
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
    </PaneHeader>
  );
}
