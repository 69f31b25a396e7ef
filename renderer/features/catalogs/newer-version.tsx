import { useState, type ReactNode } from "react";
import { mergeEdits, type MergedEdits } from "../../../shared/catalog-edit/merge-edits.ts";
import type { StoredCatalog } from "../../../shared/domain/catalog.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Notice } from "../../ui/notice.tsx";
import { showToast } from "../../ui/toast.tsx";
import { useEditorStore } from "./catalogs-provider.tsx";
import styles from "./catalogs.module.css";
import { Differences } from "./differences.tsx";
import { useEditor } from "./use-catalog-editor.ts";
import { useGoBack } from "./use-go-back.ts";

/** Another version came while there are changes here: nobody's work is dropped without being asked. */
export function NewerVersion(): ReactNode {
  const { state, isChanged } = useEditor();
  if (state.newer === null) return null;
  return isChanged ? <Choice newer={state.newer} /> : <WentBack newer={state.newer} />;
}

/** Undo led back to an earlier version, as it was: it is made the newest on purpose only. */
function WentBack({ newer }: { readonly newer: StoredCatalog }): ReactNode {
  const store = useEditorStore();
  const { state } = useEditor();
  const { restore } = useGoBack();
  const { version } = state.base;
  return (
    <Notice
      action={
        <span className={styles.answers}>
          <Button onPress={() => store.resolve(state.id, "take")} size="small">
            {`Take version ${newer.version}`}
          </Button>
          <Button onPress={() => restore(version, newer.version)} size="small">
            {`Make version ${version} the newest`}
          </Button>
        </span>
      }
      severity="warning"
    >
      {`This is version ${version} again. Version ${newer.version} is the newest, and stays among the versions whichever you choose.`}
    </Notice>
  );
}

function Choice({ newer }: { readonly newer: StoredCatalog }): ReactNode {
  const store = useEditorStore();
  const { state, document } = useEditor();
  const [undone, setUndone] = useState<MergedEdits["undone"]>(null);
  const { version } = newer;
  const keep = () => store.resolve(state.id, "keep");
  const askToKeep = () => {
    const merged = mergeEdits(state.base.catalog, document.catalog, newer.catalog);
    if (merged.undone !== null) return setUndone(merged.undone);
    keep();
    showToast({
      tone: "done",
      title: `Your changes are in version ${version} now`,
      text: "Nothing of either was lost. Save to make a version of both.",
    });
    return undefined;
  };
  return (
    <>
      <Notice
        action={
          <span className={styles.answers}>
            <Button onPress={() => store.resolve(state.id, "take")} size="small">
              {`Take version ${version}`}
            </Button>
            <Button onPress={askToKeep} size="small">
              Keep my changes
            </Button>
          </span>
        }
        severity="warning"
      >
        {`Version ${version} was saved elsewhere while you were changing version ${state.base.version}. Taking it drops your changes, which can be undone; keeping them puts them into version ${version}, and asks first where both changed the same event.`}
      </Notice>
      {undone === null ? null : (
        <UndoneDialog onClose={() => setUndone(null)} onKeep={keep} undone={undone} version={version} />
      )}
    </>
  );
}

function UndoneDialog(props: {
  readonly undone: NonNullable<MergedEdits["undone"]>;
  readonly version: number;
  readonly onKeep: () => void;
  readonly onClose: () => void;
}): ReactNode {
  const { undone, version, onClose } = props;
  return (
    <Dialog
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button onPress={props.onKeep} variant="primary">
            Keep my changes
          </Button>
        </>
      }
      isOpen
      onClose={onClose}
      title={`This of version ${version} would be undone`}
    >
      <p>
        {`Both changed the following. Your changes stand there, and the next save undoes this of version ${version}, which stays among the versions. Everything else of it is kept.`}
      </p>
      <Differences after={undone.after} before={undone.before} words={`made by version ${version}`} />
    </Dialog>
  );
}
