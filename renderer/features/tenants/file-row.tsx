import type { ReactNode } from "react";
import type { FilePurpose } from "../../../shared/contract/choose-file-calls.ts";
import { useHost } from "../../host/host-context.tsx";
import { useCall } from "../../host/queries.ts";
import { Button } from "../../ui/button.tsx";
import { showToast } from "../../ui/toast.tsx";
import { TextRow } from "./form-parts.tsx";
import type { FormProblems } from "./read-tenant-form.ts";
import styles from "./tenants.module.css";

export type FileRowProps = {
  readonly label: string;
  readonly name: string;
  readonly field: string;
  readonly value: string;
  readonly onChange: (path: string) => void;
  readonly problems: FormProblems;
  readonly purpose: FilePurpose;
  readonly description?: string;
};

/** The path of a file: typed, and where the host has the system's dialog, chosen. */
export function FileRow({ purpose, ...row }: FileRowProps): ReactNode {
  const info = useCall("app.info", {});
  const choose = useChooseFile(purpose, row.onChange);
  if (info.data?.host !== "desktop") return <TextRow {...row} isMonospace />;
  return (
    <div className={styles.fileRow}>
      <TextRow {...row} isMonospace />
      <Button label={`Choose the ${row.name}`} onPress={choose}>
        Choose...
      </Button>
    </div>
  );
}

function useChooseFile(purpose: FilePurpose, onChosen: (path: string) => void): () => void {
  const host = useHost();
  return () => {
    void host.call("app.chooseFile", { purpose }).then((chosen) => {
      if (!chosen.ok) showToast({ tone: "failed", title: "No file was chosen", text: chosen.error.message });
      else if (chosen.value.path !== null) onChosen(chosen.value.path);
      return undefined;
    });
  };
}
