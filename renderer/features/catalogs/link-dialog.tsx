import { useState, type ReactNode } from "react";
import type { LinkSource } from "../../../shared/contract/link-calls.ts";
import type { AppError } from "../../../shared/result/result.ts";
import { useHost } from "../../host/host-context.tsx";
import { useCall } from "../../host/queries.ts";
import { SegmentedControl } from "../../ui/segmented-control.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { showToast } from "../../ui/toast.tsx";
import { FormDialog } from "../vault/form-dialog.tsx";
import { fileNameOf } from "./link-words.ts";
import { useLinkedFile } from "./linked-file-context.tsx";
import { useEditor } from "./use-catalog-editor.ts";

type Props = { readonly onClose: () => void };

/** Links the catalog to a file: chosen in the system's dialog, or typed where the host has none. */
export function LinkDialog(props: Props): ReactNode {
  const info = useCall("app.info", {}).data;
  if (info === undefined) return null;
  return info.host === "desktop" ? <ChooseFile {...props} /> : <TypePath {...props} />;
}

const ABOUT =
  "Saved versions are written to the file. What others change in it is shown here first, and taken over only when you say so.";

const MODES = [
  { value: "existing", label: "A file that is there" },
  { value: "new", label: "A new file" },
] as const;

function ChooseFile(props: Props): ReactNode {
  const link = useLink();
  const [mode, setMode] = useState<"existing" | "new">("existing");
  return (
    <FormDialog
      onClose={props.onClose}
      onSubmit={() => link({ kind: "dialog", mode })}
      submitLabel="Choose…"
      title="Link to a file"
    >
      <p>{ABOUT}</p>
      <SegmentedControl label="Which file" onChange={setMode} options={MODES} value={mode} />
    </FormDialog>
  );
}

function TypePath(props: Props): ReactNode {
  const link = useLink();
  const [path, setPath] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  return (
    <FormDialog
      areErrorsInFields
      isSubmitDisabled={path.trim() === ""}
      onClose={props.onClose}
      onSubmit={async () => {
        const error = await link({ kind: "path", path: path.trim() });
        setProblem(error?.message ?? null);
        return error;
      }}
      submitLabel="Link"
      title="Link to a file"
    >
      <p>{ABOUT}</p>
      <TextField
        description="The whole path on this computer. A catalog file, an empty one, or a new one in a folder that is there."
        errorText={problem}
        hasFocus
        isMonospace
        label="Path of the file"
        onChange={(text) => {
          setPath(text);
          setProblem(null);
        }}
        placeholder="/path/to/shop.catalog.json"
        value={path}
      />
    </FormDialog>
  );
}

/** Links and goes on to what is different in the file, if anything is. Answers what went wrong. */
function useLink(): (source: LinkSource) => Promise<AppError | null> {
  const host = useHost();
  const { state } = useEditor();
  const { look } = useLinkedFile();
  return async (source) => {
    const linked = await host.call("catalogs.link", { id: state.id, source });
    if (!linked.ok) return linked.error;
    if (linked.value === null) return null;
    const { path, state: standing } = linked.value;
    showToast({ tone: "done", title: `Linked to ${fileNameOf(path)}` });
    if (standing === "changed") look();
    return null;
  };
}
