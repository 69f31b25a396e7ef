import { useState, type ReactNode } from "react";
import { useHost } from "../../host/host-context.tsx";
import { formatCount } from "../../ui/quantities.ts";
import { TagField } from "../../ui/tag-field.tsx";
import { showToast } from "../../ui/toast.tsx";
import { FormDialog } from "../vault/form-dialog.tsx";
import { useKnownTags } from "./use-known-tags.ts";

/** Adds tags to several exchanges, or takes them away. */
export function TagDialog(props: {
  readonly ids: readonly string[];
  readonly onClose: () => void;
}): ReactNode {
  const host = useHost();
  const known = useKnownTags();
  const [added, setAdded] = useState<readonly string[]>([]);
  const [removed, setRemoved] = useState<readonly string[]>([]);
  async function save() {
    const result = await host.call("history.annotate", {
      ids: [...props.ids],
      addTags: [...added],
      removeTags: [...removed],
    });
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
      onClose={props.onClose}
      onSubmit={save}
      submitLabel="Change the tags"
      title={`Tag ${formatCount(props.ids.length, "exchange", "exchanges")}`}
    >
      <TagField known={known} label="Add these tags" onChange={setAdded} tags={added} />
      <TagField known={known} label="Take these tags away" onChange={setRemoved} tags={removed} />
    </FormDialog>
  );
}
