import { useRef, useState, type ReactNode } from "react";
import { addEvents, newEvent } from "../../../shared/catalog-edit/event-edits.ts";
import { usePaneSize } from "../../app/pane-size.ts";
import { SplitPane } from "../../ui/split-pane.tsx";
import { announceStep } from "./announce-undo.ts";
import styles from "./catalogs.module.css";
import { CatalogToolbar } from "./catalog-toolbar.tsx";
import { EventList } from "./event-list.tsx";
import { EventPage } from "./event-page.tsx";
import { ImportIntoCatalog } from "./import-into-catalog.tsx";
import { LinkNotice } from "./link-notice.tsx";
import { NewerVersion } from "./newer-version.tsx";
import { SidePanel } from "./side-panel.tsx";
import { useEditor } from "./use-catalog-editor.ts";
import { useAskedVersion } from "./use-asked-version.ts";
import { useCatalogKeys } from "./use-catalog-keys.ts";
import { useDroppedFile } from "./use-dropped-file.ts";
import { StepMessages } from "./step-messages.ts";
import { useSaveVersion } from "./use-save-version.ts";

/** One catalog: its events, the one that is open, and what there is to know about them. */
export function CatalogWorkspace(): ReactNode {
  const screen = useRef<HTMLDivElement>(null);
  const { actions, document } = useEditor();
  const [isPanelOpen, setPanelOpen] = useState(true);
  useAskedVersion(() => setPanelOpen(true));
  const save = useSaveVersion();
  const say = (word: string, label: string | null) =>
    label === null ? undefined : announceStep({ title: `${word}: ${label}` }, actions);
  const undo = () => say("Undone", actions.undo());
  const redo = () => say("Done again", actions.redo());
  useCatalogKeys(screen, { onSave: save.save, onUndo: undo, onRedo: redo });
  const add = () => {
    actions.edit((document) => {
      const added = addEvents(document, [newEvent(document)], null);
      return { document: added.document, label: "Add an event", place: { row: added.rows[0] ?? null } };
    });
    actions.showField("key");
  };
  const dropped = useDroppedFile();
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Dropping is one more way to do what Import does.
    <div className={styles.screen} ref={screen} {...dropped.handlers}>
      {dropped.isOver ? <DropHere name={document.catalog.name} /> : null}
      {dropped.file === null ? null : <ImportIntoCatalog file={dropped.file} onClose={dropped.clear} />}
      <StepMessages />
      <CatalogToolbar
        isPanelOpen={isPanelOpen}
        onRedo={redo}
        onTogglePanel={() => setPanelOpen(!isPanelOpen)}
        onUndo={undo}
        save={save}
      />
      <NewerVersion />
      <LinkNotice />
      <SplitPane
        {...usePaneSize("catalogs.events")}
        defaultSize={262}
        direction="row"
        first={<EventList onAdd={add} />}
        label="Width of the list of events"
        minimum={180}
        minimumOther={{ usual: 560, least: isPanelOpen ? 501 : 230 }}
        second={
          <SplitPane
            {...usePaneSize("catalogs.panel")}
            defaultSize={400}
            direction="row"
            first={<EventPage onAdd={add} />}
            label="Width of the panel"
            minimum={270}
            minimumOther={{ usual: 320, least: 230 }}
            second={isPanelOpen ? <SidePanel /> : null}
            sized="second"
          />
        }
        sized="first"
      />
    </div>
  );
}

/** What dropping does, over the catalog that it is done to. */
function DropHere({ name }: { readonly name: string }): ReactNode {
  return (
    <p className={styles.dropHere}>
      <span>{`Drop to see what it would change in ${name}`}</span>
    </p>
  );
}
