import { useState, type ReactNode } from "react";
import type { CatalogLink } from "../../../shared/contract/link-calls.ts";
import type { Catalog } from "../../../shared/domain/catalog.ts";
import { useCall } from "../../host/queries.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import styles from "./catalogs.module.css";
import { Differences } from "./differences.tsx";
import { ImportOption } from "./import/import-option.tsx";
import { ImportPlanView } from "./import/import-plan.tsx";
import { fileNameOf } from "./link-words.ts";
import { useEditor } from "./use-catalog-editor.ts";
import { useLinkedChoice, type ChosenOfFile } from "./use-linked-choice.ts";
import { useLinkedFileActions } from "./use-linked-file-actions.ts";

/** What is different in the linked file, event by event and parameter by parameter, and what of it is to be taken. */
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
  const chosen = useLinkedChoice(props.link.catalogId, found, document.catalog);
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
  return (
    <Dialog
      actions={
        <Answers
          chosen={chosen}
          isDisabled={found === undefined || isPending}
          onAnswer={(deed) => void answer(deed)}
          onClose={onClose}
        />
      }
      isBroad
      isKept
      isOpen
      onClose={onClose}
      title={`What is different in ${fileNameOf(props.link.path)}`}
    >
      <div className={styles.details}>
        <p className={styles.linkPath}>{props.link.path}</p>
        <p>
          What is ticked becomes the newest version, which can be undone, and the file is written where the
          two differ. Keeping ours writes over what is in the file.
          {isChanged ? " Unsaved changes become a version first either way, so that none is lost." : ""}
        </p>
        {said === null ? null : (
          <p className={styles.linkProblem} role="alert">
            {said}
          </p>
        )}
        {found === undefined || chosen === null ? null : <Choices chosen={chosen} file={found.catalog} />}
      </div>
    </Dialog>
  );
}

/** Another order, or other digits of a number, are nothing to choose from. */
function hasChoices({ plan }: ChosenOfFile): boolean {
  return plan.catalogFields.length > 0 || plan.events.length > plan.counts.same;
}

function Choices(props: { readonly chosen: ChosenOfFile; readonly file: Catalog }): ReactNode {
  const { document } = useEditor();
  const { plan, choice, choose, aboutBoth } = props.chosen;
  const fields = plan.catalogFields.map(({ field }) => field).join(", ");
  return (
    <>
      {aboutBoth === null ? null : <p>{aboutBoth}</p>}
      {fields === "" ? null : (
        <ImportOption
          isOn={choice.takesFields}
          label={`Take what the file says of the catalog itself: ${fields}`}
          onChange={(takesFields) => choose({ ...choice, takesFields })}
        />
      )}
      <ImportPlanView
        decisions={choice.decisions}
        guesses={NO_GUESSES}
        onDecide={(decisions) => choose({ ...choice, decisions })}
        plan={plan}
        source="file"
      />
      {hasChoices(props.chosen) ? null : (
        <Differences after={props.file} before={document.catalog} words="from ours to the file" />
      )}
    </>
  );
}

const NO_GUESSES = [] as const;

type Deed = ReturnType<typeof useLinkedFileActions>["keepOurs"];

function Answers(props: {
  readonly chosen: ChosenOfFile | null;
  readonly isDisabled: boolean;
  readonly onAnswer: (deed: Deed) => void;
  readonly onClose: () => void;
}): ReactNode {
  const { chosen, isDisabled, onAnswer } = props;
  const { take, keepOurs } = useLinkedFileActions();
  return (
    <>
      <Button onPress={props.onClose}>Later</Button>
      <Button isDisabled={isDisabled} onPress={() => onAnswer(keepOurs)}>
        Keep ours and write the file
      </Button>
      <Button
        isDisabled={isDisabled || chosen?.isAny !== true}
        onPress={() => onAnswer((hash) => take(hash, chosen?.catalog() ?? null))}
        variant="primary"
      >
        {chosen?.isAll === false ? "Take what is ticked" : "Take the file's"}
      </Button>
    </>
  );
}
