import { useState, type ReactNode } from "react";
import { useHost } from "../../host/host-context.tsx";
import { formatCount } from "../../ui/quantities.ts";
import { TagField } from "../../ui/tag-field.tsx";
import { showToast } from "../../ui/toast.tsx";
import { FormDialog } from "../vault/form-dialog.tsx";
import { useHistorySelection } from "./selection-context.tsx";
import { TaskProgress } from "./task-progress.tsx";
import { useHistoryTask } from "./use-history-task.ts";
import { useKnownTags } from "./use-known-tags.ts";

/** Adds tags to the selected exchanges, or takes them away. */
export function TagDialog(props: { readonly count: number; readonly onClose: () => void }): ReactNode {
  const host = useHost();
  const selection = useHistorySelection();
  const task = useHistoryTask();
  const known = useKnownTags();
  const [added, setAdded] = useState<readonly string[]>([]);
  const [removed, setRemoved] = useState<readonly string[]>([]);
  async function save() {
    const change = { addTags: [...added], removeTags: [...removed] };
    const result = await task.run((taskId) =>
      host.call("history.annotateAll", { selection, ...change, taskId }),
    );
    if (!result.ok) return result.error;
    showToast({
      tone: "done",
      title: `${formatCount(result.value.changed, "exchange", "exchanges")} tagged anew`,
    });
    return null;
  }
  return (
    <FormDialog
      isSubmitDisabled={added.length + removed.length === 0}
      onClose={() => {
        task.stop();
        props.onClose();
      }}
      onSubmit={save}
      submitLabel="Change the tags"
      title={`Tag ${formatCount(props.count, "exchange", "exchanges")}`}
    >
      <TagField known={known} label="Add these tags" onChange={setAdded} tags={added} />
      <TagField known={known} label="Take these tags away" onChange={setRemoved} tags={removed} />
      <TaskProgress label="Tagged" task={task} />
    </FormDialog>
  );
}
