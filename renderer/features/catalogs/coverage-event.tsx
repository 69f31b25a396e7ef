import { useState, type ReactNode } from "react";
import { coverageRows } from "../../../shared/catalog-coverage/coverage-sides.ts";
import type { EventCoverage } from "../../../shared/contract/coverage-calls.ts";
import { addEvents } from "../../../shared/catalog-edit/event-edits.ts";
import { Button } from "../../ui/button.tsx";
import { formatCount } from "../../ui/quantities.ts";
import { ChevronDownIcon } from "../../ui/icons.tsx";
import styles from "./catalogs.module.css";
import { CoverageTable } from "./coverage-table.tsx";
import { useEditor } from "./use-catalog-editor.ts";
import { useSentEvent } from "./use-sent-event.ts";

/** One event: how often it was sent and what of it differs; opened, what is declared, was sent and was answered. */
export function CoverageEvent({ event }: { readonly event: EventCoverage }): ReactNode {
  const { document } = useEditor();
  const [isOpen, setOpen] = useState(false);
  const row = document.rows[document.catalog.events.findIndex(({ key }) => key === event.event)];
  return (
    <li className={styles.coverageEvent}>
      <div className={styles.coverageHead}>
        <button
          aria-expanded={isOpen}
          aria-label={`Coverage of ${event.event}`}
          className={styles.opener}
          onClick={() => setOpen(!isOpen)}
          type="button"
        >
          <ChevronDownIcon />
          <code>{event.event}</code>
        </button>
        <span className={styles.muted}>{summaryOf(event)}</span>
        {event.isDeclared || row !== undefined ? null : <AddToCatalog event={event} />}
      </div>
      {isOpen ? <CoverageTable event={event} row={row ?? null} /> : null}
    </li>
  );
}

function summaryOf(event: EventCoverage): string {
  const differences = coverageRows(event).length - 1;
  const sent = event.sent === 0 ? "never sent" : `sent ${formatCount(event.sent, "time", "times")}`;
  if (event.sent === 0 || !event.isDeclared || differences === 0) return sent;
  return `${sent}, ${formatCount(differences, "parameter differs", "parameters differ")}`;
}

/** Makes the event of what was sent, with types and examples as they were; one step that undo takes back. */
function AddToCatalog({ event }: { readonly event: EventCoverage }): ReactNode {
  const { actions } = useEditor();
  const infer = useSentEvent();
  const [isBusy, setBusy] = useState(false);
  const add = async () => {
    setBusy(true);
    const found = await infer(event);
    setBusy(false);
    actions.edit((document) => {
      const added = addEvents(document, [found], null);
      return { document: added.document, label: `Add ${found.key}`, place: { row: added.rows[0] ?? null } };
    });
    actions.showField("key");
  };
  return (
    <Button
      isPending={isBusy}
      label={`Add ${event.event} to the catalog`}
      onPress={() => void add()}
      size="small"
    >
      Add to catalog
    </Button>
  );
}
