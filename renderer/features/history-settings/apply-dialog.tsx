import { useState, type ReactNode } from "react";
import type { RemovalPreview } from "../../../shared/domain/history.ts";
import { useHost } from "../../host/host-context.tsx";
import { formatCount } from "../../ui/quantities.ts";
import { TextField } from "../../ui/text-field.tsx";
import { showToast } from "../../ui/toast.tsx";
import { RemovalWords } from "../history/removal-words.tsx";
import { TaskProgress } from "../history/task-progress.tsx";
import { useHistoryTask } from "../history/use-history-task.ts";
import { FormDialog } from "../vault/form-dialog.tsx";

/** Asks before what is over the limits is removed for ever. The number is typed. */
export function ApplyDialog(props: {
  readonly preview: RemovalPreview;
  readonly onClose: () => void;
}): ReactNode {
  const host = useHost();
  const { count } = props.preview;
  const [typed, setTyped] = useState("");
  const task = useHistoryTask();
  async function apply() {
    const result = await task.run((taskId) => host.call("history.applyRetention", { count, taskId }));
    if (!result.ok) return result.error;
    showToast({
      tone: "done",
      title: `${formatCount(result.value.removed, "exchange", "exchanges")} removed`,
      text: "The evidence chain has recorded that they were.",
    });
    return null;
  }
  return (
    <FormDialog
      isSubmitDisabled={Number(typed.replaceAll(/[,. ]/g, "")) !== count}
      onClose={() => {
        task.stop();
        props.onClose();
      }}
      onSubmit={apply}
      submitLabel={`Remove ${formatCount(count, "exchange", "exchanges")}`}
      title="Remove what is over the limits?"
    >
      <RemovalWords preview={props.preview} />
      <TextField
        hasFocus
        inputMode="decimal"
        label={`Type the number to remove: ${count.toLocaleString("en-GB")}`}
        onChange={setTyped}
        value={typed}
      />
      <TaskProgress label="Removed" task={task} />
    </FormDialog>
  );
}
