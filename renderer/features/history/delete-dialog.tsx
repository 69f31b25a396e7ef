import { useState, type ReactNode } from "react";
import { useHost } from "../../host/host-context.tsx";
import { useCall } from "../../host/queries.ts";
import { Checkbox } from "../../ui/checkbox.tsx";
import { formatCount } from "../../ui/quantities.ts";
import { TextField } from "../../ui/text-field.tsx";
import { showToast } from "../../ui/toast.tsx";
import { FormDialog } from "../vault/form-dialog.tsx";
import { RemovalWords } from "./removal-words.tsx";
import { TaskProgress } from "./task-progress.tsx";
import { useHistoryTask } from "./use-history-task.ts";
import { useHistorySelection } from "./selection-context.tsx";

/** From so many on the number is to be typed, so that nobody deletes a history by a slip. */
const TYPED_FROM = 10;

/** Asks before exchanges are deleted for ever: how many, of which time, and what stays in the evidence. */
export function DeleteDialog(props: {
  readonly onClose: () => void;
  readonly onDeleted: () => void;
}): ReactNode {
  const host = useHost();
  const selection = useHistorySelection();
  const [withPinned, setWithPinned] = useState(false);
  const [reason, setReason] = useState("");
  const [typed, setTyped] = useState("");
  const preview = useCall("history.previewRemoval", { selection, withPinned });
  const count = preview.data?.count ?? 0;
  const needsNumber = count >= TYPED_FROM;
  const isTyped = !needsNumber || Number(typed.replaceAll(/[,. ]/g, "")) === count;
  const task = useHistoryTask();
  async function remove() {
    const removing = { selection, withPinned, count, reason: reason.trim() };
    const result = await task.run((taskId) => host.call("history.remove", { ...removing, taskId }));
    if (!result.ok) {
      // Others may have come or gone meanwhile: the number is shown anew.
      void preview.refetch();
      return result.error;
    }
    tellDeleted(result.value.removed, count);
    props.onDeleted();
    return null;
  }
  return (
    <FormDialog
      isSubmitDisabled={count === 0 || !isTyped}
      onClose={() => {
        task.stop();
        props.onClose();
      }}
      onSubmit={remove}
      submitLabel={`Delete ${formatCount(count, "exchange", "exchanges")}`}
      title="Delete exchanges for ever?"
    >
      {preview.data === undefined ? (
        <p>{preview.error?.error.message ?? "Counting"}</p>
      ) : (
        <RemovalWords preview={preview.data} />
      )}
      {withPinned || (preview.data?.pinnedKept ?? 0) > 0 ? (
        <Checkbox isTicked={withPinned} onChange={setWithPinned}>
          {withPinned ? "Delete pinned ones too" : keptWords(preview.data?.pinnedKept ?? 0)}
        </Checkbox>
      ) : null}
      <TextField label="Reason, for the record (optional)" onChange={setReason} value={reason} />
      {needsNumber ? (
        <TextField
          inputMode="decimal"
          label={`Type the number to delete: ${count.toLocaleString("en-GB")}`}
          onChange={setTyped}
          value={typed}
        />
      ) : null}
      <TaskProgress label="Deleted" task={task} />
    </FormDialog>
  );
}

function tellDeleted(count: number, asked: number): void {
  const deleted = `${formatCount(count, "exchange", "exchanges")} deleted`;
  const title =
    count < asked ? `Stopped: ${deleted}, ${(asked - count).toLocaleString("en-GB")} kept` : deleted;
  showToast({ tone: "done", title, text: "The evidence chain has recorded that they were." });
}

function keptWords(pinnedKept: number): string {
  const pinned = formatCount(pinnedKept, "pinned one", "pinned ones");
  return pinnedKept === 1 ? `Delete the ${pinned} too, which stays` : `Delete the ${pinned} too, which stay`;
}
