import type { ReactNode } from "react";
import { eventAt } from "../../../shared/catalog-edit/document.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Pane } from "../../ui/pane.tsx";
import styles from "./catalogs.module.css";
import { EventForm } from "./event-form.tsx";
import { useFindings } from "./findings-context.tsx";
import { ParameterTable } from "./parameter-table.tsx";
import { useEditor } from "./use-catalog-editor.ts";

/** The event that is open: what it says of itself, and its parameters. */
export function EventPage(props: { readonly onAdd: () => void }): ReactNode {
  const { state, document } = useEditor();
  const row = state.openedRow;
  const event = eventAt(document, row);
  const findings = useFindings();
  if (event === null || row === null) {
    return (
      <Pane label="Event">
        <EmptyState
          action={
            <Button onPress={props.onAdd} variant="primary">
              Add an event
            </Button>
          }
          title={document.catalog.events.length === 0 ? "This catalog has no events" : "No event is open"}
        >
          Add one, import a list from any source, or paste a table.
        </EmptyState>
      </Pane>
    );
  }
  return (
    <Pane label="Event">
      <div className={styles.eventPage}>
        <EventForm event={event} remarks={findings.ofEvent(row)} row={row} />
        <ParameterTable
          event={event}
          key={row}
          markOf={(parameter, column) => findings.ofCell(row, parameter, column)}
          row={row}
        />
      </div>
    </Pane>
  );
}
