import { useState, type ReactNode } from "react";
import { useShortcutHint } from "../../app/actions-context.tsx";
import { useAsked } from "../../app/use-asked.ts";
import { Badge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { MoreIcon } from "../../ui/icons.tsx";
import { MenuButton } from "../../ui/menu-button.tsx";
import { RedoIcon, UndoIcon } from "../../ui/undo-icons.tsx";
import { CatalogDialogs, type CatalogDialog } from "./catalog-dialogs.tsx";
import { CatalogSwitcher } from "./catalog-switcher.tsx";
import styles from "./catalogs.module.css";
import { useKeepStatus } from "./catalogs-provider.tsx";
import { LinkStatus } from "./link-status.tsx";
import { fileNameOf } from "./link-words.ts";
import { useLinkedFile } from "./linked-file-context.tsx";
import { useCatalogActions } from "./use-catalog-actions.ts";
import { useEditor } from "./use-catalog-editor.ts";
import { useLinkedFileActions } from "./use-linked-file-actions.ts";
import type { SaveVersion } from "./use-save-version.ts";

/** Over the catalog: which one it is, and what can be done with the whole of it. */
export function CatalogToolbar(props: {
  readonly save: SaveVersion;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly isPanelOpen: boolean;
  readonly onTogglePanel: () => void;
}): ReactNode {
  const { state, isChanged } = useEditor();
  const [dialog, setDialog] = useState<CatalogDialog | null>(null);
  useAsked({
    "catalog.import": () => setDialog("import"),
    "catalog.export": () => setDialog("export"),
    "catalog.new": () => setDialog("new"),
    "catalog.details": () => setDialog("details"),
    "catalog.tenants": () => setDialog("tenants"),
    "catalog.remove": () => setDialog("remove"),
  });
  const { past, future } = state.history;
  const saveKeys = useShortcutHint("catalog.save");
  return (
    <div aria-label="Catalog" className={styles.toolbar} role="toolbar">
      <CatalogSwitcher onOpen={setDialog} />
      <Badge>{`version ${state.base.version}`}</Badge>
      <LinkStatus />
      <KeptStatus />
      <span className={styles.toolbarEnd}>
        <Button
          isDisabled={past.length === 0}
          label={undoLabel("Undo", past.at(-1)?.label)}
          onPress={props.onUndo}
          variant="quiet"
        >
          <UndoIcon />
        </Button>
        <Button
          isDisabled={future.length === 0}
          label={undoLabel("Redo", future[0]?.label)}
          onPress={props.onRedo}
          variant="quiet"
        >
          <RedoIcon />
        </Button>
        <Button onPress={() => setDialog("import")}>Import…</Button>
        <Button onPress={() => setDialog("export")}>Export…</Button>
        <MoreMenu onOpen={setDialog} {...props} />
        <Button
          isDisabled={!isChanged}
          isPending={props.save.isSaving}
          onPress={props.save.save}
          {...(saveKeys === undefined ? {} : { shortcut: saveKeys })}
          variant="primary"
        >
          Save version
        </Button>
      </span>
      <CatalogDialogs dialog={dialog} onClose={() => setDialog(null)} />
    </div>
  );
}

function undoLabel(word: string, step: string | undefined): string {
  return step === undefined ? word : `${word}: ${step}`;
}

/** How it stands with what is not a version yet. */
function KeptStatus(): ReactNode {
  const { isChanged } = useEditor();
  const status = useKeepStatus();
  if (status.kind === "failed") {
    return (
      <span className={styles.problem} title={status.message}>
        Changes not kept: {status.message}
      </span>
    );
  }
  if (!isChanged) return null;
  return (
    <span className={styles.muted}>
      {status.kind === "keeping" ? "Unsaved changes" : "Unsaved changes, kept"}
    </span>
  );
}

function MoreMenu(props: {
  readonly onOpen: (dialog: CatalogDialog) => void;
  readonly isPanelOpen: boolean;
  readonly onTogglePanel: () => void;
}): ReactNode {
  const { state } = useEditor();
  const catalogs = useCatalogActions();
  const { link } = useLinkedFile();
  const { unlink } = useLinkedFileActions();
  const entries = [
    { id: "details", label: "Name and conventions" },
    { id: "tenants", label: "Use for tenants" },
    { id: "duplicate", label: "Duplicate" },
    link === null
      ? ({ id: "link", label: "Link to a file…" } as const)
      : ({ id: "unlink", label: "Unlink", description: fileNameOf(link.path) } as const),
    { id: "panel", label: props.isPanelOpen ? "Hide the panel" : "Show the panel" },
    { id: "remove", label: "Delete" },
  ] as const;
  return (
    <MenuButton
      entries={entries}
      label="More for the catalog"
      onAction={(id) => {
        if (id === "duplicate") void catalogs.duplicate(state.id);
        else if (id === "unlink") void unlink();
        else if (id === "panel") props.onTogglePanel();
        else props.onOpen(id);
      }}
      variant="quiet"
    >
      <MoreIcon />
    </MenuButton>
  );
}
