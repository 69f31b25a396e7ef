import { useState, type ReactNode } from "react";
import type { EventCoverage, TenantCoverage } from "../../../shared/contract/coverage-calls.ts";
import { addEvents } from "../../../shared/catalog-edit/event-edits.ts";
import { useNavigation } from "../../app/navigation-context.tsx";
import { Button } from "../../ui/button.tsx";
import { OutcomeBadge } from "../../ui/badge.tsx";
import { formatCount } from "../../ui/quantities.ts";
import styles from "./catalogs.module.css";
import { useEditor } from "./use-catalog-editor.ts";
import { useSentEvent } from "./use-sent-event.ts";

/** One event: what was sent of it to whom, what came of it, and what of it was never sent. */
export function CoverageEvent({ event }: { readonly event: EventCoverage }): ReactNode {
  const { document, actions } = useEditor();
  const row = document.rows[document.catalog.events.findIndex(({ key }) => key === event.event)];
  return (
    <li className={styles.coverageEvent}>
      <div className={styles.coverageHead}>
        {row === undefined ? (
          <code>{event.event}</code>
        ) : (
          <button className={styles.link} onClick={() => actions.open(row)} type="button">
            <code>{event.event}</code>
          </button>
        )}
        <span className={styles.muted}>
          {event.sent === 0 ? "never sent" : `sent ${formatCount(event.sent, "time", "times")}`}
        </span>
        {event.isDeclared || row !== undefined ? null : <AddToCatalog event={event} />}
      </div>
      {event.tenants.map((tenant) => (
        <TenantLine key={tenant.tenantId} tenant={tenant} />
      ))}
      {event.gateway === null ? null : (
        <p className={styles.muted}>
          {`The local gateway received ${event.gateway.received}, refused ${event.gateway.refused}.`}
        </p>
      )}
      <Gap label="Parameters never sent" names={event.neverSentParameters} />
      {event.neverSentValues.map(({ parameter, values }) => (
        <Gap key={parameter} label={`Values of ${parameter} never sent`} names={values} />
      ))}
      <Gap
        label="Not in the catalog"
        names={event.isDeclared ? event.undeclaredParameters.map(({ name }) => name) : []}
      />
      {event.undeclaredValues.map(({ parameter, values }) => (
        <Gap key={parameter} label={`Values of ${parameter} not in the catalog`} names={values} />
      ))}
    </li>
  );
}

function TenantLine({ tenant }: { readonly tenant: TenantCoverage }): ReactNode {
  const { showExchange } = useNavigation();
  const { last } = tenant;
  return (
    <p className={styles.coverageTenant}>
      <OutcomeBadge outcome={last.outcome} />
      <button
        className={styles.link}
        onClick={() => showExchange(last.exchangeId)}
        title={last.message}
        type="button"
      >
        {`${tenant.tenantName}, ${momentOf(last.sentAt)}`}
      </button>
      <span className={styles.muted}>{`${tenant.outcomes.accepted} of ${tenant.sent} accepted`}</span>
    </p>
  );
}

function Gap({ label, names }: { readonly label: string; readonly names: readonly string[] }): ReactNode {
  if (names.length === 0) return null;
  return (
    <p className={styles.gap}>
      <span className={styles.muted}>{label}:</span> {names.join(", ")}
    </p>
  );
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

function momentOf(iso: string): string {
  return new Date(iso).toLocaleString("en-GB", {
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
  });
}
