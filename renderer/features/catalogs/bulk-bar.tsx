import { useState, type ReactNode } from "react";
import {
  changeEvents,
  duplicateEvents,
  removeEvents,
  withApis,
  withGroup,
} from "../../../shared/catalog-edit/event-edits.ts";
import type { CatalogEvent } from "../../../shared/domain/catalog.ts";
import type { Api } from "../../../shared/domain/tenant.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { MenuButton } from "../../ui/menu-button.tsx";
import { formatCount } from "../../ui/quantities.ts";
import { TextField } from "../../ui/text-field.tsx";
import { announceUndo } from "./announce-undo.ts";
import styles from "./catalogs.module.css";
import { ExportDialog } from "./export-dialog.tsx";
import { useEditor, type EditorActions } from "./use-catalog-editor.ts";

/** What can be done with the ticked events. Each is one step of undo. */
export function BulkBar(props: {
  readonly rows: ReadonlySet<number>;
  readonly onClear: () => void;
}): ReactNode {
  const { rows } = props;
  const { actions } = useEditor();
  const [isGrouping, setGrouping] = useState(false);
  const [isExporting, setExporting] = useState(false);
  const events = formatCount(rows.size, "event", "events");
  const bulk = bulkEdits(actions, rows, events);
  const remove = () => {
    bulk.remove();
    announceUndo(`${events} deleted`, `Delete ${events}`, actions);
    props.onClear();
  };
  return (
    <div aria-label="Ticked events" className={styles.bulk} role="toolbar">
      <span className={styles.bulkCount}>{formatCount(rows.size, "ticked", "ticked")}</span>
      <MenuButton
        entries={[
          { id: "both", label: "For both APIs" },
          { id: "optievent", label: "For OptiEvent only" },
          { id: "realtime", label: "For Realtime only" },
          { id: "group", label: "Set the group" },
          { id: "duplicate", label: "Duplicate" },
        ]}
        label="Change the ticked events"
        onAction={(id) => {
          if (id === "group") setGrouping(true);
          else if (id === "duplicate") bulk.duplicate();
          else bulk.setApis(id === "both" ? ["optievent", "realtime"] : [id]);
        }}
        size="small"
      >
        Change
      </MenuButton>
      <Button onPress={() => setExporting(true)} size="small">
        Export
      </Button>
      <Button onPress={remove} size="small">
        Delete
      </Button>
      <Button onPress={props.onClear} size="small" variant="quiet">
        Clear
      </Button>
      {isExporting ? <ExportDialog onClose={() => setExporting(false)} rows={rows} /> : null}
      {isGrouping ? (
        <GroupDialog events={events} onClose={() => setGrouping(false)} onSet={bulk.setGroup} />
      ) : null}
    </div>
  );
}

function bulkEdits(actions: EditorActions, rows: ReadonlySet<number>, events: string) {
  const [first = null] = rows;
  const change = (label: string, update: (event: CatalogEvent) => CatalogEvent) =>
    actions.edit((document) => ({
      document: changeEvents(document, rows, update),
      label: `${label} of ${events}`,
      place: { row: first },
    }));
  return {
    setApis: (apis: readonly Api[]) => change("Set the APIs", (event) => withApis(event, apis)),
    setGroup: (group: string) => change("Set the group", (event) => withGroup(event, group)),
    duplicate: () =>
      actions.edit((document) => {
        const copied = duplicateEvents(document, rows);
        const place = { row: copied.rows[0] ?? first };
        return { document: copied.document, label: `Duplicate ${events}`, place };
      }),
    remove: () =>
      actions.edit((document) => ({
        document: removeEvents(document, rows),
        label: `Delete ${events}`,
        place: { row: first },
      })),
  };
}

function GroupDialog(props: {
  readonly events: string;
  readonly onSet: (group: string) => void;
  readonly onClose: () => void;
}): ReactNode {
  const [group, setGroup] = useState("");
  const set = () => {
    props.onSet(group);
    props.onClose();
  };
  const actions = (
    <>
      <Button onPress={props.onClose}>Cancel</Button>
      <Button onPress={set} variant="primary">
        {group.trim() === "" ? "Take out of groups" : "Set group"}
      </Button>
    </>
  );
  return (
    <Dialog actions={actions} isOpen onClose={props.onClose} title={`Group of ${props.events}`}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          set();
        }}
      >
        <TextField
          description="The heading that they are listed under. Empty takes them out of their groups."
          hasFocus
          label="Group"
          onChange={setGroup}
          value={group}
        />
      </form>
    </Dialog>
  );
}
