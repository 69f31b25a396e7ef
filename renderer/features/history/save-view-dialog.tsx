import { useState, type ReactNode } from "react";
import type { HistorySort, HistoryView as SavedView } from "../../../shared/domain/history.ts";
import { useHost } from "../../host/host-context.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { FormDialog } from "../vault/form-dialog.tsx";

/** Gives the query a name, together with how the list is sorted and its columns, or a saved view another one. */
export function SaveViewDialog(props: {
  /** The view to rename; null for a new one. */
  readonly view: SavedView | null;
  readonly text: string;
  readonly sort: HistorySort;
  /** The columns that are shown, in their order. */
  readonly columns: readonly string[];
  readonly names: readonly string[];
  readonly onClose: () => void;
}): ReactNode {
  const host = useHost();
  const { view } = props;
  const [name, setName] = useState(view?.name ?? "");
  const isTaken = name.trim() !== view?.name && props.names.includes(name.trim());
  async function save() {
    const { text, sort, columns } = props;
    const kept = view ?? { id: crypto.randomUUID(), text, sort, columns: [...columns] };
    const result = await host.call("history.saveView", {
      id: kept.id,
      name: name.trim(),
      text: kept.text,
      sort: kept.sort,
      columns: kept.columns,
    });
    return result.ok ? null : result.error;
  }
  return (
    <FormDialog
      isSubmitDisabled={name.trim() === "" || isTaken}
      onClose={props.onClose}
      onSubmit={save}
      submitLabel={view === null ? "Save" : "Rename"}
      title={view === null ? "Save this view" : "Rename the view"}
    >
      <TextField
        description={<code>{view?.text ?? props.text}</code>}
        errorText={isTaken ? "Another view has this name." : null}
        hasFocus
        label="Name"
        onChange={setName}
        value={name}
      />
    </FormDialog>
  );
}
