import { useState, type ReactNode } from "react";
import { useHost } from "../../host/host-context.tsx";
import { useCall } from "../../host/queries.ts";
import { Button } from "../../ui/button.tsx";
import { PinIcon } from "../../ui/history-icons.tsx";
import { formatCount } from "../../ui/quantities.ts";
import { showToast } from "../../ui/toast.tsx";
import { ExportButton } from "./export-button.tsx";
import { DeleteDialog } from "./delete-dialog.tsx";
import { useHistoryView } from "./history-view-context.tsx";
import { isEmptySelection } from "./selection.ts";
import { useHistorySelection, useSelection } from "./selection-context.tsx";
import styles from "./selection-bar.module.css";
import { TagDialog } from "./tag-dialog.tsx";
import { TaskProgress } from "./task-progress.tsx";
import { useHistoryTask, type HistoryTask } from "./use-history-task.ts";

/** What can be done with the selected exchanges, and how many those are. */
export function SelectionBar(props: {
  readonly onCompare: (left: string, right: string) => void;
}): ReactNode {
  const { selection, clear } = useSelection();
  const [asked, setAsked] = useState<"delete" | "tag" | null>(null);
  const { text } = useHistoryView();
  const counted = useSelectionCount();
  const task = useHistoryTask();
  const annotate = usePinSelection(task);
  if (isEmptySelection(selection)) return null;
  const ids = selection.kind === "ids" ? [...selection.ids] : null;
  const [left, right] = ids ?? [];
  return (
    <section aria-label="Selected exchanges" className={styles.bar}>
      <output className={styles.count}>
        {counted === null ? "Counting" : formatCount(counted, "exchange", "exchanges")} selected
        {selection.kind === "all" ? (text.trim() === "" ? " (all)" : " (all that fit)") : ""}
      </output>
      {ids?.length === 2 && left !== undefined && right !== undefined ? (
        <Button onPress={() => props.onCompare(left, right)} size="small">
          Compare
        </Button>
      ) : null}
      <ExportButton size="small">{"Export selected\u2026"}</ExportButton>
      <Button isDisabled={counted === null} onPress={() => void annotate(true)} size="small">
        <PinIcon />
        Pin
      </Button>
      <Button isDisabled={counted === null} onPress={() => void annotate(false)} size="small">
        Unpin
      </Button>
      <Button isDisabled={counted === null} onPress={() => setAsked("tag")} size="small">
        {"Tag\u2026"}
      </Button>
      <Button isDisabled={counted === null} onPress={() => setAsked("delete")} size="small">
        {"Delete\u2026"}
      </Button>
      <Button onPress={clear} size="small" variant="quiet">
        Clear the selection
      </Button>
      {asked === "delete" ? <DeleteDialog onClose={() => setAsked(null)} onDeleted={clear} /> : null}
      {asked === "tag" ? <TagDialog count={counted ?? 0} onClose={() => setAsked(null)} /> : null}
      <TaskProgress label="Changed" task={task} />
    </section>
  );
}

/** How many are selected: as many as are ticked, or as many as fit, counted to the last one. */
function useSelectionCount(): number | null {
  const { selection } = useSelection();
  const { query } = useHistoryView();
  const isAll = selection.kind === "all";
  const counted = useCall(
    "history.count",
    { query, upTo: isAll ? selection.upTo : null, exact: true, lane: "history-selected" },
    { isEnabled: isAll },
  );
  return isAll ? (counted.data?.count ?? null) : selection.ids.size;
}

function usePinSelection(task: HistoryTask) {
  const host = useHost();
  const selection = useHistorySelection();
  return async (pinned: boolean): Promise<void> => {
    const result = await task.run((taskId) =>
      host.call("history.annotateAll", { selection, pinned, taskId }),
    );
    const done = pinned ? "pinned" : "unpinned";
    if (!result.ok) showToast({ tone: "failed", title: "Not all were changed", text: result.error.message });
    else
      showToast({
        tone: "done",
        title: `${formatCount(result.value.changed, "exchange", "exchanges")} ${done}`,
      });
  };
}
