import type { ReactNode } from "react";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { useEditorStore } from "./catalogs-provider.tsx";
import styles from "./catalogs.module.css";
import { useEditor } from "./use-catalog-editor.ts";

/** Another version came while there are changes here: nobody's work is dropped without being asked. */
export function NewerVersion(): ReactNode {
  const store = useEditorStore();
  const { state } = useEditor();
  if (state.newer === null) return null;
  const { version } = state.newer;
  return (
    <Notice
      action={
        <span className={styles.answers}>
          <Button onPress={() => store.resolve(state.id, "take")} size="small">
            {`Take version ${version}`}
          </Button>
          <Button onPress={() => store.resolve(state.id, "keep")} size="small">
            Keep my changes
          </Button>
        </span>
      }
      severity="warning"
    >
      {`Version ${version} was saved elsewhere while you were changing version ${state.base.version}. Taking it can be undone; keeping your changes writes over it with the next save, and it stays among the versions.`}
    </Notice>
  );
}
