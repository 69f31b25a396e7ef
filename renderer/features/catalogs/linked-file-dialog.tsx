import { useState, type ReactNode } from "react";
import type { MergedEdits } from "../../../shared/catalog-edit/merge-edits.ts";
import type { CatalogLink } from "../../../shared/contract/link-calls.ts";
import { useCall } from "../../host/queries.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import styles from "./catalogs.module.css";
import { Differences } from "./differences.tsx";
import { fileNameOf } from "./link-words.ts";
import { useEditor } from "./use-catalog-editor.ts";
import { aboutBoth, useBoth } from "./use-both.ts";
import { useLinkedFileActions } from "./use-linked-file-actions.ts";

/** What is different in the linked file, in words, and which of the two is to be taken. */
export function LinkedFileDialog(props: {
  readonly link: CatalogLink;
  readonly onClose: () => void;
}): ReactNode {
  const { onClose } = props;
  const { document, isChanged } = useEditor();
  const file = useCall("catalogs.linkedFile", { id: props.link.catalogId });
  const [isPending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const found = file.error === null ? file.data : undefined;
  const both = useBoth(props.link.catalogId, found, document.catalog);
  async function answer(deed: Deed): Promise<void> {
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
        <Answers
          both={both}
          isDisabled={isDisabled}
          onAnswer={(deed) => void answer(deed)}
          onClose={onClose}
        />
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
        {both === null ? null : <p>{aboutBoth(both)}</p>}
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

type Deed = ReturnType<typeof useLinkedFileActions>["take"];

function Answers(props: {
  readonly both: MergedEdits | null;
  readonly isDisabled: boolean;
  readonly onAnswer: (deed: Deed) => void;
  readonly onClose: () => void;
}): ReactNode {
  const { both, isDisabled, onAnswer } = props;
  const { take, takeBoth, keepOurs } = useLinkedFileActions();
  return (
    <>
      <Button onPress={props.onClose}>Later</Button>
      <Button isDisabled={isDisabled} onPress={() => onAnswer(keepOurs)}>
        {both === null ? "Keep ours and write the file" : "Keep ours"}
      </Button>
      <Button
        isDisabled={isDisabled}
        onPress={() => onAnswer(take)}
        variant={both === null ? "primary" : "secondary"}
      >
        {"Take the file's"}
      </Button>
      {both === null ? null : (
        <Button
          isDisabled={isDisabled}
          onPress={() => onAnswer((hash) => takeBoth(hash, both.catalog))}
          variant="primary"
        >
          Put both together
        </Button>
      )}
    </>
  );
}
