import { useState, type ReactNode } from "react";
import type { CatalogLink } from "../../../shared/contract/link-calls.ts";
import { useCall } from "../../host/queries.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import styles from "./catalogs.module.css";
import { Differences } from "./differences.tsx";
import { fileNameOf } from "./link-words.ts";
import { useEditor } from "./use-catalog-editor.ts";
import { useLinkedFileActions } from "./use-linked-file-actions.ts";

/** What is different in the linked file, in words, and which of the two is to be taken. */
export function LinkedFileDialog(props: {
  readonly link: CatalogLink;
  readonly onClose: () => void;
}): ReactNode {
  const { onClose } = props;
  const { document, isChanged } = useEditor();
  const { take, keepOurs } = useLinkedFileActions();
  const file = useCall("catalogs.linkedFile", { id: props.link.catalogId });
  const [isPending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const found = file.error === null ? file.data : undefined;
  async function answer(deed: typeof take): Promise<void> {
    if (found === undefined) return;
    setPending(true);
    const error = await deed(found.hash);
    setPending(false);
    if (error === null) return onClose();
    setProblem(error.message);
    await file.refetch();
  }
  const said = problem ?? file.error?.message ?? null;
  const isDisabled = found === undefined || isPending;
  return (
    <Dialog
      actions={
        <>
          <Button onPress={onClose}>Later</Button>
          <Button isDisabled={isDisabled} onPress={() => void answer(keepOurs)}>
            Keep ours and write the file
          </Button>
          <Button isDisabled={isDisabled} onPress={() => void answer(take)} variant="primary">
            {"Take the file's"}
          </Button>
        </>
      }
      isKept
      isOpen
      onClose={onClose}
      title={`What is different in ${fileNameOf(props.link.path)}`}
    >
      <div className={styles.details}>
        <p className={styles.linkPath}>{props.link.path}</p>
        <p>
          {
            "Taking the file's makes it the newest version, which can be undone. Keeping ours writes over what is in the file."
          }
          {isChanged ? " Unsaved changes become a version first either way, so that none is lost." : ""}
        </p>
        {said === null ? null : (
          <p className={styles.linkProblem} role="alert">
            {said}
          </p>
        )}
        {found === undefined ? null : (
          <Differences after={found.catalog} before={document.catalog} words="from ours to the file" />
        )}
      </div>
    </Dialog>
  );
}
